import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  dayOf,
  type Instant,
  lastDayOf,
  type LocalDate,
  localDate,
  parseInstant,
  parseLocalDate,
  partsOf,
  weekdayOf,
} from '../../src/domain/time.ts';
import { day } from '../support/an-entry.ts';

const aDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2900-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('days of the calendar', () => {
  test.for([
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2026, 11, 31, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [1899, 12, 31, null],
    [3000, 1, 1, null],
    [2026.5, 1, 1, null],
    [2026, 1, 1, '2026-01-01'],
  ] as const)('%s-%s-%s is %s', ([year, month, dayOfMonth, on]) => {
    expect(localDate(year, month, dayOfMonth)).toBe(on);
  });

  test.for(['2026-1-1', '2026/01/01', '', '2026-02-30', ' 2026-01-01', '2026-01-01T00:00'])(
    '%j is none',
    (text) => {
      expect(parseLocalDate(text)).toBeNull();
    },
  );

  test('every day is read back from its text and its parts', () => {
    fc.assert(
      fc.property(aDay, (on) => {
        const { year, month, day: dayOfMonth } = partsOf(on);
        expect(parseLocalDate(on)).toBe(on);
        expect(localDate(year, month, dayOfMonth)).toBe(on);
      }),
    );
  });

  test('the last day of a month is the one before the first of the next', () => {
    expect(lastDayOf(2024, 2)).toBe('2024-02-29');
    expect(lastDayOf(2023, 2)).toBe('2023-02-28');
    expect(lastDayOf(2026, 12)).toBe('2026-12-31');
    expect(lastDayOf(1800, 1)).toBeNull();
  });

  test('adding days goes across months and years, and back again', () => {
    expect(addDays(day('2023-12-31'), 1)).toBe('2024-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
    fc.assert(
      fc.property(aDay, fc.integer({ min: -3000, max: 3000 }), (on, days) => {
        expect(addDays(addDays(on, days), -days)).toBe(on);
        expect(addDays(on, days) > on).toBe(days > 0);
      }),
    );
  });

  test('a leap day becomes the 28th where the year has none', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(day('2024-12-31'), -1)).toBe('2023-12-31');
  });

  test('weeks begin on Monday', () => {
    expect(weekdayOf(day('2026-11-16'))).toBe(1);
    expect(weekdayOf(day('2026-11-22'))).toBe(7);
  });
});

describe('instants', () => {
  test('the day is that of Shanghai', () => {
    expect(dayOf(Date.parse('2026-11-20T15:59:59Z') as Instant)).toBe('2026-11-20' as LocalDate);
    expect(dayOf(Date.parse('2026-11-20T16:00:00Z') as Instant)).toBe('2026-11-21' as LocalDate);
  });

  test.for([
    ['2026-11-21', '2026-11-20T16:00:00.000Z'],
    ['2026-11-21T09:00', '2026-11-21T01:00:00.000Z'],
    ['2026-11-21 09:00:30', '2026-11-21T01:00:30.000Z'],
    ['2026-11-21T09:00:30.5', '2026-11-21T01:00:30.500Z'],
    ['2026-11-21T09:00+08:00', '2026-11-21T01:00:00.000Z'],
    ['2026-11-21T09:00-0500', '2026-11-21T14:00:00.000Z'],
    [' 2026-11-21T09:00Z ', '2026-11-21T09:00:00.000Z'],
  ] as const)('%s', ([text, utc]) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(utc);
  });

  test.for(['', 'tomorrow', '2026-13-01', '2026-11-21T25:00', '2026-11-21T9:00', '21.11.2026'])(
    '%j is none',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});
