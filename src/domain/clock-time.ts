import type { Brand } from './brand.ts';
import type { Instant, LocalDate } from './time.ts';

/** A time of day in Asia/Shanghai, in whole minutes after midnight. */
export type ClockTime = Brand<number, 'ClockTime'>;

/** Part of a day; `from` belongs to it, `to` does not. */
export interface ClockSpan {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

const MINUTE_MS = 60_000;

/** Reads `HH:MM`, 00:00 to 23:59; null for anything else. */
export function parseClockTime(text: string): ClockTime | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return parts ? ((Number(parts[1]) * 60 + Number(parts[2])) as ClockTime) : null;
}

/** The instant at which the clock of Asia/Shanghai shows `clock` on that day. */
export function instantAt(on: LocalDate, clock: ClockTime): Instant {
  return (Date.parse(`${on}T00:00:00+08:00`) + clock * MINUTE_MS) as Instant;
}

/** True where each span ends after it begins, and none begins before the one in front of it has ended. */
export function followOneAnother(spans: readonly ClockSpan[]): boolean {
  return spans.every(({ from, to }, at) => from < to && from >= (spans[at - 1]?.to ?? 0));
}
