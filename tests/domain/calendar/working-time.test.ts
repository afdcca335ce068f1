import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Due } from '../../../src/domain/working-time.ts';
import { type Instant, weekdayOf } from '../../../src/domain/time.ts';
import { localMinute } from '../../../src/domain/moment.ts';
import { aCalendar, moment } from '../../support/a-calendar.ts';
import { day } from '../../support/an-entry.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

const calendar = aCalendar();
const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `2026-11-20 Fri 17:30`, the weekday of its own calculation. */
function written(at: Instant): string {
  const [on = '', time = ''] = localMinute(at).split(' ');
  return `${on} ${WEEKDAYS[weekdayOf(day(on))]} ${time}`;
}

const RULES: Readonly<Record<string, (at: Instant, amount: number) => Due>> = {
  m: calendar.addWorkingMinutes,
  h: calendar.addWorkingHours,
  d: calendar.addWorkingDays,
};

describe('due times', () => {
  const cases = fixtureCases('due-times.txt').map(({ input, expected }) => {
    const [, on, weekday, time, amount, unit] = /^(\S+) (\S+) (\S+) \+(\d+)([mhd])$/.exec(
      input,
    ) as unknown as [string, string, string, string, string, string];
    return { input, expected, start: `${on} ${weekday} ${time}`, at: moment(`${on} ${time}`), amount, unit };
  });

  test('the table has five hundred cases and more, each once', () => {
    expect(cases.length).toBeGreaterThanOrEqual(500);
    expect(new Set(cases.map(({ input }) => input)).size).toBe(cases.length);
  });

  test('are those of the table', () => {
    const wrong = cases.flatMap(({ input, at, start, amount, unit, expected }) => {
      const due = RULES[unit]?.(at, Number(amount)) as Due;
      const found = `${written(due.at)}${due.estimated ? ' estimated' : ''}`;
      return written(at) === start && found === expected ? [] : [{ input, expected, found }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('working time', () => {
  test.for([
    ['2026-11-20T08:59:59.999', 'closed', '2026-11-20T09:00'],
    ['2026-11-20T09:00', 'open', '2026-11-20T09:00'],
    ['2026-11-20T11:59:59.999', 'open', '2026-11-20T11:59:59.999'],
    ['2026-11-20T12:00', 'closed', '2026-11-20T14:00'],
    ['2026-11-20T14:00', 'open', '2026-11-20T14:00'],
    ['2026-11-20T17:29:59.999', 'open', '2026-11-20T17:29:59.999'],
    ['2026-11-20T17:30', 'closed', '2026-11-23T09:00'],
    ['2026-02-14T10:00', 'open', '2026-02-14T10:00'],
    ['2026-02-16T10:00', 'closed', '2026-02-24T09:00'],
  ] as const)('%s is %s, and the next opening %s', ([at, state, opening]) => {
    expect(calendar.isWorkingTime(moment(at))).toBe(state === 'open');
    expect(calendar.nextOpening(moment(at))).toBe(moment(opening));
  });

  test.for([
    ['2026-11-20T09:00', '2026-11-20T09:00', 0, 0],
    ['2026-11-20T10:00', '2026-11-20T09:00', 0, 0],
    ['2026-11-20T11:30', '2026-11-20T14:30', 60, 0],
    ['2026-11-20T12:10', '2026-11-20T13:50', 0, 0],
    ['2026-11-20T17:00', '2026-11-23T09:30', 60, 1],
    ['2026-11-20T17:00', '2026-11-22T09:30', 30, 0],
    ['2026-11-21T10:00', '2026-11-23T09:00', 0, 0],
    ['2026-11-20T17:30', '2026-11-24T08:00', 390, 1],
    ['2026-02-13T09:00', '2026-02-24T09:00', 780, 2],
    ['2026-11-16T09:00', '2026-11-27T17:30', 3900, 9],
    ['2026-11-20T09:00', '2026-11-20T09:00:00.300', 0.005, 0],
  ] as const)('from %s to %s are %d minutes and %d days', ([from, to, minutes, days]) => {
    expect(calendar.workingMinutesBetween(moment(from), moment(to))).toBe(minutes);
    expect(calendar.workingDaysBetween(moment(from), moment(to))).toBe(days);
  });

  test.for([-1, Number.NaN, Number.POSITIVE_INFINITY])('%d is no amount', (amount) => {
    const start = moment('2026-11-20T09:00');
    expect(() => calendar.addWorkingMinutes(start, amount)).toThrow(RangeError);
    expect(() => calendar.addWorkingHours(start, amount)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(start, amount)).toThrow(RangeError);
  });

  test('days are whole', () => {
    expect(() => calendar.addWorkingDays(moment('2026-11-20T09:00'), 1.5)).toThrow(RangeError);
  });
});

describe('a limit that stood still', () => {
  const due = calendar.addWorkingDays(moment('2026-11-19T10:00'), 5);

  test('is later by what was waited, in working time', () => {
    const waited = calendar.workingMinutesBetween(moment('2026-11-20T11:00'), moment('2026-11-23T14:20'));
    expect(waited).toBe(60 + 210 + 180 + 20);
    expect(written(calendar.shift(due, waited).at)).toBe('2026-11-30 Mon 10:20');
  });

  test('stays where it was when nothing was waited', () => {
    expect(calendar.shift(due, 0)).toBe(due);
  });

  test('is an estimate when it was one, or when it is moved into a year that is one', () => {
    const late = calendar.addWorkingDays(moment('2026-12-30T10:00'), 1);
    expect([late.estimated, calendar.shift(late, 1).estimated]).toEqual([false, true]);
    const estimated = { at: moment('2026-11-20T10:00'), estimated: true };
    expect(calendar.shift(estimated, 30)).toEqual({ at: moment('2026-11-20T10:30'), estimated: true });
  });
});

describe('laws of working time', () => {
  const anInstant = fc
    .integer({ min: moment('2023-12-20T00:00'), max: moment('2027-03-01T00:00') })
    .map((at) => at as Instant);
  const minutes = fc.integer({ min: 0, max: 9000 });
  const days = fc.integer({ min: 0, max: 25 });
  const isClosing = (at: Instant): boolean =>
    !calendar.isWorkingTime(at) && calendar.isWorkingTime((at - 1) as Instant);

  test('what begins later is not due earlier', () => {
    const twoStarts = fc.tuple(anInstant, anInstant);
    fc.assert(
      fc.property(twoStarts, minutes, days, (starts, length, count) => {
        const [first, second] = starts.toSorted((a, b) => a - b) as [Instant, Instant];
        const minutesOf = (at: Instant): Instant => calendar.addWorkingMinutes(at, length).at;
        const daysOf = (at: Instant): Instant => calendar.addWorkingDays(at, count).at;
        expect(minutesOf(first)).toBeLessThanOrEqual(minutesOf(second));
        expect(daysOf(first)).toBeLessThanOrEqual(daysOf(second));
      }),
    );
  });

  test('what takes longer is due later', () => {
    fc.assert(
      fc.property(anInstant, minutes, fc.integer({ min: 1, max: 60 }), (at, length, more) => {
        const due = calendar.addWorkingMinutes(at, length);
        const later = calendar.addWorkingMinutes(at, length + more);
        expect(later.at).toBeGreaterThan(due.at);
        expect(later.estimated || !due.estimated).toBe(true);
      }),
    );
    fc.assert(
      fc.property(anInstant, days, (at, count) => {
        const due = calendar.addWorkingDays(at, count);
        expect(calendar.addWorkingDays(at, count + 1).at).toBeGreaterThan(due.at);
      }),
    );
  });

  test('what is due falls into working time, or on its closing', () => {
    fc.assert(
      fc.property(anInstant, minutes, days, (at, length, count) => {
        const { at: due } = calendar.addWorkingMinutes(at, length);
        expect(due).toBeGreaterThanOrEqual(at);
        expect(calendar.isWorkingTime(due) || isClosing(due)).toBe(true);
        expect(isClosing(calendar.addWorkingDays(at, count).at)).toBe(true);
      }),
    );
  });

  test('the minutes between two instants lead from the one to the other, to the millisecond', () => {
    fc.assert(
      fc.property(anInstant, anInstant, (from, to) => {
        fc.pre(from <= to && calendar.isWorkingTime(to));
        const between = calendar.workingMinutesBetween(from, to);
        expect(calendar.addWorkingMinutes(from, between).at).toBe(to);
      }),
    );
  });

  test('the minutes and days that were added lie between', () => {
    fc.assert(
      fc.property(anInstant, minutes, days, (at, length, count) => {
        expect(calendar.workingMinutesBetween(at, calendar.addWorkingMinutes(at, length).at)).toBe(length);
        expect(calendar.workingDaysBetween(at, calendar.addWorkingDays(at, count).at)).toBe(count);
      }),
    );
  });

  test('minutes are the same in one piece and in several', () => {
    fc.assert(
      fc.property(anInstant, anInstant, anInstant, (...instants) => {
        const [first, middle, last] = instants.toSorted((a, b) => a - b) as [Instant, Instant, Instant];
        const whole = calendar.workingMinutesBetween(first, last);
        const parts =
          calendar.workingMinutesBetween(first, middle) + calendar.workingMinutesBetween(middle, last);
        expect(parts).toBeCloseTo(whole, 6);
      }),
    );
  });

  test('a due time is an estimate when it, or its start, lies in a year without a notice', () => {
    const newYear = moment('2027-01-01T00:00');
    fc.assert(
      fc.property(anInstant, minutes, days, (at, length, count) => {
        for (const due of [calendar.addWorkingMinutes(at, length), calendar.addWorkingDays(at, count)]) {
          expect(due.estimated).toBe(due.at >= newYear);
        }
      }),
    );
  });
});
