import type { Instant } from '../time.ts';

interface Trying {
  /** Attempts that failed. */
  readonly tries: number;
  /** The first attempt that may have gone through all the same; null where none may. */
  readonly unsureSince: Instant | null;
}

/** What has become of a delivery that is still kept; one that was sent is kept no longer. */
export type DeliveryState =
  /** The next attempt is not before `after`. */
  | ({ readonly kind: 'waiting'; readonly after: Instant } & Trying)
  /** Saved before the channel is called: whoever finds it after a crash cannot know what came of it. */
  | ({ readonly kind: 'sending'; readonly since: Instant } & Trying)
  | { readonly kind: 'maybe-sent'; readonly at: Instant }
  | { readonly kind: 'given-up'; readonly at: Instant; readonly code: string };

/** States of a delivery that is still to be sent. */
export type OpenState = Extract<DeliveryState, { kind: 'waiting' | 'sending' }>;

/** What comes of one attempt. */
export type Verdict = DeliveryState | { readonly kind: 'sent' };

/** A message on its way out, kept in the record that caused it. */
export interface Delivery<Content, State extends DeliveryState = DeliveryState> {
  /** Derived from the cause, so that the same effect never gets a second one; also the key that a channel may take. */
  readonly id: string;
  /** Place in the one order of all deliveries. */
  readonly number: number;
  /** The chat that it goes to: `channel:chatId`. */
  readonly to: string;
  readonly content: Content;
  readonly createdAt: Instant;
  /** Held back until then, and let go past by what is not: an answer does not wake anybody at night. */
  readonly notBefore?: Instant;
  readonly state: State;
}

/** A delivery as its cause orders it; number and state are given when it is saved. */
export type NewDelivery<Content> = Omit<Delivery<Content>, 'number' | 'state'>;

/** How fast a channel may be used, and how long it knows the key of a message again (`seeds/rules.json`). */
export interface ChannelLimits {
  readonly perSecondPerChat?: number | undefined;
  readonly perSecond?: number | undefined;
  readonly perMinute?: number | undefined;
  /** Least time between two messages, drawn from this range. */
  readonly gapMilliseconds?: { readonly from: number; readonly to: number } | undefined;
  readonly idempotencyMinutes?: number | undefined;
}
