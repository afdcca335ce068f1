import type { ClockSpan } from '../domain/clock-time.ts';
import { mayTellUnasked } from '../domain/conversation/unasked.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboundMessage } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import { CONVERSATION, toldUnasked } from './conversation.ts';

export interface UnaskedDeps {
  readonly records: Pick<Records, 'update'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly quietHours: ClockSpan;
}

/** Something that nobody asked for; `id` becomes the delivery's. */
export interface Unasked {
  readonly id: string;
  readonly chat: string;
  readonly content: OutboundMessage;
}

/**
 * Says what nobody asked for where manners allow it: once a group or private chat and day, never at night. That it was
 * said today and what is said are saved in one step. False where it may not be said now. Throws `RecordsError`.
 */
export function createTellUnasked({
  records,
  clock,
  quietHours,
}: UnaskedDeps): (one: Unasked) => Promise<boolean> {
  return ({ id, chat, content }) => {
    const now = clock.now();
    return records.update(CONVERSATION, chat, (before) => {
      const data = toldUnasked(before, now, (manners) => mayTellUnasked(manners, now, quietHours));
      return data && { data, deliveries: [{ id, to: chat, content, createdAt: now }] };
    });
  };
}
