import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import { dayAt, deadlineName, occurrenceKey } from '../../domain/reminder/term.ts';
import type { ApplicationDeadline } from '../../domain/reminder/types.ts';
import { deadlineReplies } from '../../text/zh/deadlines.ts';
import { OUTCOME_TOPIC, reminderReplies } from '../../text/zh/reminders.ts';
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

/** Without a number: those that this chat was reminded of or shown, that are still open, and that the words name. */
function candidates({ about }: Command, saying: Saying, { book }: StepDeps): readonly ApplicationDeadline[] {
  const known = book.subscriber(saying.chat)?.known ?? {};
  const open = openFor(book, saying).filter(({ number }) => Object.hasOwn(known, number));
  const named = about.replace(ENDING, '');
  if (about !== '') return open.filter(({ title }) => named.length > 1 && fold(title).includes(named));
  return open.filter(({ number }) => known[number]?.stage != null);
}
const ENDING = /(?:的?申报|项目|那个|这个|的)+$/u;

const WORDS: Readonly<Record<'applied' | 'declined' | 'open', string>> = {
  applied: '已申报',
  declined: '不申报',
  open: '未申报',
};
const MOST_CHOICES = 4;

/** Several can be meant: a digit tells which. */
function askWhich({ outcome }: Command, { id, account }: Saying, open: readonly ApplicationDeadline[]): Turn {
  const choices = open.slice(0, MOST_CHOICES).map(({ number, title }, at) => ({
    key: `${at + 1}`,
    label: `${deadlineName(number)} ${title}`,
    says: `${WORDS[outcome ?? 'open']} ${deadlineName(number)}`,
  }));
  const text = reminderReplies.whichDeadline(choices);
  return { reply: { text, offer: { id, topic: OUTCOME_TOPIC, for: account, choices } } };
}

/** 「已申报 D12」「不申报 D12」「未申报 D12」 */
export async function noteOutcome(command: Command, saying: Saying, deps: StepDeps): Promise<Turn | null> {
  const { outcome } = command;
  const open = command.numbers.length > 0 ? [] : candidates(command, saying, deps);
  const numbers = command.numbers.length > 0 ? command.numbers : open.map(({ number }) => number);
  // 「报了」 can be said of anything where nobody was reminded.
  if (numbers.length === 0) return null;
  if (open.length > 1) return askWhich(command, saying, open);
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
