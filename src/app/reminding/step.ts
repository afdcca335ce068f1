import { accountId } from '../../domain/people/account.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { parseReminderCommand, type ReminderCommand } from '../../domain/reminder/commands.ts';
import { dayOf } from '../../domain/time.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { changeAddress, sendCalendar } from './calendar.ts';
import { listDeadlines, showDeadline } from './listing.ts';
import { noteOutcome } from './outcomes.ts';
import { listNewPolicies, publish } from './publishing.ts';
import { addDeadline, confirm, edit, listWaiting, revoke } from './specialists.ts';
import type { Saying, StepDeps } from './step-types.ts';
import { subscribe, unsubscribe } from './subscribing.ts';

type Answers = {
  readonly [Kind in ReminderCommand['kind']]: (
    command: Extract<ReminderCommand, { kind: Kind }>,
    saying: Saying,
    deps: StepDeps,
  ) => Promise<Turn | null>;
};

const ANSWERS: Answers = {
  list: listDeadlines,
  show: showDeadline,
  add: addDeadline,
  'bad-day': addDeadline,
  edit,
  confirm,
  revoke,
  waiting: listWaiting,
  outcome: noteOutcome,
  subscribe,
  unsubscribe,
  calendar: sendCalendar,
  'calendar-address': changeAddress,
  'new-policies': listNewPolicies,
  publish,
};

const STAFF: readonly string[] = ['specialist', 'supervisor', 'administrator'];

function sayingOf({ message, now, text }: Said, { roster }: StepDeps): Saying | null {
  const account = accountId(message.from.id);
  if (account === null) return null;
  const roles = rolesOf(roster().whoIs(account));
  const { id, chat, isGroup } = message;
  const isStaff = roles.some((role) => STAFF.includes(role));
  return { id, account, chat, isGroup, isStaff, text, now, today: dayOf(now) };
}

/** 「截止」「已申报 D12」「订阅」「日历」 and what specialists do with deadlines. */
export function createReminderStep(deps: StepDeps): Step {
  return async (said) => {
    const command = parseReminderCommand(said.text, dayOf(said.now));
    if (command === null) return null;
    const saying = sayingOf(said, deps);
    if (saying === null) return null;
    // A file that was laid into the library a moment ago counts.
    await deps.sync();
    const answer = ANSWERS[command.kind] as (
      command: ReminderCommand,
      saying: Saying,
      deps: StepDeps,
    ) => Promise<Turn | null>;
    return answer(command, saying, deps);
  };
}
