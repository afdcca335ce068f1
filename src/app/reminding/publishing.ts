import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { deadlineReplies } from '../../text/zh/deadlines.ts';
import {
  newPoliciesText,
  PUSH_TOPIC,
  pushChoices,
  pushPreview,
  reminderReplies,
} from '../../text/zh/reminders.ts';
import type { Turn } from '../turn/types.ts';
import { answering, type Saying, type StepDeps } from './step-types.ts';

type CommandOf<Kind extends ReminderCommand['kind']> = Extract<ReminderCommand, { kind: Kind }>;

const proposedIn = ({ book }: StepDeps) =>
  (book.newPolicies()?.news ?? []).filter(({ state }) => state === 'proposed');

/** 「新政策」: what came into the library and waits for a specialist. */
export async function listNewPolicies(
  _command: CommandOf<'new-policies'>,
  { isStaff }: Saying,
  deps: StepDeps,
): Promise<Turn | null> {
  if (!isStaff) return null;
  const all = proposedIn(deps).map(({ number, policy }) => ({
    number,
    title: deps.book.mark(policy)?.title ?? policy,
  }));
  return answering(newPoliciesText(all));
}

/** 「推送 N3」 shows to how many it would go; picking or 「确认推送 N3」 has it told. */
export async function publish(
  { number, step }: CommandOf<'publish'>,
  { id, account, isStaff, now: at }: Saying,
  deps: StepDeps,
): Promise<Turn> {
  if (!isStaff) return answering(deadlineReplies.specialistsOnly);
  const news = proposedIn(deps).find((one) => one.number === number);
  if (news === undefined) return answering(reminderReplies.unknownPolicy(number));
  if (step !== 'preview') {
    const isSent = step === 'send';
    const text = isSent ? reminderReplies.pushed(number) : reminderReplies.notPushed(number);
    const state = isSent ? 'approved' : 'declined';
    return answering(text, { record: 'new-policies', order: { kind: 'decide', number, state, at } });
  }
  const { told, unknown } = deps.book.audienceOf(news.policy);
  const groups = told.filter(({ isGroup }) => isGroup).length;
  const text = pushPreview({
    number,
    title: deps.book.mark(news.policy)?.title ?? news.policy,
    groups,
    people: told.length - groups,
    unknown,
  });
  const choices = [
    { key: '1', label: pushChoices.send, says: `确认推送 N${number}` },
    { key: '2', label: pushChoices.decline, says: `不推送 N${number}` },
  ];
  return { reply: { text, offer: { id, topic: PUSH_TOPIC, for: account, choices } } };
}
