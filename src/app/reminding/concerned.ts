import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { ApplicationDeadline, Subscriber } from '../../domain/reminder/types.ts';
import { concernOf, concernsReader, type DeadlineConcern, type Reader, readerOf } from './readers.ts';
import type { ReminderTools } from './types.ts';

/** Deadlines, and who reads which chat; who is concerned is remembered until people or deadlines change. */
export function createReaders(tools: ReminderTools, subscriber: (chat: string) => Subscriber) {
  const readers = new Map<string, { readonly reader: Reader; readonly concerned: Set<number> }>();
  const byParty = new Map<string, Set<string>>();
  const deadlines = new Map<number, ApplicationDeadline>();
  const concerns = new Map<number, DeadlineConcern>();
  const isConcerned = (reader: Reader, { number, closed }: ApplicationDeadline): boolean =>
    closed === null && concernsReader(reader, concerns.get(number) as DeadlineConcern, tools);
  // At a start thousands of chats are held against the same deadlines.
  let open: { readonly today: LocalDate; readonly all: readonly ApplicationDeadline[] } | null = null;
  const openOn = (today: LocalDate): readonly ApplicationDeadline[] => {
    if (open?.today !== today) {
      const all = [...deadlines.values()].filter(
        ({ on, closed }) => closed === null && (on === null || on >= today),
      );
      open = { today, all };
    }
    return open.all;
  };
  const of = (chat: string) => {
    const known = readers.get(chat);
    if (known) return known;
    const reader = readerOf(subscriber(chat), tools);
    const concerned = new Set<number>();
    for (const one of openOn(dayOf(tools.now()))) if (isConcerned(reader, one)) concerned.add(one.number);
    const made = { reader, concerned };
    readers.set(chat, made);
    for (const party of reader.parties) byParty.set(party, (byParty.get(party) ?? new Set()).add(chat));
    return made;
  };
  const set = (deadline: ApplicationDeadline): void => {
    open = null;
    deadlines.set(deadline.number, deadline);
    concerns.set(deadline.number, concernOf(deadline, tools));
  };
  return {
    deadlines,
    of,
    ofParty: (party: string): Iterable<string> => byParty.get(party) ?? [],
    forget: (chat: string) => void readers.delete(chat),
    forgetAll: () => {
      readers.clear();
      byParty.clear();
    },
    set,
    /** Takes a changed deadline in; returns the chats that it concerns or concerned. */
    change: (deadline: ApplicationDeadline): readonly string[] => {
      set(deadline);
      return [...readers].flatMap(([chat, { reader, concerned }]) => {
        const was = concerned.has(deadline.number);
        const is = isConcerned(reader, deadline);
        if (is) concerned.add(deadline.number);
        else concerned.delete(deadline.number);
        return was || is || Object.hasOwn(subscriber(chat).known, deadline.number) ? [chat] : [];
      });
    },
  };
}
