import { describe, expect, test } from 'vitest';
import { localMinute, parseMoment } from '../../src/domain/moment.ts';
import { type Instant, parseInstant } from '../../src/domain/time.ts';

const now = parseInstant('2026-11-21T09:00') as Instant;

describe('a moment as a person types it', () => {
  test.for([
    ['+3d', '2026-11-24 09:00'],
    ['+2h', '2026-11-21 11:00'],
    ['+30m', '2026-11-21 09:30'],
    [' +1d ', '2026-11-22 09:00'],
    ['2026-12-01T09:00', '2026-12-01 09:00'],
    ['2026-12-01 09:00', '2026-12-01 09:00'],
    ['2026-12-01', '2026-12-01 00:00'],
    ['2026-12-01T09:00Z', '2026-12-01 17:00'],
  ] as const)('%s is %s', ([text, local]) => {
    expect(localMinute(parseMoment(text, now) as Instant)).toBe(local);
  });

  test.for(['', '3d', '+3', '+3y', '-3d', '+1000000d', 'tomorrow', '2026-13-01', '2026-02-30T25:00'])(
    '%j is none',
    (text) => {
      expect(parseMoment(text, now)).toBeNull();
    },
  );
});
