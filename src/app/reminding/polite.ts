import type { Delivery, NewDelivery, Verdict } from '../../domain/delivery/types.ts';
import type { Slots } from '../../domain/reminder/slots.ts';
import type { SubscriberOrder } from '../../domain/reminder/subscriber-orders.ts';
import { occurrenceKey, sameTold, toldOf } from '../../domain/reminder/term.ts';
import type { Instant } from '../../domain/time.ts';
import { ChannelError } from '../../ports/channel.ts';
import type { Cargo, Pending, Records } from '../../ports/records.ts';
import type { Carrier } from '../attempt.ts';
import { CONVERSATION, toldUnasked } from '../conversation.ts';
import { recordTarget } from '../orders.ts';
import type { Book } from './book.ts';
import { SUBSCRIBER } from './kinds.ts';

export interface PoliteDeps {
  readonly slots: Slots;
  readonly now: () => Instant;
  readonly records: Pick<Records, 'update'>;
  readonly book: Pick<Book, 'subscriber' | 'deadline' | 'reader' | 'isSettled'>;
}

/** Somebody has applied, unsubscribed or moved the day since it was put together. */
function isOutdated({ id, to }: Pick<Delivery<Cargo>, 'id' | 'to'>, { book }: PoliteDeps): boolean {
  const subscriber = book.subscriber(to);
  if (subscriber === null || subscriber.last?.id !== id || subscriber.last.before === null) return true;
  if (subscriber.wish === 'stopped') return true;
  const reader = book.reader(to);
  return Object.entries(subscriber.last.before.known).some(([number, before]) => {
    const now = subscriber.known[number];
    const deadline = book.deadline(Number(number));
    if (now === undefined || deadline === null || !sameTold(now.told, toldOf(deadline))) return true;
    const isReminder =
      now.stage !== null && (now.stage.on !== before?.stage?.on || now.stage.days !== before.stage.days);
    return (
      isReminder &&
      (subscriber.muted.includes(deadline.number) ||
        book.isSettled(reader, occurrenceKey(deadline, now.stage.on)))
    );
  });
}

/** Has what nobody waits for said only when it may be said: whatever a crash or a lost channel has delayed it by. */
export function sayPolitely(carry: Carrier, deps: PoliteDeps): Carrier {
  const { slots, now } = deps;
  const politely: Carrier = async (delivery) => {
    const { content } = delivery;
    if ('order' in content || content.unasked === undefined) return carry(delivery);
    const at = now();
    // It counts days from another day by now, or is not true any more: it is put together anew.
    if (at >= content.unasked.until || isOutdated(delivery, deps)) throw new ChannelError('outdated');
    const permitted = slots.permittedFrom(at);
    if (permitted > at) throw new ChannelError('unavailable', { retryable: true, afterMs: permitted - at });
    const note = await carry(delivery);
    // The day's unasked message: a greeting goes without. Said is said, whether it can be noted or not.
    return async () => {
      await note?.();
      await deps.records
        .update(CONVERSATION, delivery.to, (before) => ({ data: toldUnasked(before, at) }))
        .catch(() => false);
    };
  };
  return Object.assign(politely, carry.prepare === undefined ? {} : { prepare: carry.prepare });
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
