import { type Manners, PLAIN_MANNERS } from '../domain/conversation/manners.ts';
import { afterMovingOn, ANSWER_TOPIC, type Offer, withOffer } from '../domain/conversation/offers.ts';
import { type Asking, withAsking } from '../domain/conversation/repeats.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import type { InboundMessage, OutboundOffer } from '../ports/message.ts';
import type { Kind } from '../ports/records.ts';
import type { AskMemory } from './answering/types.ts';
import type { Asked } from './turn/types.ts';

/** What one person was told last in a chat; two owners in one group do not get each other's follow-ups. */
interface Thread {
  readonly person: string;
  readonly memory: AskMemory;
  /** The last question and its answer, also where the bot declined. */
  readonly asked?: Asked;
  readonly until: Instant;
}

/** One chat. */
export interface Conversation {
  /** Acknowledged, not yet worked off; the oldest first. */
  readonly inbox: readonly InboundMessage[];
  /** Messages already taken, the oldest first: a platform repeats an event within hours. */
  readonly seen: readonly (readonly [messageId: string, at: Instant])[];
  readonly threads: readonly Thread[];
  /** What can be answered by a digit, the newest last. */
  readonly offers: readonly Offer[];
  readonly manners: Manners;
  /** Questions answered within the last minute, the newest last. */
  readonly lately: readonly Asking[];
}

/** Key of the conversations that have something in their inbox. */
export const UNANSWERED = 'unanswered';

export const CONVERSATION: Kind<Conversation> = {
  name: 'conversation',
  version: 3,
  // Version 1 had no offers, version 2 no manners.
  migrate: (older) => ({ ...NEW, ...(older as Partial<Conversation>) }),
  keys: ({ inbox }) => (inbox.length > 0 ? [UNANSWERED] : []),
};

const SEEN_MS = 24 * 3_600_000;
/** A chat so busy that a day brings more ids than this keeps the newest; its file stays below 150 KB. */
const MOST_SEEN = 2000;
const MOST_THREADS = 50;
const LASTING_MS = 30 * 24 * 3_600_000;

const NEW: Conversation = {
  inbox: [],
  seen: [],
  threads: [],
  offers: [],
  manners: PLAIN_MANNERS,
  lately: [],
};

/** The conversation as it is, or at its beginning. */
export const begun = (before: Conversation | null): Conversation => before ?? NEW;

/** The conversation with this message in its inbox; null where the message was taken before. */
export function accept(
  before: Conversation | null,
  message: InboundMessage,
  now: Instant,
): Conversation | null {
  const conversation = begun(before);
  const { inbox, seen } = conversation;
  if (seen.some(([id]) => id === message.id)) return null;
  const kept = seen.filter(([, at]) => at > now - SEEN_MS).slice(1 - MOST_SEEN);
  return { ...conversation, inbox: [...inbox, message], seen: [...kept, [message.id, now]] };
}

/** What this person was told last, while it is fresh. */
export const memoryOf = ({ threads }: Conversation, person: string, now: Instant): AskMemory | undefined =>
  threads.find((thread) => thread.person === person && thread.until > now)?.memory;

/** What this person asked last, while it is fresh. */
export const askedOf = ({ threads }: Conversation, person: string, now: Instant): Asked | undefined =>
  threads.find((thread) => thread.person === person && thread.until > now)?.asked;

/** How long an offer and what was said last stay open. */
export interface Lifetime {
  readonly now: Instant;
  readonly memoryMs: number;
}

const toOffer = (offer: OutboundOffer, { now, memoryMs }: Lifetime): Offer => ({
  id: offer.id,
  topic: offer.topic ?? ANSWER_TOPIC,
  for: offer.for ?? null,
  choices: offer.choices.map(({ key, label, says = key }) => ({ key, label, says })),
  isLasting: offer.lasting === true,
  until: (now + (offer.lasting === true ? LASTING_MS : memoryMs)) as Instant,
  messages: [],
});

/** The conversation in which this offer is open; null where it is already. */
export function offered(
  before: Conversation | null,
  offer: OutboundOffer,
  lifetime: Lifetime,
): Conversation | null {
  const conversation = begun(before);
  if (conversation.offers.some(({ id }) => id === offer.id)) return null;
  return { ...conversation, offers: withOffer(conversation.offers, toOffer(offer, lifetime), lifetime.now) };
}

/** A message in which an offer was shown; `card`: its text, where it can be changed. */
export interface Shown {
  readonly offer: string;
  readonly message: string;
  readonly card: string | null;
}

/** The conversation that knows in which message an offer was shown; null where that changes nothing. */
export function shownIn(before: Conversation | null, { offer, message, card }: Shown): Conversation | null {
  if (!before?.offers.some(({ id, messages }) => id === offer && !messages.includes(message))) return null;
  const note = (one: Offer): Offer => {
    const shown = { ...one, messages: [...one.messages, message] };
    // What an answer of the library offers can be picked again and again.
    if (card === null || one.topic === ANSWER_TOPIC) return shown;
    return { ...shown, cards: [...(one.cards ?? []), { message, text: card }] };
  };
  return { ...before, offers: before.offers.map((one) => (one.id === offer ? note(one) : one)) };
}

/** What came of a message for the conversation itself. */
export interface Outcome {
  /** What the next message of this person can lean on; null leaves it as it was. */
  readonly memory: AskMemory | null;
  readonly asked: Asked | null;
  /** What is open now because of the reply. */
  readonly offer: OutboundOffer | null;
  /** Offers that were answered. */
  readonly closed: readonly string[];
  /** The message answered an offer. */
  readonly isPick: boolean;
  /** What changes in how the bot behaves there. */
  readonly manners: Partial<Manners>;
}

/** The conversation in which something was said unasked at this moment. */
export function toldUnasked(before: Conversation | null, now: Instant): Conversation {
  const conversation = begun(before);
  return { ...conversation, manners: { ...conversation.manners, unaskedOn: dayOf(now) } };
}

/** The conversation after a message was worked off; null where it is not in the inbox any more. */
export function workedOff(
  before: Conversation,
  message: InboundMessage,
  { memory, asked, offer, closed, isPick, manners, now, memoryMs }: Outcome & Lifetime,
): Conversation | null {
  if (!before.inbox.some(({ id }) => id === message.id)) return null;
  const inbox = before.inbox.filter(({ id }) => id !== message.id);
  const person = message.from.id;
  const left = before.offers.filter(({ id }) => !closed.includes(id));
  const open = isPick ? left : afterMovingOn(left, person);
  const offers = offer ? withOffer(open, toOffer({ for: person, ...offer }, { now, memoryMs }), now) : open;
  const lately = asked ? withAsking(before.lately, { text: asked.question, person, now }) : before.lately;
  const after = { ...before, inbox, offers, lately, manners: { ...before.manners, ...manners } };
  if (memory === null) return after;
  const others = before.threads.filter((thread) => thread.person !== person);
  const thread = { person, memory, ...(asked ? { asked } : {}), until: (now + memoryMs) as Instant };
  return { ...after, threads: [...others, thread].slice(-MOST_THREADS) };
}
