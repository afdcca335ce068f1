import type { Clock } from '../ports/clock.ts';
import type { OutboundMessage } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import { begun, CONVERSATION } from './conversation.ts';

/** Says something in a chat that no message there led to. Throws `RecordsError`. */
export type Tell = (to: string, id: string, content: OutboundMessage) => Promise<void>;

/** Puts what is said into the chat's own record: it survives a crash, and is sent in order. */
export function createTell({
  records,
  clock,
}: {
  readonly records: Pick<Records, 'update'>;
  readonly clock: Pick<Clock, 'now'>;
}): Tell {
  return async (to, id, content) => {
    const createdAt = clock.now();
    await records.update(CONVERSATION, to, (before) => ({
      data: begun(before),
      deliveries: [{ id, to, content, createdAt }],
    }));
  };
}
