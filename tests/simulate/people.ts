import { addDays, dayOf, type Instant, type LocalDate } from '../../src/domain/time.ts';
import type { Chance } from './chance.ts';
import { type Deadline, type Done, remindedIn, type Shown } from './oracle.ts';
import { type Chat, type Matter, SPECIALIST } from './town.ts';

/** Something that a person does at a moment. */
export interface Happening {
  readonly at: Instant;
  readonly does: () => void;
}

interface Stage {
  readonly chance: Chance;
  readonly chats: readonly Chat[];
  readonly aMatter: () => Matter;
  readonly now: () => Instant;
  /** Everything shown so far. */
  readonly shown: readonly Shown[];
  readonly write: (from: string, chat: string, text: string) => void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Share of reminders after which somebody applies, and of deadlines that are moved or revoked. */
const APPLIES = 0.06;
const MOVED = 0.25;
const REVOKED = 0.12;

/** People who subscribe, set deadlines, move them and apply; what came of it is read off the replies. */
export function createPeople({ chance, chats, aMatter, now, shown, write }: Stage) {
  const sets: Deadline[] = [];
  const done: Done[] = [];
  const subscribedAt = new Map<string, Instant>();
  const byChat = new Map(chats.map((chat) => [chat.chat, chat]));
  const ofEnterprise = new Map<string, string[]>();
  for (const { chat, enterprise } of chats)
    if (enterprise !== null) ofEnterprise.set(enterprise, [...(ofEnterprise.get(enterprise) ?? []), chat]);
  const matters = new Map<string, Matter & { readonly on: LocalDate }>();
  const newDays = new Map<number, LocalDate>();
  const happenings: Happening[] = [];
  let heard = 0;

  const later = (hours: number, does: () => void): void =>
    void happenings.push({ at: (now() + hours * HOUR_MS) as Instant, does });
  const setOf = (number: number): Deadline | undefined => sets.findLast((one) => one.number === number);
  const close = (number: number): Deadline | undefined => {
    const at = sets.findLastIndex((one) => one.number === number);
    const before = sets[at];
    if (before !== undefined) sets[at] = { ...before, to: now() };
    return before;
  };
  const isLive = (number: number, day: LocalDate): boolean => {
    const set = setOf(number);
    return set !== undefined && set.to > now() && set.on > day;
  };
  const added = (number: number, title: string): void => {
    const matter = matters.get(title);
    if (matter === undefined || setOf(number) !== undefined) return;
    sets.push({ ...matter, number, from: now(), to: Number.MAX_SAFE_INTEGER as Instant });
    const luck = chance.next();
    if (luck > MOVED + REVOKED) return;
    later(chance.between(24, 24 * 40), () => {
      if (!isLive(number, dayOf(now()))) return;
      if (luck < REVOKED) return write(SPECIALIST, SPECIALIST, `撤销 D${number}`);
      const on = addDays(dayOf(now()), chance.between(2, 60));
      newDays.set(number, on);
      return write(SPECIALIST, SPECIALIST, `改 D${number} ${on}`);
    });
  };
  const moved = (number: number): void => {
    const on = newDays.get(number);
    if (on === undefined || setOf(number)?.on === on) return;
    const before = close(number);
    if (before !== undefined)
      sets.push({ ...before, on, from: now(), to: Number.MAX_SAFE_INTEGER as Instant });
  };
  const applied = (chat: string, number: number): void => {
    const enterprise = byChat.get(chat)?.enterprise ?? null;
    const all = enterprise === null ? [chat] : (ofEnterprise.get(enterprise) ?? []);
    done.push({ chats: all, number, at: now() });
  };
  const reminded = (chat: string, numbers: readonly number[]): void => {
    const who = byChat.get(chat);
    if (who?.enterprise == null) return;
    for (const number of numbers.filter(() => chance.next() < APPLIES))
      later(chance.next() * 30, () => write(who.isGroup ? `${chat}的人` : chat, chat, `已申报 D${number}`));
  };
  const hearOne = ({ chat, text }: Shown): void => {
    const add = /已登记 D(\d+)：(.+?)，/.exec(text);
    if (add) return added(Number(add[1]), add[2] as string);
    const change = /D(\d+) 已改/.exec(text);
    if (change) return moved(Number(change[1]));
    const revoke = /D(\d+) 已撤销/.exec(text);
    if (revoke) return void close(Number(revoke[1]));
    const apply = /记下了：已申报 D(\d+)，不再提醒。/.exec(text);
    if (apply) return applied(chat, Number(apply[1]));
    if (text.includes('订阅好了') && !subscribedAt.has(chat)) subscribedAt.set(chat, now());
    return reminded(chat, remindedIn(text));
  };
  return {
    sets: sets as readonly Deadline[],
    done: done as readonly Done[],
    subscribedAt: subscribedAt as ReadonlyMap<string, Instant>,
    /** Reads what was said since it was last called. */
    hear: (): void => {
      for (; heard < shown.length; heard += 1) hearOne(shown[heard] as Shown);
    },
    /** What people have made up their minds to do since it was last called. */
    plans: (): readonly Happening[] => happenings.splice(0),
    /** Everybody subscribes in the first hours; deadlines come all the time. */
    begin: ({ deadlines, days }: { readonly deadlines: number; readonly days: number }): void => {
      for (const { chat, isGroup, topics } of chats)
        later(chance.next() * 20, () =>
          write(isGroup ? `${chat}的人` : chat, chat, `订阅 ${topics.join(' ')}`),
        );
      for (let at = 0; at < deadlines; at += 1) {
        const matter = aMatter();
        later((chance.next() * days * 0.95 * DAY_MS) / HOUR_MS, () => {
          const on = addDays(dayOf(now()), chance.between(2, 80));
          const title = `${matter.title}之${at}`;
          matters.set(title, { ...matter, on });
          write(
            SPECIALIST,
            SPECIALIST,
            `截止 ${on} ${title}${matter.district === null ? '' : ` 仅限${matter.district}`}`,
          );
        });
      }
    },
  };
}
