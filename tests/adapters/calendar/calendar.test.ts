import { describe, expect, test } from 'vitest';
import { createCalendarWriter } from '../../../adapters/calendar/index.ts';
import type { CalendarEntry } from '../../../src/ports/calendar-file.ts';
import { moment } from '../../support/a-calendar.ts';
import { day } from '../../support/a-deadline.ts';

const write = createCalendarWriter({ now: () => moment('2026-11-22T09:00') });
const anEntry = (fields: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'D12',
  on: day('2027-03-31'),
  at: null,
  summary: 'D12 省级专精特新申报',
  description: '原文',
  alarmDaysBefore: [],
  ...fields,
});
const file = (...entries: readonly CalendarEntry[]): string => write({ name: '近期申报', entries });
/** Lines with those that were folded put together again. */
const lines = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar file', () => {
  test('has what RFC 5545 asks of it, on lines of at most 75 bytes that end with CR LF', () => {
    const long = '很长的标题，'.repeat(20);
    const text = file(anEntry({ summary: long, description: `一\n二;三\\四\r\nEND:VEVENT` }));
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const all = lines(text);
    expect(all.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(all.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(all).toContain('UID:D12@qifu');
    expect(all).toContain('DTSTAMP:20261122T010000Z');
    expect(all).toContain(`SUMMARY:${long}`);
    expect(all.some((line) => line.startsWith('DESCRIPTION:一\\n二\\;三\\\\四'))).toBe(true);
  });

  test('shows a day as a day whatever the zone, and an hour as the half hour before it', () => {
    expect(lines(file(anEntry()))).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20270331', 'DTEND;VALUE=DATE:20270401']),
    );
    expect(lines(file(anEntry({ at: '17:00' })))).toEqual(
      expect.arrayContaining(['DTSTART:20270331T083000Z', 'DTEND:20270331T090000Z']),
    );
    expect(lines(file(anEntry({ at: '24:00' })))).toContain('DTEND:20270331T160000Z');
  });

  test('rings so many days before', () =>
    expect(
      lines(file(anEntry({ alarmDaysBefore: [7, 1] }))).filter((line) => line.startsWith('TRIGGER')),
    ).toEqual(['TRIGGER:-P7D', 'TRIGGER:-P1D']));

  test('can be empty', () => expect(lines(file())).toContain('X-WR-CALNAME:近期申报'));
});
