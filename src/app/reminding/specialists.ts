import type { ReminderCommand, TypedDay } from '../../domain/reminder/commands.ts';
import type { Edit } from '../../domain/reminder/deadline-orders.ts';
import { endOf } from '../../domain/reminder/term.ts';
import type { Reading } from '../../domain/reminder/types.ts';
import { deadlineReplies, momentWord, waitingText } from '../../text/zh/deadlines.ts';
import type { Turn } from '../turn/types.ts';
import type { ReminderOrder } from './carry-out.ts';
import { nextDeadlineNumber } from './numbers.ts';
import { waitingDeadlines } from './reviews.ts';
import { answering, type Saying, type StepDeps, unknownAmong } from './step-types.ts';

type CommandOf<Kind extends ReminderCommand['kind']> = Extract<ReminderCommand, { kind: Kind }>;

/** Why a command of a specialist cannot be done; null where it can. */
function obstacle(
  { isStaff, now }: Saying,
  { reachOf, book }: StepDeps,
  {
    day,
    region,
    numbers,
  }: { readonly day: TypedDay | null; readonly region: string | null; readonly numbers: readonly number[] },
): Turn | null {
  if (!isStaff) return answering(deadlineReplies.specialistsOnly);
  const unknown = unknownAmong(numbers, { book });
  if (unknown.length > 0) return answering(deadlineReplies.unknown(unknown));
  if (day !== null && endOf(day.on, day.at) <= now) return answering(deadlineReplies.dayIsOver(day.on));
  if (region !== null && reachOf(region).kind === 'elsewhere')
    return answering(deadlineReplies.elsewhere(region));
  return null;
}

/** 「截止 2027-03-31 省级专精特新申报 仅限武汉」 */
export async function addDeadline(
  command: CommandOf<'add' | 'bad-day'>,
  saying: Saying,
  deps: StepDeps,
): Promise<Turn> {
  if (command.kind === 'bad-day')
    return answering(saying.isStaff ? deadlineReplies.badDay : deadlineReplies.specialistsOnly);
  const { day, title, region } = command;
  const refusal = obstacle(saying, deps, { day, region, numbers: [] });
  if (refusal !== null) return refusal;
  const number = await nextDeadlineNumber(deps.records);
  const reading: Reading = {
    ...day,
    from: null,
    yearly: null,
    title,
    what: title,
    kind: 'application',
    region,
    snippet: saying.text.trim(),
    doubts: [],
  };
  const origin = { kind: 'hand', by: saying.account } as const;
  return answering(deadlineReplies.added(number, momentWord(day, saying.today), title), {
    record: 'deadline',
    number,
    order: { kind: 'add', number, reading, origin, at: saying.now },
  });
}

const editOf = ({ day, title, region }: Pick<CommandOf<'edit'>, 'day' | 'title' | 'region'>): Edit => ({
  ...(day === null ? {} : { on: day.on, at: day.at }),
  ...(title === null ? {} : { title }),
  ...(region === null ? {} : { region }),
});

const toEdit = (number: number, edit: Edit, { account, now }: Saying): ReminderOrder => ({
  record: 'deadline',
  number,
  order: { kind: 'edit', by: account, edit, at: now },
});

/** 「改 D12 2027-04-15」 */
export async function edit(command: CommandOf<'edit'>, saying: Saying, deps: StepDeps): Promise<Turn> {
  const { number, day, region } = command;
  const refusal = obstacle(saying, deps, { day, region, numbers: [number] });
  if (refusal !== null) return refusal;
  if (day === null && deps.book.deadline(number)?.since === null)
    return answering(deadlineReplies.needsConfirmation(number), toEdit(number, editOf(command), saying));
  return answering(deadlineReplies.edited(number), toEdit(number, editOf(command), saying));
}

/** 「确认 D12」, 「确认 D12 2027-04-15」 where its day is another. */
export async function confirm(
  { numbers, day }: CommandOf<'confirm'>,
  saying: Saying,
  deps: StepDeps,
): Promise<Turn> {
  const refusal = obstacle(saying, deps, { day, region: null, numbers });
  if (refusal !== null) return refusal;
  const [number = 0, ...others] = numbers;
  if (day !== null && others.length === 0)
    return answering(
      deadlineReplies.confirmed([number]),
      toEdit(number, editOf({ day, title: null, region: null }), saying),
    );
  const dayless = numbers.find((one) => deps.book.deadline(one)?.doubts.includes('no-year'));
  if (dayless !== undefined) return answering(deadlineReplies.needsDay(dayless));
  return answering(
    deadlineReplies.confirmed(numbers),
    ...numbers.map(
      (one): ReminderOrder => ({
        record: 'deadline',
        number: one,
        order: { kind: 'confirm', by: saying.account, at: saying.now },
      }),
    ),
  );
}

/** 「撤销 D12」 */
export async function revoke(
  { numbers }: CommandOf<'revoke'>,
  saying: Saying,
  deps: StepDeps,
): Promise<Turn> {
  const refusal = obstacle(saying, deps, { day: null, region: null, numbers });
  if (refusal !== null) return refusal;
  return answering(
    deadlineReplies.revoked(numbers),
    ...numbers.map(
      (number): ReminderOrder => ({
        record: 'deadline',
        number,
        order: { kind: 'revoke', by: saying.account },
      }),
    ),
  );
}

/** 「待确认」 */
export async function listWaiting(
  _command: CommandOf<'waiting'>,
  { isStaff, now, today }: Saying,
  { book, reachOf }: StepDeps,
): Promise<Turn | null> {
  if (!isStaff) return null;
  return answering(waitingText(waitingDeadlines(book.deadlines(), { reachOf, now }), today));
}
