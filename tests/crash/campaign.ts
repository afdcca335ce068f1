import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { InboundMessage } from '../../src/ports/message.ts';
import { aMessage } from '../support/bot.ts';
import { bundled } from '../support/bundled.ts';
import { type ChildLine, INSTANTS } from './protocol.ts';

export interface Campaign {
  /** Empty folder of the child's data. */
  readonly folder: string;
  readonly kills: number;
  /** The channel takes keys: what may have been said is said again under the same one. */
  readonly keyed: boolean;
  /** A number from 0 to 1. */
  readonly chance: () => number;
}

export interface Tally {
  readonly kills: Readonly<Record<string, number>>;
  readonly messages: number;
  /** Of them, those that opened an appeal. */
  readonly complaints: number;
  readonly pushes: number;
  /** Breaches of the promises, in words; none is right. */
  readonly breaches: readonly string[];
}

const CHATS = ['test:甲', 'test:乙', 'test:丙'];
const MOST_COPIES = 5;
const DRAIN_MS = 30_000;
/** With a disk that stays full the pauses double: whoever waits for its end waits for minutes. */
const LONGEST_LIFE_MS = 2000;

/** Everything that the platform knows: it outlives the bot. */
interface Platform {
  readonly messages: InboundMessage[];
  readonly acknowledged: Set<string>;
  readonly said: Extract<ChildLine, { kind: 'said' }>[];
  readonly damaged: string[];
  pushes: number;
}

const COMPLAINT = /^诉求 /;
const ORDER = /^([A-Z]\d{4}) 派 /;
const RECEIPT = /^已收到，编号 ([A-Z]\d{4})/;

const pick = <Item>(items: readonly Item[], chance: () => number): Item =>
  items[Math.floor(chance() * items.length)] as Item;

function shuffle<Item>(items: readonly Item[], chance: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  readonly ready: Promise<void>;
  readonly idle: Promise<void>;
}

/** It is a working hour whenever this is run: at night what desks are told waits for the morning, and nobody is ever idle. */
const OFFSET_MS = Date.parse('2026-03-04T10:00:00+08:00') - Date.now();

function startChild(
  { folder, keyed }: Campaign,
  platform: Platform,
  environment: Record<string, string>,
): Child {
  const child = spawn(
    process.execPath,
    [bundled('tests/crash/child.ts'), folder, keyed ? 'keyed' : 'unkeyed'],
    {
      env: { ...process.env, ...environment, CRASH_OFFSET: String(OFFSET_MS) },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  // It may die while something is written to it.
  child.stdin.on('error', () => undefined);
  const told: Record<'ready' | 'idle', () => void> = { ready: () => undefined, idle: () => undefined };
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const ready = new Promise<void>((resolve) => (told.ready = resolve));
  const idle = new Promise<void>((resolve) => (told.idle = resolve));
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as ChildLine;
    if (line.kind === 'acknowledged') platform.acknowledged.add(line.id);
    if (line.kind === 'said') platform.said.push(line);
    if (line.kind === 'damaged') platform.damaged.push(line.where);
    if (line.kind === 'ready' || line.kind === 'idle') told[line.kind]();
  });
  return { process: child, ended, ready, idle };
}

/** What somebody says next: something to be echoed, a complaint, or what a specialist orders of one. */
function nextMessage({ messages, said }: Platform, chance: () => number): InboundMessage {
  const number = messages.length;
  const id = `m${number}`;
  const chat = pick(CHATS, chance);
  const known = said.flatMap(({ text }) => RECEIPT.exec(text)?.[1] ?? []);
  const ordered = new Set(messages.flatMap(({ text }) => ORDER.exec(text)?.[1] ?? []));
  const open = known.find((one) => !ordered.has(one));
  if (open !== undefined && chance() < 0.4) {
    const from = { id: 'test:李专员', name: '李专员' };
    return aMessage(id, { chat: from.id, from, text: `${open} 派 市经信局` });
  }
  // Each enterprise complains once: what else it says would be more of its matter.
  const from = { id: `test:业主${number}`, name: `业主${number}` };
  return chance() < 0.4 ? aMessage(id, { chat, from, text: `诉求 国企欠款 ${id}` }) : aMessage(id, { chat });
}

