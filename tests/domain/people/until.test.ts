import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUntil } from '../../../src/domain/people/until.ts';
import { localMinute } from '../../../src/domain/moment.ts';
import { type Instant, parseInstant } from '../../../src/domain/time.ts';

const at = (text: string): Instant => parseInstant(text) as Instant;
const endOf = (text: string, now: string): string => {
  const until = parseUntil(text, at(now));
  return until.ok ? localMinute(until.value) : until.error;
};

// 2026-11-25 is a Wednesday.
const WEDNESDAY = '2026-11-25T09:00';

describe('an absence ends at midnight behind its last day', () => {
  test.for([
    ['到今天', '2026-11-26 00:00'],
    ['到明天', '2026-11-27 00:00'],
    ['大后天', '2026-11-29 00:00'],
    ['下周一', '2026-12-01 00:00'],
    ['到周五', '2026-11-28 00:00'],
    ['到周三', '2026-11-26 00:00'],
    ['到周二', '2026-12-02 00:00'],
    ['到本周日', '2026-11-30 00:00'],
    ['到这周末', '2026-11-30 00:00'],
    ['到下周一', '2026-12-01 00:00'],
    ['到下下星期天', '2026-12-14 00:00'],
    ['至礼拜六', '2026-11-29 00:00'],
    ['到12月3日', '2026-12-04 00:00'],
    ['到十二月三号', '2026-12-04 00:00'],
    ['到12.3', '2026-12-04 00:00'],
    ['到2026-12-03', '2026-12-04 00:00'],
    ['到2026年12月3日', '2026-12-04 00:00'],
    ['到1月3日', '2027-01-04 00:00'],
    ['到30号', '2026-12-01 00:00'],
    ['到3号', '2026-12-04 00:00'],
    ['到月底', '2026-12-01 00:00'],
    ['到下个月底', '2027-01-01 00:00'],
    ['三天', '2026-11-28 00:00'],
    ['3 天', '2026-11-28 00:00'],
    ['两周', '2026-12-09 00:00'],
    ['一个星期', '2026-12-02 00:00'],
  ] as const)('「%s」', ([text, end]) => expect(endOf(text, WEDNESDAY)).toBe(end));

  test.for([
    ['到本周一', 'past'],
    ['到2026年11月24日', 'past'],
    ['到2029年1月1日', 'too-far'],
    ['到2月30日', 'unreadable'],
    ['到31号', '2027-01-01 00:00'],
    ['到三天', 'unreadable'],
    ['零天', 'unreadable'],
    ['400天', 'unreadable'],
    ['到时候', 'unreadable'],
    ['', 'unreadable'],
  ] as const)('「%s」 is %s', ([text, end]) => expect(endOf(text, WEDNESDAY)).toBe(end));

  test('the year turns', () => {
    expect(endOf('到3号', '2026-12-30T09:00')).toBe('2027-01-04 00:00');
    expect(endOf('到下月底', '2026-12-30T09:00')).toBe('2027-02-01 00:00');
    expect(endOf('到2月29日', '2027-12-30T09:00')).toBe('2028-03-01 00:00');
    // Late in the evening of Shanghai it is still the same day, whatever London has.
    expect(endOf('到今天', '2026-11-25T23:59')).toBe('2026-11-26 00:00');
  });

  test('is always ahead, whenever it is said', () => {
    const words = fc.constantFrom(
      '到周一',
      '到周日',
      '到下周三',
      '到月底',
      '到15号',
      '到2月28日',
      '一天',
      '两周',
    );
    const moments = fc.integer({ min: at('2026-01-01'), max: at('2030-01-01') });
    fc.assert(
      fc.property(words, moments, (text, now) => {
        const until = parseUntil(text, now as Instant);
        expect(until.ok && until.value > now && until.value <= now + 367 * 86_400_000).toBe(true);
      }),
    );
  });
});
