import { wishOf } from '../../domain/reminder/besides.ts';
import { digestAt } from '../../domain/reminder/digest.ts';
import type { Outlook } from '../../domain/reminder/outlook.ts';
import { newSubscriber } from '../../domain/reminder/subscriber-orders.ts';
import type { ApplicationDeadline, Applicant, PolicyMark, Subscriber } from '../../domain/reminder/types.ts';
import type { Roster } from '../../domain/people/roster.ts';
import type { EnterpriseId } from '../../domain/people/types.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { createDueList } from './due-list.ts';
import {
  ALL,
  APPLICANT,
  DEADLINE,
  LIBRARY_NEWS,
  NEW_POLICIES,
  type NewPolicies,
  SUBSCRIBER,
} from './kinds.ts';
import { createReaders } from './concerned.ts';
import { party, policyFit, type Reader, reviewersIn } from './readers.ts';
import { openReviews } from './reviews.ts';
import type { ReminderTools } from './types.ts';

/** What records say at the moment, and who is due when because of it. */
export interface Book {
  readonly deadline: (number: number) => ApplicationDeadline | null;
  readonly deadlines: () => readonly ApplicationDeadline[];
  readonly subscriber: (chat: string) => Subscriber | null;
  readonly subscribers: () => readonly Subscriber[];
  readonly newPolicies: () => NewPolicies | null;
  readonly mark: (policy: string) => PolicyMark | null;
  readonly reader: (chat: string) => Reader;
  /** Deadlines that concern a chat, also those that wait for a confirmation. */
  readonly concerning: (chat: string) => readonly ApplicationDeadline[];
  /** Subscribers that an approved policy would be told to, and how many it may fit of whom too little is known. */
  readonly audienceOf: (policy: string) => {
    readonly told: readonly Subscriber[];
    readonly unknown: number;
  };
  readonly isSettled: (reader: Reader, key: string) => boolean;
  readonly outlook: (subscriber: Subscriber) => Outlook;
  readonly learn: (
    news:
      | { readonly kind: 'deadline'; readonly record: ApplicationDeadline }
      | { readonly kind: 'subscriber'; readonly record: Subscriber }
      | { readonly kind: 'applicant'; readonly id: string; readonly record: Applicant }
      | { readonly kind: 'new-policies'; readonly record: NewPolicies }
      | { readonly kind: 'marks'; readonly marks: ReadonlyMap<string, PolicyMark> }
      /** Nothing more may be said there unasked today: something else was, or it wants quiet. */
      | { readonly kind: 'no-more'; readonly chat: string }
      /** A profile says something else than before. */
      | { readonly kind: 'profile'; readonly id: string },
  ) => void;
  /** This chat was looked at and nothing was to be said. */
  readonly lookAgain: (chat: string) => void;
  readonly due: (until: Instant) => readonly string[];
  readonly nextDue: () => Instant | null;
}

async function readAll<Data>(
  records: Pick<Records, 'read' | 'find'>,
  kind: Kind<Data>,
): Promise<readonly { readonly id: string; readonly data: Data }[]> {
  const all: { readonly id: string; readonly data: Data }[] = [];
  for (const id of await records.find(kind, ALL)) {
    const data = await records.read(kind, id);
    if (data !== null) all.push({ id, data });
  }
  return all;
}

