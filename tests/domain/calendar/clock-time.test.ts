import { describe, expect, test } from 'vitest';
import { followOneAnother, instantAt, parseClockTime } from '../../../src/domain/clock-time.ts';
import { clock, moment, span } from '../../support/a-calendar.ts';
import { day } from '../../support/an-entry.ts';

describe('times of day', () => {
  test.for([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
  ] as const)('%s is %d minutes after midnight', ([text, minutes]) => {
    expect(parseClockTime(text)).toBe(minutes);
  });

  test.for(['', '9:00', '24:00', '09:60', '09:00:00', ' 09:00', '９:00'])('%j is none', (text) => {
    expect(parseClockTime(text)).toBeNull();
  });

  test('is that of Shanghai', () => {
    expect(instantAt(day('2026-11-20'), clock('17:30'))).toBe(moment('2026-11-20T09:30Z'));
  });

  test.for([
    ['09:00-12:00 14:00-17:30', 'follow'],
    ['09:00-12:00 12:00-17:30', 'follow'],
    ['09:00-12:00 11:59-17:30', 'overlap'],
    ['14:00-17:30 09:00-12:00', 'overlap'],
    ['12:00-09:00', 'overlap'],
    ['09:00-09:00', 'overlap'],
  ] as const)('the spans %s %s', ([spans, how]) => {
    expect(followOneAnother(spans.split(' ').map(span))).toBe(how === 'follow');
  });
});
