import type { ClockSpan } from '../domain/clock-time.ts';
import { quietUntil } from '../domain/quiet-hours.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboundMessage } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import { begun, CONVERSATION } from './conversation.ts';

/** Says something in a chat that no message there led to. Throws `RecordsError`. */
export type Tell = (to: string, id: string, content: OutboundMessage) => Promise<void>;

/** Puts what is said into the chat's own record: it survives a crash, is sent in order, and wakes nobody at night. */
export function createTell({
  records,
  clock,
  quietHours,
}: {
  readonly records: Pick<Records, 'update'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly quietHours: ClockSpan;
}): Tell {
  return async (to, id, content) => {
    const createdAt = clock.now();
    const quiet = quietUntil(createdAt, quietHours);
    const held = quiet === null ? {} : { notBefore: quiet };
    await records.update(CONVERSATION, to, (before) => ({
      data: begun(before),
      deliveries: [{ id, to, content, createdAt, ...held }],
    }));
  };
}