/** Opens the book over what is kept. Throws `RecordsError`. */
export async function openBook(tools: ReminderTools): Promise<Book> {
  const { records, slots, rules, now } = tools;
  const subscribers = new Map<string, Subscriber>();
  const applicants = new Map<string, Applicant>();
  const due = createDueList();
  const dirty = new Set<string>();
  /** Chats that are told nothing more on a day. */
  const noMore = new Map<string, LocalDate>();
  let marks: ReadonlyMap<string, PolicyMark> = new Map();
  let newPolicies = await records.read(NEW_POLICIES, LIBRARY_NEWS);
  let roster: Roster | null = null;
  let reviewers: ReadonlySet<string> = new Set();

  const subscriberOf = (chat: string): Subscriber => subscribers.get(chat) ?? newSubscriber(chat, false);
  const readers = createReaders(tools, subscriberOf);
  const everybody = (): readonly string[] => [...new Set([...subscribers.keys(), ...reviewers])];
  const setDirty = (chats: Iterable<string>): void => {
    for (const chat of chats) dirty.add(chat);
  };
  const isSettled = ({ parties }: Reader, key: string): boolean =>
    parties.some((party) => applicants.get(party)?.outcomes[key] !== undefined);
  /** With the day's digests used up where nothing more may be said unasked. */
  const restrained = (subscriber: Subscriber): Subscriber => {
    const { chat, last } = subscriber;
    const on = slots.dayOf(now());
    if (noMore.get(chat) !== on || (last?.on === on && last.count > 0)) return subscriber;
    const none = { id: '', number: 0, until: now(), before: null };
    return { ...subscriber, last: { ...(last ?? none), on, count: Number.POSITIVE_INFINITY } };
  };
  /** Another account of the same person is told: this one is not. */
  const hasGoneBefore = ({ others }: Reader): boolean =>
    others.some((other) => wishOf(subscribers.get(other) ?? { wish: null }) !== null);
  const outlook = (subscriber: Subscriber): Outlook => {
    const { chat, muted } = subscriber;
    const { reader, concerned } = readers.of(chat);
    const isShadowed = hasGoneBefore(reader);
    const wanted = [...concerned]
      .map((number) => readers.deadlines.get(number) as ApplicationDeadline)
      .filter(({ since, number }) => since !== null && !muted.includes(number));
    return {
      subscriber: restrained(subscriber),
      // Of a person with two accounts one is told.
      wanted: isShadowed ? [] : wanted,
      isSettled: (key) => isSettled(reader, key),
      deadline: (number) => readers.deadlines.get(number) ?? null,
      mark: (policy) => marks.get(policy) ?? null,
      news: isShadowed
        ? []
        : (newPolicies?.news ?? []).filter(
            ({ state, policy }) =>
              state === 'approved' && policyFit(reader, { policy, marks, tools }) === 'fits',
          ),
      reviews: reviewers.has(chat)
        ? openReviews([...readers.deadlines.values()], newPolicies, { reachOf: tools.reachOf, now: now() })
        : [],
    };
  };
  /** Follows the roster, which is made anew whenever somebody's role or group changes. */
  const followPeople = (): void => {
    const current = tools.roster();
    if (current === roster) return;
    roster = current;
    reviewers = reviewersIn(current);
    readers.forgetAll();
    setDirty(everybody());
  };
  const settle = (): void => {
    followPeople();
    if (dirty.size === 0) return;
    const clock = { slots, rules, now: now() };
    for (const chat of dirty) due.set(chat, digestAt(outlook(subscriberOf(chat)), clock));
    dirty.clear();
  };
  const learn: Book['learn'] = (news) => {
    followPeople();
    if (news.kind === 'deadline') {
      const isReviewed =
        news.record.since === null || readers.deadlines.get(news.record.number)?.since === null;
      setDirty(readers.change(news.record));
      if (isReviewed) setDirty(reviewers);
    } else if (news.kind === 'subscriber') {
      const { chat } = news.record;
      const before = subscribers.get(chat);
      subscribers.set(chat, news.record);
      if (before === undefined || before.wish !== news.record.wish) readers.forget(chat);
      setDirty([chat, ...readers.of(chat).reader.others.filter((other) => subscribers.has(other))]);
    } else if (news.kind === 'no-more') {
      noMore.set(news.chat, slots.dayOf(now()));
      dirty.add(news.chat);
    } else if (news.kind === 'applicant') {
      applicants.set(news.id, news.record);
      setDirty(readers.ofParty(news.id));
    } else if (news.kind === 'profile') {
      const chats = [party.enterprise(news.id as EnterpriseId), party.person(news.id)].flatMap((id) => [
        ...readers.ofParty(id),
      ]);
      for (const chat of chats) readers.forget(chat);
      setDirty(chats);
    } else if (news.kind === 'new-policies') {
      newPolicies = news.record;
      setDirty(everybody());
    } else {
      marks = news.marks;
      setDirty(
        [...subscribers.values()].flatMap(({ chat, answered }) =>
          Object.keys(answered).length > 0 ? [chat] : [],
        ),
      );
    }
    tools.wake();
  };
  for (const { data } of await readAll(records, SUBSCRIBER)) subscribers.set(data.chat, data);
  for (const { id, data } of await readAll(records, APPLICANT)) applicants.set(id, data);
  for (const { data } of await readAll(records, DEADLINE)) readers.set(data);
  followPeople();
  return {
    deadline: (number) => readers.deadlines.get(number) ?? null,
    deadlines: () => [...readers.deadlines.values()],
    subscriber: (chat) => subscribers.get(chat) ?? null,
    subscribers: () => [...subscribers.values()],
    newPolicies: () => newPolicies,
    mark: (policy) => marks.get(policy) ?? null,
    reader: (chat) => (followPeople(), readers.of(chat).reader),
    concerning: (chat) => {
      followPeople();
      return [...readers.of(chat).concerned].map(
        (number) => readers.deadlines.get(number) as ApplicationDeadline,
      );
    },
    audienceOf: (policy) => {
      followPeople();
      const fits = [...subscribers.values()]
        .filter((one) => wishOf(one) !== null && !hasGoneBefore(readers.of(one.chat).reader))
        .map((one) => ({ one, fit: policyFit(readers.of(one.chat).reader, { policy, marks, tools }) }));
      return {
        told: fits.filter(({ fit }) => fit === 'fits').map(({ one }) => one),
        unknown: fits.filter(({ fit }) => fit === 'open').length,
      };
    },
    isSettled,
    outlook: (subscriber) => (followPeople(), outlook(subscriber)),
    learn,
    lookAgain: (chat) => void dirty.add(chat),
    due: (until) => (settle(), due.until(until)),
    nextDue: () => (settle(), due.next()),
  };
}
