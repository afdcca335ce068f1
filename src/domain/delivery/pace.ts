import type { Instant } from '../time.ts';
import type { ChannelLimits } from './types.ts';

/** A message that a channel was given, or is to be given at a later instant. */
export interface Slot {
  readonly at: Instant;
  readonly to: string;
}

interface Window {
  readonly most: number;
  readonly ms: number;
  readonly slots: readonly Slot[];
}

/** Longest window of any limit: older slots are of no account. */
export const PACE_MEMORY_MS = 60_000;

const SECOND_MS = 1000;

/** What a message is wanted for. */
interface Wanted {
  readonly to: string;
  readonly now: Instant;
  readonly limits: ChannelLimits;
  /** Drawn from 0 to 1. */
  readonly jitter: number;
}

function windowsOf(slots: readonly Slot[], { to, limits, jitter }: Wanted): readonly Window[] {
  const { perSecond, perSecondPerChat, perMinute, gapMilliseconds: gap } = limits;
  const windows: Window[] = [];
  if (perSecond) windows.push({ most: perSecond, ms: SECOND_MS, slots });
  if (perMinute) windows.push({ most: perMinute, ms: PACE_MEMORY_MS, slots });
  if (gap) windows.push({ most: 1, ms: gap.from + jitter * (gap.to - gap.from), slots });
  if (perSecondPerChat) {
    windows.push({ most: perSecondPerChat, ms: SECOND_MS, slots: slots.filter((slot) => slot.to === to) });
  }
  return windows;
}

/** The first instant after `at` at which this window has room, or `at` itself. Slots may lie in the future. */
function roomIn({ most, ms, slots }: Window, at: number): number {
  const near = slots.filter((slot) => Math.abs(slot.at - at) < ms);
  return near.length < most ? at : Math.min(...near.map((slot) => slot.at)) + ms;
}

/** The earliest instant from `now` on at which a message to `to` keeps all limits of its channel. */
export function earliestSlot(slots: readonly Slot[], wanted: Wanted): Instant {
  const windows = windowsOf(slots, wanted);
  let at: number = wanted.now;
  for (let moved = true; moved; ) {
    const next = windows.reduce((until, window) => Math.max(until, roomIn(window, at)), at);
    moved = next > at;
    at = next;
  }
  return at as Instant;
}
