import type { ReminderCommand } from '../../domain/reminder/commands.ts';
import { dayAt, daysTo, deadlineName } from '../../domain/reminder/term.ts';
import { dayOf } from '../../domain/time.ts';
import type { CalendarEntry } from '../../ports/calendar-file.ts';
import type { Route } from '../../ports/routes.ts';
import { deadlineText, partWord } from '../../text/zh/deadlines.ts';
import { reminderReplies } from '../../text/zh/reminders.ts';
import type { Turn } from '../turn/types.ts';
import { openFor } from './listing.ts';
import { answering, type Saying, type StepDeps } from './step-types.ts';

type Open = Pick<Saying, 'chat' | 'now' | 'today'>;
type CalendarDeps = Pick<StepDeps, 'book' | 'calendar' | 'rules' | 'now'>;

/** Where calendar programs read, under a word that nobody can foresee. */
export const CALENDAR_ADDRESS = '/calendar/';

function entriesFor({ chat, now, today }: Open, { book, rules }: CalendarDeps): readonly CalendarEntry[] {
  return openFor(book, { chat, now, today }).flatMap((one) => {
    const on = dayAt(one, today);
    if (on === null || one.since === null) return [];
    const { number, at, title, yearly } = one;
    const entry: CalendarEntry = {
      id: yearly === null ? deadlineName(number) : `${deadlineName(number)}-${on}`,
      on,
      at,
      summary: `${deadlineName(number)} ${title}${partWord(one)}`,
      description: deadlineText(one, today),
      alarmDaysBefore: rules.stagesDaysBefore.filter((days) => days > 0 && days <= daysTo(on, today)),
    };
    return [entry];
  });
}

const writeFor = (open: Open, deps: CalendarDeps): string =>
  deps.calendar.write({ name: reminderReplies.calendarName, entries: entriesFor(open, deps) });

const addressOf = (publicUrl: string | null, secret: string): string =>
  `${publicUrl}${CALENDAR_ADDRESS}${secret}.ics`;

/** 「日历」: a file, and an address that calendar programs read again by themselves. */
export async function sendCalendar(_command: unknown, saying: Saying, deps: StepDeps): Promise<Turn> {
  const { chat, isGroup } = saying;
  const { keepFile, publicUrl, secret } = deps.calendar;
  if (entriesFor(saying, deps).length === 0) return answering(reminderReplies.calendarEmpty);
  const own = deps.book.subscriber(chat)?.secret ?? null;
  const address = publicUrl === null ? null : (own ?? secret());
  const file =
    keepFile === null ? null : await keepFile({ chat, name: 'qifu.ics', text: writeFor(saying, deps) });
  if (address === null && file === null) return answering(reminderReplies.calendarUnavailable);
  const link = address === null ? [] : [reminderReplies.calendarLink(addressOf(publicUrl, address))];
  const words = [...(file === null ? [] : [reminderReplies.calendarFile]), ...link];
  const turn = answering(
    words.join('\n'),
    ...(address === null || own !== null
      ? []
      : [{ record: 'subscriber', chat, order: { kind: 'secret', isGroup, secret: address } } as const]),
  );
  return { ...turn, reply: { text: words.join('\n'), ...(file === null ? {} : { files: [file] }) } };
}

/** 「换日历地址」「停用日历地址」: whoever was given the old one reads nothing any more. */
export async function changeAddress(
  { step }: Extract<ReminderCommand, { kind: 'calendar-address' }>,
  { chat, isGroup }: Saying,
  { book, calendar: { publicUrl, secret: draw } }: StepDeps,
): Promise<Turn> {
  const own = book.subscriber(chat)?.secret ?? null;
  if (publicUrl === null) return answering(reminderReplies.calendarNoAddress);
  if (step === 'revoke' && own === null) return answering(reminderReplies.calendarNotShared);
  const secret = step === 'renew' ? draw() : null;
  const text =
    secret === null
      ? reminderReplies.calendarRevoked
      : reminderReplies.calendarRenewed(addressOf(publicUrl, secret));
  return answering(text, { record: 'subscriber', chat, order: { kind: 'new-secret', isGroup, secret } });
}

const NAME = /^\/calendar\/([A-Za-z0-9_-]{20,100})\.ics$/;

/** What calendar programs are answered: whoever knows the address may read. */
export function createCalendarAnswer(deps: CalendarDeps): Route['handle'] {
  return async ({ path }) => {
    const secret = NAME.exec(path)?.[1];
    const chat = deps.book.subscribers().find((one) => one.secret !== null && one.secret === secret)?.chat;
    if (chat === undefined) return { status: 404 };
    const now = deps.now();
    const body = writeFor({ chat, now, today: dayOf(now) }, deps);
    return { status: 200, type: 'text/calendar; charset=utf-8', body };
  };
}
