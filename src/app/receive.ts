import type { Channel, InboundMessage } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import { failureReply } from '../text/zh/answer.ts';
import type { Ask, AskMemory } from './answering/types.ts';

export interface ReceiveDeps {
  readonly ask: Ask;
  readonly channel: Pick<Channel, 'say'>;
  readonly log: Log;
}

/** Conversations remembered at once; the one silent for longest is forgotten first. */
const MOST_CONVERSATIONS = 10_000;
/** Ids of messages already taken; a platform repeats an event within hours. */
const MOST_SEEN = 50_000;

/** Keeps the newest entries of a map in the order of their last use. */
function remember<Value>(
  map: Map<string, Value>,
  { key, value, most }: { key: string; value: Value; most: number },
): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.size > most ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
}

/**
 * Answers messages: those of one chat one after another, each id once. What a person asked before is kept for
 * that person in that chat, so that two owners in one group do not get each other's follow-ups.
 */
export function createReceive({
  ask,
  channel,
  log,
}: ReceiveDeps): (message: InboundMessage) => Promise<void> {
  const memories = new Map<string, AskMemory>();
  const seen = new Map<string, true>();
  const queues = new Map<string, Promise<void>>();

  const answerOne = async ({ id, chat, from, text }: InboundMessage): Promise<void> => {
    const who = `${chat}|${from.id}`;
    try {
      const reply = ask({ text, memory: memories.get(who) });
      remember(memories, { key: who, value: reply.memory, most: MOST_CONVERSATIONS });
      await channel.say(chat, {
        text: reply.text,
        ...(reply.choices.length > 0 ? { offer: { id, choices: reply.choices } } : {}),
      });
    } catch (cause) {
      log.error('message-failed', {
        id,
        cause: cause instanceof Error ? cause.stack : String(cause),
      });
      await channel.say(chat, { text: failureReply });
    }
  };

  return (message) => {
    if (seen.has(message.id)) return Promise.resolve();
    remember(seen, { key: message.id, value: true, most: MOST_SEEN });
    const before = queues.get(message.chat) ?? Promise.resolve();
    const mine = before.then(() => answerOne(message));
    // The next message of the chat waits for this one, whether or not it could be answered.
    const settled = mine
      .catch(() => undefined)
      .then(() => {
        if (queues.get(message.chat) === settled) queues.delete(message.chat);
      });
    queues.set(message.chat, settled);
    return mine;
  };
}
