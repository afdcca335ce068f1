import type { Instant } from '../domain/time.ts';
import type { InboundMessage } from '../ports/message.ts';
import type { Kind } from '../ports/records.ts';
import type { AskMemory } from './answering/types.ts';

/** What one person was told last in a chat; two owners in one group do not get each other's follow-ups. */
interface Thread {
  readonly person: string;
  readonly memory: AskMemory;
  readonly until: Instant;
}

/** One chat. */
export interface Conversation {
  /** Acknowledged, not yet worked off; the oldest first. */
  readonly inbox: readonly InboundMessage[];
  /** Messages already taken, the oldest first: a platform repeats an event within hours. */
  readonly seen: readonly (readonly [messageId: string, at: Instant])[];
  readonly threads: readonly Thread[];
}

/** Key of the conversations that have something in their inbox. */
export const UNANSWERED = 'unanswered';

export const CONVERSATION: Kind<Conversation> = {
  name: 'conversation',
  version: 1,
  migrate: (older, version) => {
    throw new TypeError(`no conversation of version ${version} was ever written: ${typeof older}`);
  },
  keys: ({ inbox }) => (inbox.length > 0 ? [UNANSWERED] : []),
};

const SEEN_MS = 24 * 3_600_000;
/** A chat so busy that a day brings more ids than this keeps the newest; its file stays below 150 KB. */
const MOST_SEEN = 2000;
const MOST_THREADS = 50;

const NEW: Conversation = { inbox: [], seen: [], threads: [] };

/** The conversation with this message in its inbox; null where the message was taken before. */
export function accept(
  before: Conversation | null,
  message: InboundMessage,
  now: Instant,
): Conversation | null {
  const { inbox, seen, threads } = before ?? NEW;
  if (seen.some(([id]) => id === message.id)) return null;
  const kept = seen.filter(([, at]) => at > now - SEEN_MS).slice(1 - MOST_SEEN);
  return { inbox: [...inbox, message], seen: [...kept, [message.id, now]], threads };
}

/** What this person was told last, while it is fresh. */
export const memoryOf = ({ threads }: Conversation, person: string, now: Instant): AskMemory | undefined =>
  threads.find((thread) => thread.person === person && thread.until > now)?.memory;

/** The conversation after a message was answered; null where it is not in the inbox any more. */
export function answered(
  before: Conversation,
  message: InboundMessage,
  told: { readonly memory: AskMemory; readonly until: Instant } | null,
): Conversation | null {
  if (!before.inbox.some(({ id }) => id === message.id)) return null;
  const inbox = before.inbox.filter(({ id }) => id !== message.id);
  if (told === null) return { ...before, inbox };
  const others = before.threads.filter(({ person }) => person !== message.from.id);
  const threads = [...others, { person: message.from.id, ...told }].slice(-MOST_THREADS);
  return { ...before, inbox, threads };
}
