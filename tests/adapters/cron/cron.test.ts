import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCronSchedule } from '../../../adapters/cron/index.ts';
import { createFakeLog } from '../../support/a-library.ts';

describe('a schedule', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T09:00:30+08:00') }));
  afterEach(() => void vi.useRealTimers());

  test('does its work at the minutes of Shanghai, until it is stopped', async () => {
    const log = createFakeLog();
    const schedule = createCronSchedule({ log });
    const ticks: string[] = [];
    schedule.every('5 9 * * *', async () => void ticks.push(new Date().toISOString().slice(0, 16)));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(ticks).toEqual(['2026-11-23T01:05']);
    await schedule.stop();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(ticks).toHaveLength(1);
  });

  test('logs what fails and goes on; stop waits for what is under way', async () => {
    const log = createFakeLog();
    const schedule = createCronSchedule({ log });
    let ended = 0;
    schedule.every('* * * * *', async () => {
      if (log.lines.length === 0) throw new Error('once');
      await new Promise((resolve) => setTimeout(resolve, 30_000));
      ended += 1;
    });
    await vi.advanceTimersByTimeAsync(95_000);
    expect(log.lines.map(({ code }) => code)).toEqual(['tick-failed']);
    const stopped = schedule.stop();
    await vi.advanceTimersByTimeAsync(40_000);
    await stopped;
    expect(ended).toBe(1);
  });
});
