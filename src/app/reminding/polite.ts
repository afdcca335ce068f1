import type { NewDelivery, Verdict } from '../../domain/delivery/types.ts';
import type { Slots } from '../../domain/reminder/slots.ts';
import type { SubscriberOrder } from '../../domain/reminder/subscriber-orders.ts';
import type { Instant } from '../../domain/time.ts';
import { ChannelError } from '../../ports/channel.ts';
import type { Cargo, Pending } from '../../ports/records.ts';
import type { Carrier } from '../attempt.ts';
import { recordTarget } from '../orders.ts';
import { SUBSCRIBER } from './kinds.ts';

/** Has what nobody waits for said only when it may be said: whatever a crash or a lost channel has delayed it by. */
export function sayPolitely(carry: Carrier, { slots, now }: { readonly slots: Slots; readonly now: () => Instant }): Carrier {
  return async (delivery) => {
    const { content } = delivery;
    if ('order' in content || content.unasked === undefined) return carry(delivery);
    const at = now();
    // Its days are counted from another day by now: it is put together anew.
    if (at >= content.unasked.until) throw new ChannelError('forbidden');
    const permitted = slots.permittedFrom(at);
    if (permitted > at) throw new ChannelError('unavailable', { retryable: true, afterMs: permitted - at });
    return carry(delivery);
  };
}

const GONE: readonly string[] = ['unknown-chat', 'unreachable'];

/** What a digest's record is told when the digest was not said, or perhaps not. Null for any other message. */
export function afterDigest(
  { kind, record, delivery: { id, content } }: Pending,
  verdict: Verdict,
  now: Instant,
): readonly NewDelivery<Cargo>[] | null {
  if (kind !== SUBSCRIBER.name || 'order' in content || content.unasked === undefined) return null;
  if (verdict.kind !== 'given-up' && verdict.kind !== 'maybe-sent') return [];
  const isGone = verdict.kind === 'given-up' && GONE.includes(verdict.code);
  const fate = verdict.kind === 'maybe-sent' ? 'unsure' : isGone ? 'gone' : 'lost';
  const order: SubscriberOrder = { kind: 'not-said', digest: id, fate };
  return [{ id: `${id}!`, to: recordTarget(SUBSCRIBER.name, record), content: { order }, createdAt: now }];
}
