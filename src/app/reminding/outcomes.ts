import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { dayAt, occurrenceKey } from '../../domain/reminder/term.ts';
import { deadlineReplies } from '../../text/zh/deadlines.ts';
import { reminderReplies } from '../../text/zh/reminders.ts';
import type { Turn } from '../turn/types.ts';
import { openFor } from './listing.ts';
import { party } from './readers.ts';
import { answering, type Saying, type StepDeps, unknownAmong } from './step-types.ts';

type Command = Extract<ReminderCommand, { kind: 'outcome' }>;

/** For whom somebody speaks, and whether that is everybody who reads the chat. */
function applicantOf({ account, chat, isGroup, isStaff }: Saying, { roster, book }: StepDeps) {
  const enterprise = roster().enterpriseOf(account, chat)?.enterprise ?? null;
  const own = enterprise === null ? party.person(account) : party.enterprise(enterprise.id);
  if (!isGroup) return { id: own, isWhole: true };
  const ofGroup = book.subscriber(chat)?.isGroup === true ? book.reader(chat).enterprise : null;
  const bound = ofGroup ?? groupEnterprise(chat, roster);
  if (bound !== null) return { id: party.enterprise(bound), isWhole: true };
  // A specialist speaks for the group; an owner for his own enterprise among several.
  return isStaff ? { id: party.chat(chat), isWhole: true } : { id: own, isWhole: false };
}

function groupEnterprise(chat: string, roster: StepDeps['roster']) {
  const binding = roster().placeOf(chat)?.binding ?? null;
  return binding?.kind === 'enterprise-group' ? binding.enterprise : null;
}

/** Without a number: the only one that this chat was reminded of and that is still open. */
function meant({ numbers }: Command, saying: Saying, { book }: StepDeps): readonly number[] | null {
  if (numbers.length > 0) return numbers;
  const known = book.subscriber(saying.chat)?.known ?? {};
  const open = openFor(book, saying).filter(({ number }) => known[number]?.stage != null);
  if (open.length === 0) return null;
  return open.length === 1 ? open.map(({ number }) => number) : [];
}

/** 「已申报 D12」「不申报 D12」「未申报 D12」 */
export async function noteOutcome(command: Command, saying: Saying, deps: StepDeps): Promise<Turn | null> {
  const { outcome } = command;
  const numbers = meant(command, saying, deps);
  // 「已申报」 can be said of anything where nobody was reminded.
  if (numbers === null) return null;
  if (numbers.length === 0) return answering(reminderReplies.whichDeadline);
  const unknown = unknownAmong(numbers, deps);
  if (unknown.length > 0) return answering(deadlineReplies.unknown(unknown));
  const all = numbers.map((number) => deps.book.deadline(number)).filter((one) => one !== null);
  const keys = all.map((one) => occurrenceKey(one, dayAt(one, saying.today)));
  const { id, isWhole } = applicantOf(saying, deps);
  const text =
    isWhole || outcome === null
      ? reminderReplies.outcome(outcome, numbers)
      : reminderReplies.outcomeOfOne(outcome, numbers);
  return answering(text, { record: 'applicant', party: id, order: { keys, outcome, at: saying.now } });
}
