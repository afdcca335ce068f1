import type { Instant } from '../domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../ports/message.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Records } from '../ports/records.ts';
import { failureReply } from '../text/zh/answer.ts';
import type { Ask, AskReply } from './answering/types.ts';
import { answered, CONVERSATION, type Conversation, memoryOf } from './conversation.ts';
import type { Courier } from './courier.ts';

export interface AnswerDeps {
  readonly ask: Ask;
  readonly records: Records;
  readonly courier: Pick<Courier, 'wake'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a person's follow-ups and digits refer to what was said last. */
  readonly memoryMs: number;
}

const toOutbound = (reply: AskReply, offer: string): OutboundMessage => ({
  text: reply.text,
  ...(reply.choices.length > 0 ? { offer: { id: offer, choices: reply.choices } } : {}),
});

/**
 * Answers the first message in a chat's inbox; false where there is none. That the message is done and what is said
 * about it are saved in one step, so a message that is worked off twice is answered once. Throws `RecordsError`.
 */
export function createAnswerFirst(deps: AnswerDeps): (chat: string) => Promise<boolean> {
  const { ask, records, courier, clock, log, memoryMs } = deps;

  const reply = (conversation: Conversation, { id, from, text }: InboundMessage): AskReply | null => {
    try {
      return ask({ text, memory: memoryOf(conversation, from.id, clock.now()) });
    } catch (error) {
      log.error('message-failed', { id, error });
      return null;
    }
  };
  return async (chat) => {
    const conversation = await records.read(CONVERSATION, chat);
    const message = conversation?.inbox[0];
    if (!conversation || !message) return false;
    const replied = reply(conversation, message);
    const now = clock.now();
    const told = replied && { memory: replied.memory, until: (now + memoryMs) as Instant };
    const content = replied ? toOutbound(replied, message.id) : { text: failureReply };
    await records.update(CONVERSATION, chat, (before) => {
      const data = before && answered(before, message, told);
      return data && { data, deliveries: [{ id: `${message.id}#1`, to: chat, content, createdAt: now }] };
    });
    courier.wake(chat);
    return true;
  };
}
