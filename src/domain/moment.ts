import { dayOf, type Instant, parseInstant } from './time.ts';

const MINUTE_MS = 60_000;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE_MS, h: 60 * MINUTE_MS, d: 24 * 60 * MINUTE_MS };

/** A moment as a person types it: an ISO instant (Asia/Shanghai without an offset), or `+3d`, `+2h`, `+30m` from `now`. */
export function parseMoment(text: string, now: Instant): Instant | null {
  const step = /^\+(\d{1,5})([mhd])$/.exec(text.trim());
  if (step === null) return parseInstant(text);
  return (now + Number(step[1]) * (UNITS[step[2] as string] as number)) as Instant;
}

/** `2026-12-01 09:00` in Asia/Shanghai. */
export function localMinute(at: Instant): string {
  const day = dayOf(at);
  const midnight = parseInstant(`${day}T00:00`) as Instant;
  const minutes = Math.floor((at - midnight) / MINUTE_MS);
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
