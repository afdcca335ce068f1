import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { createPeopleOrders } from '../../src/app/people/carry-out.ts';
import { openPeople } from '../../src/app/people/directory.ts';
import { issueFirstCode } from '../../src/app/people/first-code.ts';
import { PEOPLE_KINDS } from '../../src/app/people/kinds.ts';
import { createPeopleTurn } from '../../src/app/people/people-turn.ts';
import type { AccountId } from '../../src/domain/people/account.ts';
import type { Instant } from '../../src/domain/time.ts';
import { createUnitDirectory } from '../../src/domain/unit/directory.ts';
import type { Choice } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { aMessage } from './bot.ts';
import { unitData } from './seeds.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An id that a test writes down. */
export const acc = (id: string): AccountId => id as AccountId;

// Ids of messages are never used twice, not even in another town on the same records.
let messages = 0;
let salts = 0;
export const chainTools = { digest: sha256, salt: () => String((salts += 1)) };

export const units = createUnitDirectory(unitData());

/** Monday, 2026-11-23 09:00 in Shanghai. */
export const MONDAY = Date.parse('2026-11-23T09:00:00+08:00') as Instant;

export const openPeopleRecords = (): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: [...PEOPLE_KINDS],
    onDamaged: (where) => expect.unreachable(where),
    onNewer: (record) => expect.unreachable(record),
  });

export interface Saying {
  /** Chat of a group; alone with the bot where absent. */
  readonly group?: string;
  readonly mentions?: readonly { readonly id: string; readonly name: string }[];
  readonly name?: string;
  /** The words come from a choice that was picked. */
  readonly isPicked?: boolean;
}

export interface Heard {
  /** Null where nothing was said; undefined where it was no command. */
  readonly reply: string | null | undefined;
  readonly choices: readonly Choice[];
  /** What was said elsewhere, `chat: text`. */
  readonly notices: readonly string[];
  readonly handOver: unknown;
}

/** A town with its records in memory: whoever says something has it done at once. */
export async function aTown({
  admins = ['feishu:管'],
  records,
}: {
  readonly admins?: readonly string[];
  readonly records?: Records;
} = {}) {
  const kept = records ?? (await openPeopleRecords());
  const people = await openPeople({ records: kept, units, home: '武汉市', admins: admins.map(acc) });
  const time = { now: MONDAY };
  let random = 0;
  const below = (limit: number): number => (random = (random * 31 + 7) % 1009) % limit;
  const words = { nameOf: people.names.nameOf, botName: '小企' };
  const now = (): Instant => time.now;
  const orders = createPeopleOrders({ records: kept, people, tools: chainTools, words, now });
  const take = createPeopleTurn({ people, digest: sha256, below, words });

  const carry = async (to: string, order: unknown, cause: string): Promise<void> => {
    const [kind = '', ...id] = to.slice('record:'.length).split('/');
    // Whatever is ordered is ordered again: it must change nothing.
    for (let again = 0; again < 2; again += 1)
      await orders[kind as keyof typeof orders](id.join('/'), order, cause);
  };
  const deliverRest = async (): Promise<readonly string[]> => {
    const said: string[] = [];
    for (;;) {
      const [target] = await kept.targets();
      const pending = target === undefined ? null : await kept.nextTo(target, time.now);
      if (pending === null) return said;
      const { id, to, content } = pending.delivery;
      if ('order' in content) await carry(to, content.order, id);
      else said.push(`${to}: ${content.text}`);
      await kept.settle(pending, { kind: 'sent' });
    }
  };
  const says = async (from: string, text: string, saying: Saying = {}): Promise<Heard> => {
    const { group, mentions = [], name = from.split(':')[1] ?? '', isPicked = false } = saying;
    messages += 1;
    const message = aMessage(String(messages), {
      chat: group ?? from,
      isGroup: group !== undefined,
      from: { id: from, name },
      text,
      mentions,
    });
    const turn = take({ message, text, isPicked, now: time.now });
    if (turn === null) return { reply: undefined, choices: [], notices: [], handOver: null };
    for (const [at, { to, order }] of turn.orders.entries())
      await carry(to, order, `${message.id}#${at + 2}`);
    const later = await deliverRest();
    const notices = turn.notices.map(({ chat, text: said }) => `${chat}: ${said}`);
    return { ...turn, notices: [...notices, ...later] };
  };
  const firstCode = () => issueFirstCode({ records: kept, people, digest: sha256, below, now });
  /** Picks a choice of what was heard. */
  const picks = (
    from: string,
    heard: Heard,
    what: string | (Saying & { readonly key: string }),
  ): Promise<Heard> => {
    const { key, ...saying } = typeof what === 'string' ? { key: what } : what;
    const choice = heard.choices.find((one) => one.key === key);
    return says(from, choice?.says ?? 'no such choice', { ...saying, isPicked: true });
  };
  return { people, records: kept, orders, time, says, picks, firstCode };
}

export type Town = Awaited<ReturnType<typeof aTown>>;

/** The one-time code in a reply. */
export const codeIn = ({ reply }: Heard): string => /码：([A-Z2-9]{8})/u.exec(reply ?? '')?.[1] ?? '';

/** What a test knows to be there. */
export function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('nothing is there');
  return value;
}

/** A mention as a channel hands it over. */
export const at = (id: string): { readonly id: string; readonly name: string } => ({
  id,
  name: id.split(':')[1] ?? '',
});
