import { openRecords } from '../../adapters/lowdb/index.ts';
import { COUNTER } from '../../src/app/appeals/numbers.ts';
import { NO_MEMORY } from '../../src/app/answering/create-ask.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { REMINDER_KINDS } from '../../src/app/reminding/kinds.ts';
import { openReminding, type RemindingDeps } from '../../src/app/reminding/open-reminding.ts';
import { afterDigest } from '../../src/app/reminding/polite.ts';
import type { Turn } from '../../src/app/turn/types.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { NO_CODES } from '../../src/domain/people/codes.ts';
import { createRoster, type RosterData } from '../../src/domain/people/roster.ts';
import type { Enterprise, EnterpriseId, Person, Place } from '../../src/domain/people/types.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Body, DistrictId } from '../../src/domain/unit/types.ts';
import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { aCalendar, moment } from './a-calendar.ts';
import { QUIET, RULES } from './a-deadline.ts';
import { acc, sha256 } from './a-town.ts';
import { aMessage, silentLog } from './bot.ts';

export const SPECIALIST = 'test:专';

const aPerson = (account: string, fields: Partial<Person> = {}): Person => ({
  account: acc(account),
  name: null,
  grants: [],
  absence: null,
  link: null,
  suspended: false,
  boundAgainAt: null,
  ...fields,
});

const aDistrict = (name: string): Body => ({
  kind: 'district',
  id: name as DistrictId,
  name,
  aliases: [],
  government: `${name}人民政府`,
  city: '武汉市',
  province: '湖北省',
});

export const anEnterpriseOf = (id: string, ...members: readonly string[]): Enterprise => ({
  id: id as EnterpriseId,
  name: `${id}有限公司`,
  district: '洪山区',
  members: members.map((account, at) => ({
    number: at + 100,
    account: acc(account),
    name: null,
    confirmedBy: acc(SPECIALIST),
  })),
});

export const aGroupOf = (chat: string, district: string | null, enterprise: string | null = null): Place => ({
  chat,
  number: 50,
  suspended: false,
  binding: { kind: 'enterprise-group', district, station: [], enterprise: enterprise as EnterpriseId | null },
});

interface Setting {
  readonly people?: Partial<RosterData>;
  readonly policies?: readonly Policy[];
  readonly deps?: Partial<RemindingDeps>;
  readonly now?: string;
  readonly records?: Records;
}

export const openReminderRecords = (): Promise<Records> =>
  openRecords({
    folder: null,
    kinds: [COUNTER, CONVERSATION, ...REMINDER_KINDS],
    onDamaged: (where) => {
      throw new Error(where);
    },
    onNewer: () => undefined,
  });