/** Pushes what is not acknowledged, and some of what is, in copies and out of order. */
function push(child: Child, platform: Platform, chance: () => number): void {
  const wanted = platform.messages.filter(({ id }) => !platform.acknowledged.has(id) || chance() < 0.1);
  const copies = wanted.flatMap((message) =>
    Array.from({ length: 1 + Math.floor(chance() * MOST_COPIES) }, () => message),
  );
  platform.pushes += copies.length;
  for (const message of shuffle(copies, chance)) child.process.stdin?.write(`${JSON.stringify(message)}\n`);
}

/** One life: killed at a random moment, or at an instant that has a name; returns which. */
async function liveAndDie(campaign: Campaign, platform: Platform): Promise<string> {
  const { chance } = campaign;
  const instant = chance() < 0.3 ? 'any moment' : pick(INSTANTS, chance);
  const full =
    chance() < 0.2 ? { CRASH_FULL: `${1 + Math.floor(chance() * 8)}:${9 + Math.floor(chance() * 8)}` } : {};
  const nth = 1 + Math.floor(chance() * 12);
  const child = startChild(campaign, platform, { CRASH_AT: `${instant}:${nth}`, ...full });
  for (let more = Math.floor(chance() * 4); more >= 0; more -= 1) {
    platform.messages.push(nextMessage(platform, chance));
  }
  await Promise.race([child.ready, child.ended]);
  push(child, platform, chance);
  child.process.stdin?.write('drain\n');
  const longest = instant === 'any moment' ? chance() * 60 : LONGEST_LIFE_MS;
  const moment = new Promise<void>((resolve) => setTimeout(resolve, longest).unref());
  await Promise.race([...(instant === 'any moment' ? [] : [child.idle]), moment, child.ended]);
  const died = child.process.exitCode === null && child.process.signalCode === null;
  child.process.kill('SIGKILL');
  await child.ended;
  return died && instant !== 'any moment' ? 'when idle or stuck' : instant;
}

/** A last life that nobody ends before it is done. */
async function finish(campaign: Campaign, platform: Platform): Promise<boolean> {
  const child = startChild(campaign, platform, {});
  await Promise.race([child.ready, child.ended]);
  const isAlive = (): boolean => child.process.exitCode === null;
  while (isAlive() && platform.messages.some(({ id }) => !platform.acknowledged.has(id))) {
    push(child, platform, campaign.chance);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.process.stdin?.write('drain\n');
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), DRAIN_MS).unref());
  const done = await Promise.race([child.idle.then(() => true), child.ended.then(() => false), late]);
  child.process.kill('SIGKILL');
  await child.ended;
  return done;
}

/** The delivery that a notice is about. */
const baseOf = (key: string): string => key.replace(/\?+$/, '');

/** The message that a delivery comes from, through however many orders. */
const messageOf = (key: string): string => baseOf(key).replace(/#.*$/, '');

interface KeptFile {
  readonly id: string;
  readonly outbox: readonly { readonly id: string }[];
  readonly data: { readonly chain?: readonly { readonly fact: { kind: string; cause: string } }[] };
}

const filesOf = (folder: string, kind: string): readonly KeptFile[] => {
  const place = join(folder, 'records', kind);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(place, name), 'utf8')) as KeptFile);
};

/** Deliveries that the records themselves call of unknown fate. */
const unknownFates = (folder: string): ReadonlySet<string> =>
  new Set(
    ['conversation', 'appeal'].flatMap((kind) =>
      filesOf(folder, kind).flatMap(({ outbox }) => outbox.map(({ id }) => id)),
    ),
  );

const countOf = (items: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return times;
};

