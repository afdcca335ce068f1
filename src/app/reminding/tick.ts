import { digestNow } from '../../domain/reminder/digest.ts';
import { newSubscriber } from '../../domain/reminder/subscriber-orders.ts';
import { withDigest, withoutDigest } from '../../domain/reminder/told.ts';
import type { Subscriber } from '../../domain/reminder/types.ts';
import { mayTellUnasked } from '../../domain/conversation/unasked.ts';
import { type ClockSpan, instantAt } from '../../domain/clock-time.ts';
import { addDays, dayOf, type Instant } from '../../domain/time.ts';
import type { Change, Records } from '../../ports/records.ts';
import { digestText } from '../../text/zh/reminders.ts';
import { begun, CONVERSATION } from '../conversation.ts';
import type { Timed } from '../timekeeper.ts';
import type { Book } from './book.ts';
import { SUBSCRIBER } from './kinds.ts';
import type { ReminderTools } from './types.ts';

export interface TickDeps extends ReminderTools {
  readonly book: Book;
}

/** When a message of today must not be said any more: the quiet hours begin, or the day is over. */
function endOfTalk(now: Instant, { from }: ClockSpan): Instant {
  const today = dayOf(now);
  const quiet = instantAt(today, from);
  return quiet > now ? quiet : instantAt(addDays(today, 1), from);
}

/** What an earlier digest says that is still in the outbox and not said any more counts as not said. */
function withoutStale(subscriber: Subscriber, open: ReadonlyMap<string, boolean>, now: Instant): Subscriber {
  const { last } = subscriber;
  const isUnsure = last === null ? undefined : open.get(last.id);
  if (last === null || isUnsure === undefined || last.until > now) return subscriber;
  return withoutDigest(subscriber, { id: last.id, isUnsure });
}

/** Digests of a chat that are still to be sent, and whether one may have gone out. */
async function openDigests(records: Records, chat: string): Promise<ReadonlyMap<string, boolean>> {
  const outbox = await records.outbox(SUBSCRIBER, chat);
  return new Map(
    outbox.flatMap(({ id, state }) => {
      if (state.kind === 'sending') return [[id, true] as const];
      return state.kind === 'waiting' ? [[id, state.unsureSince !== null] as const] : [];
    }),
  );
}

function change(
  before: Subscriber,
  { deps, open }: { readonly deps: TickDeps; readonly open: ReadonlyMap<string, boolean> },
): Change<Subscriber> | null {
  const { book, slots, rules, quietHours } = deps;
  const now = deps.now();
  const subscriber = withoutStale(before, open, now);
  const digest = digestNow(book.outlook(subscriber), { slots, rules, now });
  if (digest === null) return null;
  const until = endOfTalk(now, quietHours);
  const data = withDigest(subscriber, digest, { now, until });
  const text = digestText(digest, {
    today: dayOf(now),
    isGroup: data.isGroup,
    title: (policy) => book.mark(policy)?.title ?? '',
  });
  const id = data.last?.id ?? '';
  return { data, deliveries: [{ id, to: data.chat, content: { text, unasked: { until } }, createdAt: now }] };
}

/** Has chats told what is due; whose time has come is worked out from all records, not from one. */
export function createReminderTimer(deps: TickDeps): {
  readonly timed: Timed;
  /** Where the timekeeper finds out who is due, for this kind and all others. */
  readonly agenda: Pick<Records, 'due' | 'nextDue'>;
} {
  const { records, book } = deps;
  return {
    timed: {
      kind: SUBSCRIBER,
      tick: async (chat) => {
        const open = await openDigests(records, chat);
        const { manners } = begun(await records.read(CONVERSATION, chat));
        if (!mayTellUnasked(manners, deps.now())) book.learn({ kind: 'no-more', chat });
        let there: Subscriber | null = null;
        await records.update(SUBSCRIBER, chat, (before) => {
          const changed = change(before ?? newSubscriber(chat, false), { deps, open });
          there = changed?.data ?? before;
          return changed;
        });
        // Also where nothing was to be said: the time has moved on, or another life has said it.
        if (there === null) book.lookAgain(chat);
        else book.learn({ kind: 'subscriber', record: there });
      },
    },
    agenda: {
      due: async (kind, until) =>
        kind.name === SUBSCRIBER.name ? book.due(until) : records.due(kind, until),
      nextDue: async (kind) => (kind.name === SUBSCRIBER.name ? book.nextDue() : records.nextDue(kind)),
    },
  };
}
