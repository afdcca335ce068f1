import { earliestSlot, PACE_MEMORY_MS, type Slot } from '../domain/delivery/pace.ts';
import type { ChannelLimits } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';

interface Leaving {
  readonly id: string;
  readonly to: string;
}

/** Keeps when each channel is used, and draws the next instant at which it may be. */
export interface Pacer {
  /** The instant drawn for a delivery; the same until the delivery is forgotten. */
  readonly slotFor: (channel: string, delivery: Leaving) => Instant;
  /**
   * The instant at which it may leave: now, and then it counts as having left, unless too many did lately. Plans are made
   * for instants, but what was held up leaves with what comes after it.
   */
  readonly leave: (channel: string, delivery: Leaving) => Instant;
  readonly forget: (id: string) => void;
}

export interface PacerDeps {
  readonly limits: (channel: string) => ChannelLimits;
  readonly clock: Pick<Clock, 'now'>;
  /** A number from 0 to 1. */
  readonly chance: () => number;
}

const isLimited = ({ perSecond, perMinute, perSecondPerChat, gapMilliseconds }: ChannelLimits): boolean =>
  (perSecond ?? perMinute ?? perSecondPerChat ?? gapMilliseconds) !== undefined;

/** Makes a pacer that has seen nothing yet. */
export function createPacer({ limits, clock, chance }: PacerDeps): Pacer {
  const used = new Map<string, readonly Slot[]>();
  const left = new Map<string, readonly Slot[]>();
  const drawn = new Map<string, Instant>();
  const lately = (slots: Map<string, readonly Slot[]>, channel: string): readonly Slot[] => {
    const now = clock.now();
    return (slots.get(channel) ?? []).filter(({ at }) => at > now - PACE_MEMORY_MS);
  };
  return {
    slotFor: (channel, { id, to }) => {
      const known = drawn.get(id);
      if (known !== undefined) return known;
      if (!isLimited(limits(channel))) return clock.now();
      const slots = lately(used, channel);
      const at = earliestSlot(slots, { to, now: clock.now(), limits: limits(channel), jitter: chance() });
      used.set(channel, [...slots, { at, to }]);
      drawn.set(id, at);
      return at;
    },
    leave: (channel, { to }) => {
      if (!isLimited(limits(channel))) return clock.now();
      const slots = lately(left, channel);
      const now = clock.now();
      const at = earliestSlot(slots, { to, now, limits: limits(channel), jitter: 0 });
      left.set(channel, at > now ? slots : [...slots, { at, to }]);
      return at;
    },
    forget: (id) => void drawn.delete(id),
  };
}