/** Every complaint has one appeal under a number of its own, every order one effect. */
function appealBreaches(folder: string, { messages, said }: Platform): readonly string[] {
  const appeals = filesOf(folder, 'appeal');
  const causesOf = (kind: string): ReadonlyMap<string, number> =>
    countOf(
      appeals.flatMap(({ data }) =>
        (data.chain ?? []).flatMap(({ fact }) => (fact.kind === kind ? [messageOf(fact.cause)] : [])),
      ),
    );
  const opened = causesOf('submitted');
  const dispatched = causesOf('dispatched');
  const numberOf = new Map<string, Set<string>>();
  for (const { key, text } of said) {
    const number = RECEIPT.exec(text)?.[1];
    if (number !== undefined) numberOf.set(number, (numberOf.get(number) ?? new Set()).add(messageOf(key)));
  }
  return [
    ...messages
      .filter(({ id, text }) => (opened.get(id) ?? 0) !== (COMPLAINT.test(text) ? 1 : 0))
      .map(({ id }) => `${opened.get(id) ?? 0} appeals of ${id}`),
    ...messages
      .filter(({ id, text }) => ORDER.test(text) && dispatched.get(id) !== 1)
      .map(({ id }) => `${dispatched.get(id) ?? 0} dispatches by ${id}`),
    ...[...numberOf].filter(([, of]) => of.size > 1).map(([number]) => `number given twice: ${number}`),
  ];
}

/** What is said first because of a message: its echo, or the receipt of the appeal that it opens. */
const firstKey = ({ id, text }: InboundMessage): string =>
  COMPLAINT.test(text) || ORDER.test(text) ? `${id}#1.1` : `${id}#1`;

function breachesOf({ folder, keyed }: Campaign, platform: Platform): readonly string[] {
  const { messages, said } = platform;
  const keys = said.map(({ key }) => key);
  const shown = keyed ? [...new Set(keys)] : keys;
  const unknown = unknownFates(folder);
  const answered = new Set(shown.map(baseOf));
  const known = new Set(messages.map(({ id }) => id));
  const isAnswered = (message: InboundMessage): boolean =>
    answered.has(firstKey(message)) || (!keyed && unknown.has(`${firstKey(message)}???`));
  const isEcho = ({ text }: InboundMessage): boolean => !COMPLAINT.test(text) && !ORDER.test(text);
  const wordOf = new Map(
    messages.filter(isEcho).map(({ id, chat, text }) => [`${id}#1`, `${chat}|答:${text}`]),
  );
  const textsOf = new Map<string, Set<string>>();
  for (const { key, text } of said) textsOf.set(key, (textsOf.get(key) ?? new Set()).add(text));
  // What falls due by itself has no message: 催办, and what is put to the specialists.
  const isAsked = (key: string): boolean => known.has(messageOf(key)) || /^(?:offer|clock):/.test(key);
  return [
    ...platform.damaged.map((where) => `damaged: ${where}`),
    ...messages.filter((message) => !isAnswered(message)).map(({ id }) => `lost: ${id}`),
    ...[...countOf(shown)].filter(([, count]) => count > 1).map(([key]) => `doubled: ${key}`),
    ...shown.filter((key) => !isAsked(key)).map((key) => `nobody asked: ${key}`),
    ...[...textsOf].filter(([, texts]) => texts.size > 1).map(([key]) => `two texts under ${key}`),
    ...said
      .filter(({ key, chat, text }) => wordOf.has(key) && wordOf.get(key) !== `${chat}|${text}`)
      .map(({ key }) => `wrong: ${key}`),
    ...appealBreaches(folder, platform),
  ];
}

/** Kills a bot many times while messages come in, and tells which promises were broken. */
export async function runCampaign(campaign: Campaign): Promise<Tally> {
  const platform: Platform = { messages: [], acknowledged: new Set(), said: [], damaged: [], pushes: 0 };
  const kills: Record<string, number> = {};
  for (let at = 0; at < campaign.kills; at += 1) {
    const instant = await liveAndDie(campaign, platform);
    kills[instant] = (kills[instant] ?? 0) + 1;
  }
  const done = await finish(campaign, platform);
  const breaches = [...(done ? [] : ['never idle']), ...breachesOf(campaign, platform)];
  const complaints = platform.messages.filter(({ text }) => COMPLAINT.test(text)).length;
  return { kills, messages: platform.messages.length, complaints, pushes: platform.pushes, breaches };
}
