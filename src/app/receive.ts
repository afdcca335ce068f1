import { backOff } from '../domain/delivery/fate.ts';
import type { Instant } from '../domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Records } from '../ports/records.ts';
import { failureReply } from '../text/zh/answer.ts';
import type { Ask, AskReply } from './answering/types.ts';
import { accept, answered, CONVERSATION, type Conversation, memoryOf, UNANSWERED } from './conversation.ts';
import type { Courier } from './courier.ts';
import { createLanes } from './lanes.ts';

export interface ReceiveDeps {
  readonly ask: Ask;
  readonly records: Records;
  readonly courier: Pick<Courier, 'wake'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a person's follow-ups and digits refer to what was said last. */
  readonly memoryMs: number;
}

export interface Reception {
  /** Resolves when the message is safe on disk: only then may the platform be told. Throws `RecordsError`. */
  readonly receive: (message: InboundMessage) => Promise<void>;
  /** Works off what a crash left in the inboxes. */
  readonly recover: () => Promise<void>;
  /** Resolves when nothing is being worked off. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const toOutbound = (reply: AskReply, offer: string): OutboundMessage => ({
  text: reply.text,
  ...(reply.choices.length > 0 ? { offer: { id: offer, choices: reply.choices } } : {}),
});

/** Takes each message once, and answers those of one chat one after another. */
export function createReceive(deps: ReceiveDeps): Reception {
  const { ask, records, courier, clock, log, memoryMs } = deps;
  const failures = new Map<string, number>();

  const reply = (conversation: Conversation, { id, from, text }: InboundMessage): AskReply | null => {
    try {
      return ask({ text, memory: memoryOf(conversation, from.id, clock.now()) });
    } catch (error) {
      log.error('message-failed', { id, error });
      return null;
    }
  };
  const answerFirst = async (chat: string): Promise<boolean> => {
    const conversation = await records.read(CONVERSATION, chat);
    const message = conversation?.inbox[0];
    if (!conversation || !message) return false;
    const replied = reply(conversation, message);
    const now = clock.now();
    const told = replied && { memory: replied.memory, until: (now + memoryMs) as Instant };
    const content = replied ? toOutbound(replied, message.id) : { text: failureReply };
    await records.update(CONVERSATION, chat, (before) => {
      const data = before && answered(before, message, told);
      const delivery = { id: `${message.id}#1`, to: chat, content, createdAt: now };
      return data && { data, deliveries: [delivery] };
    });
    courier.wake(chat);
    return true;
  };
  const lanes = createLanes(clock, async (chat, isStopping) => {
    try {
      while (!isStopping() && (await answerFirst(chat))) failures.delete(chat);
      return null;
    } catch (error) {
      // The disk may have room again in a moment: the message stays in the inbox until it is answered.
      const failed = (failures.get(chat) ?? 0) + 1;
      failures.set(chat, failed);
      log.error('inbox-failed', { chat, error });
      return (clock.now() + backOff(failed, 1)) as Instant;
    }
  });
  return {
    receive: async (message) => {
      const { chat } = message;
      const isNew = await records.update(CONVERSATION, chat, (before) => {
        const data = accept(before, message, clock.now());
        return data && { data };
      });
      if (isNew) lanes.wake(chat);
    },
    recover: async () => {
      for (const chat of await records.find(CONVERSATION, UNANSWERED)) lanes.wake(chat);
    },
    settled: lanes.settled,
    stop: lanes.stop,
  };
}
