import type { Instant } from '../domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../ports/message.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type Cargo, type Records, RecordsError, type RecordsRefusal } from '../ports/records.ts';
import { failureReply } from '../text/zh/answer.ts';
import { CONVERSATION, type Conversation, workedOff } from './conversation.ts';
import { answering } from './answering-to.ts';
import type { Turn } from './turn/types.ts';
import { wordless } from './wordless.ts';

/** What a message leads to, and what it did to the offers. */
export interface Taken {
  readonly turn: Turn;
  /** Offers that were answered and are over. */
  readonly closed: readonly string[];
  /** It answered an offer. */
  readonly isPick: boolean;
}

export interface WorkOffDeps {
  readonly takeTurn: (message: InboundMessage, conversation: Conversation, now: Instant) => Promise<Taken>;
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a person's follow-ups and digits refer to what was said last. */
  readonly memoryMs: number;
}

interface Sent {
  readonly to: string;
  readonly content: Cargo;
}

// In a group it is clear whose message is answered.
const toReply = (message: InboundMessage, reply: OutboundMessage): Sent => ({
  to: message.chat,
  content: message.isGroup ? { mention: message.from.id, ...answering(message), ...reply } : reply,
});

/** A disk that may have room again in a moment. */
const FULL: readonly RecordsRefusal[] = ['disk-full', 'unwritable'];

/** What nobody said to the bot is not answered when it fails either. */
const awaitsAnswer = ({ isGroup, addressed, happening }: InboundMessage): boolean =>
  (!isGroup || addressed === true) && (happening === undefined || happening.kind === 'chosen');

/**
 * Works off the first message in a chat's inbox; false where there is none. That the message is done and everything it
 * leads to are saved in one step, so a message that is worked off twice has one effect. Throws `RecordsError`.
 */
export function createWorkOff(deps: WorkOffDeps): (chat: string) => Promise<boolean> {
  const { takeTurn, records, clock, log, memoryMs } = deps;

  const turnOf = async (conversation: Conversation, message: InboundMessage) => {
    try {
      return await takeTurn(message, conversation, clock.now());
    } catch (error) {
      // What could not be saved is tried again: the message is acknowledged, and stays in the inbox.
      if (error instanceof RecordsError && FULL.includes(error.code)) throw error;
      log.error('message-failed', { id: message.id, length: message.text.length, error: wordless(error) });
      return {
        turn: awaitsAnswer(message) ? { reply: { text: failureReply } } : {},
        closed: [],
        isPick: false,
      };
    }
  };
  return async (chat) => {
    const conversation = await records.read(CONVERSATION, chat);
    const message = conversation?.inbox[0];
    if (!conversation || !message) return false;
    const { turn, closed, isPick } = await turnOf(conversation, message);
    const { reply, memory = null, asked = null, deliveries = [], manners = {} } = turn;
    const now = clock.now();
    const sent = [...(reply ? [toReply(message, reply)] : []), ...deliveries].map((one, at) => ({
      ...one,
      id: `${message.id}#${at + 1}`,
      createdAt: now,
    }));
    const offer = reply?.offer ?? null;
    await records.update(CONVERSATION, chat, (before) => {
      const data =
        before &&
        workedOff(before, message, { memory, asked, offer, closed, isPick, manners, now, memoryMs });
      return data && { data, deliveries: sent };
    });
    return true;
  };
}
