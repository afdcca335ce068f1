import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quietUntil } from '../../../src/domain/quiet-hours.ts';
import { addDays, dayOf, type Instant } from '../../../src/domain/time.ts';
import { aCalendar, clock, moment, span } from '../../support/a-calendar.ts';
import { aSlots, day, QUIET, written } from '../../support/a-deadline.ts';

const slots = aSlots();
const { dayKind } = aCalendar();
const anInstant = fc
  .integer({ min: moment('2026-01-01T00:00'), max: moment('2026-12-30T00:00') })
  .map((at) => at as Instant);

const isPolite = (at: Instant): boolean =>
  dayKind(dayOf(at)).working && quietUntil(at, QUIET) === null && Math.floor(at / 60_000) % 30 !== 0;

describe('an instant at which something may be said unasked', () => {
  test.for([
    ['2026-11-23T09:10', '2026-11-23 09:10'],
    ['2026-11-23T09:00', '2026-11-23 09:01'],
    ['2026-11-23T10:30', '2026-11-23 10:31'],
    ['2026-11-23T22:15', '2026-11-24 08:01'],
    ['2026-11-23T03:00', '2026-11-23 08:01'],
    ['2026-11-21T10:10', '2026-11-23 08:01'],
    ['2026-10-03T10:10', '2026-10-08 08:01'],
  ] as const)('from %s it is %s', ([from, to]) =>
    expect(written(slots.permittedFrom(moment(from)))).toBe(to),
  );

  test('is on a working day, awake, off the half hours, and the first of that kind', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const permitted = slots.permittedFrom(at);
        expect(permitted).toBeGreaterThanOrEqual(at);
        expect(isPolite(permitted)).toBe(true);
        expect(slots.permittedFrom(permitted)).toBe(permitted);
        expect(permitted === at).toBe(isPolite(at));
      }),
    );
  });

  test('quiet hours within a day, and none at all', () => {
    const noon = aSlots({}, span('12:00-14:00'));
    expect(written(noon.permittedFrom(moment('2026-11-23T12:10')))).toBe('2026-11-23 14:01');
    const awake = aSlots({}, span('08:00-08:00'));
    expect(written(awake.permittedFrom(moment('2026-11-23T03:10')))).toBe('2026-11-23 03:10');
  });
});

describe("a chat's own minute", () => {
  test('lies within the spread, is the same every day, and differs from chat to chat', () => {
    const minutes = Array.from({ length: 300 }, (_, at) => {
      const chat = `test:${at}`;
      const [one, other] = [slots.slotOn(day('2026-11-23'), chat), slots.slotOn(day('2026-11-24'), chat)];
      expect(other - one).toBe(86_400_000);
      return (one - moment('2026-11-23T00:00')) / 60_000;
    });
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(clock('09:10'));
    expect(Math.max(...minutes)).toBeLessThanOrEqual(clock('10:01'));
    expect(new Set(minutes).size).toBeGreaterThan(40);
  });

  test('is the minute of the rules where nothing is to be spread', () =>
    expect(written(aSlots({ spreadMinutes: 0 }).slotOn(day('2026-11-23'), 'x'))).toBe('2026-11-23 09:10'));

  test('the first slot from an instant is not before it, and on the next working day where today has none left', () => {
    const chat = 'test:甲';
    const own = slots.slotOn(day('2026-11-20'), chat);
    expect(slots.firstSlotFrom(own, chat)).toBe(own);
    expect(written(slots.firstSlotFrom((own + 1) as Instant, chat)).slice(0, 10)).toBe('2026-11-23');
  });
});

describe('the stages of a deadline', () => {
  const daysOf = (on: string, at: string | null = null): readonly string[] =>
    slots.stagesOf(day(on), at).map(({ days, on: said }) => `${days}:${said}`);

  test('a day off is replaced by the working day before it', () =>
    // 2026-10-05 lies in the holidays that begin on 10-01.
    expect(daysOf('2026-10-05')).toEqual([
      '30:2026-09-04',
      '14:2026-09-21',
      '7:2026-09-28',
      '3:2026-09-30',
      '1:2026-09-30',
      '0:2026-09-30',
    ]));

  test('an hour before the digests has the last day said the day before', () => {
    expect(daysOf('2026-11-25', '09:30').at(-1)).toBe('0:2026-11-24');
    expect(daysOf('2026-11-25', '17:00').at(-1)).toBe('0:2026-11-25');
    expect(daysOf('2026-11-25', '24:00').at(-1)).toBe('0:2026-11-25');
  });

  test('are said on working days, in order, none after the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), (ahead) => {
        const on = addDays(day('2026-01-20'), ahead);
        const said = slots.stagesOf(on, null).map((stage) => stage.on);
        expect(said.every((one) => one <= on && dayKind(one).working)).toBe(true);
        expect(said).toEqual(said.toSorted());
      }),
    );
  });
});
