import { basename, dirname } from 'node:path';
import { expect } from 'vitest';
import type { Disk } from '../../adapters/lowdb/disk.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { CONVERSATION, UNANSWERED } from '../../src/app/conversation.ts';
import { stateOf } from '../../src/domain/appeal/evolve.ts';
import type { AppealState } from '../../src/domain/appeal/state.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import { anOffice, APPEAL, OFFICE_KINDS } from '../support/an-office.ts';
import { aMessage } from '../support/bot.ts';
import { aFakeClock } from '../support/fake-clock.ts';
import { createPowerDisk } from '../support/power-disk.ts';

/** What has happened when the process dies: a record of a kind was saved, a message acknowledged, something said. */
export const EVENTS = [
  'saved conversation',
  'saved counter',
  'saved appeal',
  'acknowledged',
  'said',
] as const;

/** The end of one life, or a while without room on the disk. */
export interface Blow {
  readonly round: number;
  readonly event: (typeof EVENTS)[number];
  /** At its n-th time in the round. */
  readonly nth: number;
  readonly kind: 'killed' | 'without power' | 'disk full';
}

type Told = readonly [person: string, text: string];
/** What people say in a round, given the numbers that their appeals have got. */
export type Round = (numbersOf: (person: string) => readonly string[]) => readonly Told[];

const NEVER = new Promise<never>(() => undefined);
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const COPIES = 2;
const FAILING_WRITES = 7;

/** All appeals that are kept. */
async function appealsIn(records: Records) {
  const found = [];
  for (const id of await records.ids(APPEAL)) {
    const appeal = await records.read(APPEAL, id);
    if (appeal) found.push({ id, chain: appeal.chain, state: stateOf(appeal.chain) as AppealState });
  }
  return found.toSorted((one, other) => one.id.localeCompare(other.id));
}

/** Tells of every file that took its place. */
const watched = (disk: Disk, saved: (kind: string) => Promise<void>): Disk => ({
  ...disk,
  rename: async (from, to) => {
    await disk.rename(from, to);
    await saved(basename(dirname(to)));
  },
});

/** Plays a story to its end through the blows, in their order; what was said, and what is kept. */
export async function play(rounds: readonly Round[], blows: readonly Blow[]) {
  const disk = createPowerDisk();
  const clock = aFakeClock(MONDAY);
  const said: { readonly chat: string; readonly message: OutboundMessage }[] = [];
  const acknowledged = new Set<string>();
  const told: InboundMessage[][] = [];
  let round = 0;
  let struck = 0;
  let tossed = 0;

  for (const blow of [...blows, null]) {
    let isDead = false;
    let passed = 0;
    let full = 0;
    let die: () => void = () => undefined;
    const death = new Promise<'dead'>((resolve) => (die = () => resolve('dead')));
    const pass = async (event: Blow['event']): Promise<void> => {
      if (isDead) await NEVER;
      if (blow?.round !== round || blow.event !== event) return;
      passed += 1;
      if (passed !== blow.nth) return;
      struck += 1;
      if (blow.kind === 'disk full') full = FAILING_WRITES;
      else {
        isDead = true;
        die();
        await NEVER;
      }
    };
    const step = async (name: string): Promise<void> => {
      if (isDead) await NEVER;
      if (name !== 'create' || full === 0) return;
      full -= 1;
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const open = (): Promise<Records> =>
      openRecords({
        folder: '/records',
        kinds: [...OFFICE_KINDS],
        onDamaged: (where) => expect.unreachable(`damaged: ${where}`),
        onNewer: () => undefined,
        disk: watched(disk.diskFor({ step }), (kind) => pass(`saved ${kind}` as Blow['event'])),
      });
    const live = async (): Promise<Records> => {
      const records = await open();
      const office = anOffice({
        records,
        clock,
        limits: { idempotencyMinutes: 600 },
        say: async (chat, message) => {
          if (isDead) await NEVER;
          said.push({ chat, message });
          await pass('said');
        },
      });
      const quiet = async (): Promise<void> => {
        for (let pause = 0; pause < 40; pause += 1) {
          await office.settled();
          const left = [...(await records.find(CONVERSATION, UNANSWERED)), ...(await records.targets())];
          if (left.length === 0) return;
          await clock.advance(20_000);
        }
      };
      const take = (message: InboundMessage): Promise<void> =>
        office.reception.receive(message).then(
          async () => {
            await pass('acknowledged');
            acknowledged.add(message.id);
          },
          () => undefined,
        );
      await office.resume();
      await quiet();
      while (round < rounds.length) {
        const appeals = await appealsIn(records);
        const numbersOf = (person: string) =>
          appeals.flatMap(({ id, state }) => (state.appellant === `test:${person}` ? [id] : []));
        const messages = (told[round] ??= (rounds[round] as Round)(numbersOf).map(([person, text], at) =>
          aMessage(`${round}-${at}`, {
            chat: `test:${person}`,
            from: { id: `test:${person}`, name: person },
            text,
          }),
        ));
        const copies = messages.flatMap((message) => Array.from({ length: COPIES }, () => message));
        await Promise.all(copies.map(take));
        await quiet();
        if (messages.some(({ id }) => !acknowledged.has(id))) continue;
        // What was opened is put to the specialists.
        await clock.advance(61_000);
        await quiet();
        round += 1;
      }
      return records;
    };
    const end = await Promise.race([live(), death]);
    isDead = true;
    if (end !== 'dead') return { said, appeals: await appealsIn(end), told, struck };
    if (blow?.kind === 'without power') disk.losePower(() => tossed++ % 3 === 0);
  }
  throw new Error('no life is immortal');
}

export type Played = Awaited<ReturnType<typeof play>>;
