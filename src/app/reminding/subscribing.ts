import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { wishOf } from '../../domain/reminder/besides.ts';
import { deadlineReplies } from '../../text/zh/deadlines.ts';
import { reminderReplies } from '../../text/zh/reminders.ts';
import type { Turn } from '../turn/types.ts';
import { answering, type Saying, type StepDeps, unknownAmong } from './step-types.ts';

type CommandOf<Kind extends ReminderCommand['kind']> = Extract<ReminderCommand, { kind: Kind }>;

/** 「订阅」 for everything that fits, 「订阅 专精特新」 for a topic; in a group for the group. */
export async function subscribe(
  { topics }: CommandOf<'subscribe'>,
  { chat, isGroup, now: at }: Saying,
  _deps: StepDeps,
): Promise<Turn> {
  return answering(reminderReplies.subscribed(topics, isGroup), {
    record: 'subscriber',
    chat,
    order: { kind: 'subscribe', isGroup, topics, at },
  });
}

/** 「退订」, of a topic or of single deadlines too. */
export async function unsubscribe(
  { topics, numbers }: CommandOf<'unsubscribe'>,
  { chat, isGroup }: Saying,
  { book }: StepDeps,
): Promise<Turn> {
  const order = (what: Extract<Parameters<typeof answering>[1], { record: 'subscriber' }>['order']) =>
    ({ record: 'subscriber', chat, order: what }) as const;
  if (numbers.length > 0) {
    const unknown = unknownAmong(numbers, { book });
    return unknown.length > 0
      ? answering(deadlineReplies.unknown(unknown))
      : answering(reminderReplies.muted(numbers), order({ kind: 'mute', isGroup, numbers }));
  }
  // A topic that was not asked for by name: what is meant is everything.
  const own = wishOf(book.subscriber(chat) ?? { wish: null })?.topics ?? [];
  const known = topics.filter((topic) => own.includes(topic));
  const text =
    known.length > 0 && known.length < own.length
      ? reminderReplies.unsubscribedTopics(known)
      : reminderReplies.unsubscribed(isGroup);
  return answering(text, order({ kind: 'unsubscribe', isGroup, topics: known }));
}