/** Reminders with their records in memory: whoever says something has it done at once; time is moved by hand. */
export async function aReminding({
  people = {},
  policies = [],
  deps = {},
  now = '2026-11-23T14:00',
  records,
}: Setting = {}) {
  const kept = records ?? (await openReminderRecords());
  const specialist = aPerson(SPECIALIST, {
    grants: [{ number: 1, grant: { role: 'specialist', area: { kind: 'station', path: [] } } }],
  });
  const rosterOf = (data: Partial<RosterData>) =>
    createRoster({
      persons: [],
      places: [],
      enterprises: [],
      book: NO_CODES,
      admins: [],
      highest: 900,
      ...data,
      ...(data.persons ? {} : { persons: [specialist] }),
    });
  let roster = rosterOf(people);
  let library: {
    readonly policies: readonly Policy[];
    readonly problems: readonly { readonly file: string }[];
  } = { policies, problems: [] };
  const time = { now: moment(now) };
  const shown: { readonly chat: string; readonly text: string; readonly message: OutboundMessage }[] = [];
  const state = { wakes: 0, refuses: null as null | (() => Error) };
  const reminding = await openReminding({
    records: kept,
    now: () => time.now,
    log: silentLog,
    roster: () => roster,
    home: '武汉市',
    bodies: [aDistrict('洪山区'), aDistrict('江夏区')],
    dayKind: aCalendar().dayKind,
    rules: { ...RULES, spreadMinutes: 0 },
    quietHours: QUIET,
    profiles: { fit: () => 'fits', districtOf: () => null },
    wake: () => (state.wakes += 1),
    hash: sha256,
    library: () => library,
    calendar: {
      write: ({ entries }) => entries.map(({ summary }) => summary).join('\n'),
      keepFile: null,
      publicUrl: null,
      secret: () => 's'.repeat(24),
    },
    ...deps,
  });
  const carry = reminding.politely(async ({ to, content }) => {
    if ('order' in content) return;
    if (state.refuses !== null) throw state.refuses();
    shown.push({ chat: to, text: content.text, message: content });
  });
  const order = async (to: string, what: unknown, cause: string): Promise<void> => {
    const [kind = '', ...id] = to.slice('record:'.length).split('/');
    // Whatever is ordered is ordered again: it must change nothing.
    for (let again = 0; again < 2; again += 1)
      await reminding.orders[kind as keyof typeof reminding.orders](id.join('/'), what, cause);
  };
  /** Delivers what lies in the outboxes, as the courier does. */
  const deliver = async (): Promise<void> => {
    let settled = 0;
    for (const target of await kept.targets()) {
      for (
        let pending = await kept.nextTo(target, time.now);
        pending !== null;
        pending = await kept.nextTo(target, time.now)
      ) {
        const { delivery } = pending;
        const settle = async (verdict: Parameters<Records['settle']>[1]): Promise<void> => {
          settled += 1;
          if (pending !== null)
            await kept.settle(pending, verdict, afterDigest(pending, verdict, time.now) ?? []);
        };
        if ('order' in delivery.content) {
          await order(delivery.to, delivery.content.order, delivery.id);
          await settle({ kind: 'sent' });
          continue;
        }
        try {
          const note = await carry(delivery);
          await note?.();
          await settle({ kind: 'sent' });
        } catch (error) {
          const { code, retryable } = error as { code: string; retryable: boolean };
          if (retryable) break;
          await settle({ kind: 'given-up', at: time.now, code });
        }
      }
    }
    // What became of a message can lead to an order.
    if (settled > 0) await deliver();
  };
  /** Does everything that is due up to an instant, in its order. */
  const until = async (at: string): Promise<void> => {
    const end = moment(at);
    for (;;) {
      await deliver();
      const next = await reminding.agenda.nextDue(reminding.timed.kind);
      if (next === null || next > end) break;
      time.now = Math.max(time.now, next) as Instant;
      for (const id of await reminding.agenda.due(reminding.timed.kind, time.now))
        await reminding.timed.tick(id);
    }
    time.now = end;
    await deliver();
  };
  let messages = 0;
  const says = async (from: string, text: string, chat: string = from): Promise<string | undefined> => {
    messages += 1;
    const id = `r${messages}`;
    const message = aMessage(id, {
      chat,
      isGroup: chat !== from,
      from: { id: from, name: '' },
      text,
      at: time.now,
    });
    const conversation = { inbox: [], seen: [], threads: [], offers: [] };
    const said = { message, text, isCalled: false, picked: null, conversation, now: time.now };
    const turn: Turn | null = await reminding.step(said as never);
    for (const [at, one] of (turn?.deliveries ?? []).entries())
      if ('order' in one.content) await order(one.to, one.content.order, `test:${id}#${at + 2}`);
    last.turn = turn;
    return turn?.reply?.text;
  };
  const last: { turn: Turn | null } = { turn: null };
  return {
    reminding,
    records: kept,
    time,
    shown,
    state,
    says,
    until,
    deliver,
    lastTurn: () => last.turn,
    texts: () => shown.map(({ chat, text }) => `${chat}: ${text}`),
    order,
    setLibrary: async (after: readonly Policy[], problems: readonly { readonly file: string }[] = []) => {
      library = { policies: after, problems };
      await reminding.sync();
    },
    setPeople: (data: Partial<RosterData>) => (roster = rosterOf(data)),
    memory: NO_MEMORY,
  };
}
