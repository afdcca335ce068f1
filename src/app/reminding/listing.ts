import { fold } from '../../domain/hanzi/fold.ts';
import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { dayAt, isOver, occurrenceKey, toldOf } from '../../domain/reminder/term.ts';
import type { ApplicationDeadline } from '../../domain/reminder/types.ts';
import { deadlineList, deadlineReplies, deadlineText } from '../../text/zh/deadlines.ts';
import type { Turn } from '../turn/types.ts';
import type { Book } from './book.ts';
import type { ReminderOrder } from './carry-out.ts';
import { answering, type Saying, type StepDeps } from './step-types.ts';

type CommandOf<Kind extends ReminderCommand['kind']> = Extract<ReminderCommand, { kind: Kind }>;

const isAbout = ({ title, what, origin }: ApplicationDeadline, topic: string): boolean =>
  fold([title, what, origin.kind === 'policy' ? origin.document : ''].join('\n')).includes(fold(topic));

/** What is open for those who read a chat, the first to close first; what has no day comes last. */
export function openFor(
  book: Book,
  { chat, now, today }: Pick<Saying, 'chat' | 'now' | 'today'>,
): readonly ApplicationDeadline[] {
  const reader = book.reader(chat);
  const muted = book.subscriber(chat)?.muted ?? [];
  const dayOrEnd = (one: ApplicationDeadline): string => dayAt(one, today) ?? '9';
  return book
    .concerning(chat)
    .filter((one) => !isOver(one, now, today) && !muted.includes(one.number))
    .filter((one) => !book.isSettled(reader, occurrenceKey(one, dayAt(one, today))))
    .toSorted((one, other) =>
      dayOrEnd(one) < dayOrEnd(other) ? -1 : dayOrEnd(one) > dayOrEnd(other) ? 1 : 0,
    );
}

/** Notes what somebody was shown, so that they are told when it changes. */
export const shown = (all: readonly ApplicationDeadline[], { chat, isGroup }: Saying): ReminderOrder => ({
  record: 'subscriber',
  chat,
  order: {
    kind: 'shown',
    isGroup,
    deadlines: Object.fromEntries(
      all.filter(({ since }) => since !== null).map((one) => [one.number, toldOf(one)]),
    ),
    policies: {},
  },
});

/** 「截止」「截止 专精特新」: without a topic only what has a day. */
export async function listDeadlines(
  { topic }: CommandOf<'list'>,
  saying: Saying,
  { book }: StepDeps,
): Promise<Turn> {
  const { today } = saying;
  const open = openFor(book, saying).filter((one) =>
    topic === '' ? dayAt(one, today) !== null : isAbout(one, topic),
  );
  const text = deadlineList(open, { topic, today });
  return open.length === 0 ? answering(text) : answering(text, shown(open, saying));
}

/** 「D12」: the sentence that it came from, and how certain it is. */
export async function showDeadline(
  { number }: CommandOf<'show'>,
  saying: Saying,
  { book }: StepDeps,
): Promise<Turn> {
  const deadline = book.deadline(number);
  return deadline === null
    ? answering(deadlineReplies.unknown([number]))
    : answering(deadlineText(deadline, saying.today), shown([deadline], saying));
}
