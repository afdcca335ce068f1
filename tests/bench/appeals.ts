import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { fileName } from '../../adapters/lowdb/shelf.ts';
import { type Appeal, createAppealKind, NO_APPEAL } from '../../src/app/appeals/appeal.ts';
import { archiveDateOf } from '../../src/app/upkeep/retention.ts';
import { decide, extend } from '../../src/domain/appeal/decide.ts';
import { stateOf } from '../../src/domain/appeal/evolve.ts';
import { appealNumber } from '../../src/domain/appeal/number.ts';
import type { Kind, Records } from '../../src/ports/records.ts';
import { APPEAL_CLOCK, digest, isUnit, on, relationFor, STORIES, WISHES } from '../support/an-appeal.ts';
import { inParallel, inTurns, memoryOf, perSecond, print, secondsOf, writeBarely } from './timing.ts';

const ROUNDS = 300;
const MANY = 10_000;
const ARCHIVED = 50_000;
const MONTHS = 60;

const KIND: Kind<Appeal> = {
  ...createAppealKind(APPEAL_CLOCK),
  archive: ({ chain }) => archiveDateOf(stateOf(chain)),
};
const TOOLS = { digest, salt: randomUUID };

const openAt = (folder: string): Promise<Records> =>
  openRecords({
    folder,
    kinds: [KIND],
    onDamaged: (where) => print(`damaged: ${where}`),
    onNewer: () => undefined,
  });

/** Takes a new appeal as the bot does: decided, hashed, kept with its receipt. */
function submit(records: Records, ordinal: number): Promise<boolean> {
  const number = appealNumber(ordinal);
  const at = on('11-23 09:00');
  return records.update(KIND, number, (before) => {
    if (before !== null) return null;
    const command = { ...WISHES.submit, number, by: 'owner', at, cause: `test:${ordinal}#1` };
    const relation = relationFor(null, 'owner', at);
    const decided = decide(null, command, { ...APPEAL_CLOCK, isUnit, relation });
    if (!decided.ok) throw new Error(decided.error.code);
    const receipt = {
      id: `${command.cause}.1`,
      to: `test:${ordinal}`,
      content: { text: `${number} 已收到` },
    };
    return {
      data: { ...NO_APPEAL, chain: extend([], decided.value, TOOLS) },
      deliveries: [{ ...receipt, createdAt: at }],
    };
  });
}

/** Writes an appeal straight to where the store keeps it, `path` with what stands before its name: no fsync. */
function lay(path: string, ordinal: number, chain: Appeal['chain']): Promise<void> {
  const data: Appeal = { ...NO_APPEAL, chain };
  const id = appealNumber(ordinal);
  return writeFile(
    `${path}${fileName(id)}`,
    JSON.stringify({ kind: KIND.name, version: KIND.version, id, data, outbox: [] }),
  );
}

/** Appeals half-way: taken, dispatched, acknowledged, worked on. */
async function fillInHand(folder: string): Promise<void> {
  await mkdir(join(folder, KIND.name), { recursive: true });
  await inParallel(MANY, (at) => lay(join(folder, KIND.name, '/'), at, STORIES['in-hand']));
}

/** Years of closed appeals. */
async function fillArchive(folder: string): Promise<void> {
  const monthOf = (at: number): string =>
    `${2021 + Math.floor((at % MONTHS) / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  for (let month = 0; month < MONTHS; month += 1)
    await mkdir(join(folder, 'archive', monthOf(month)), { recursive: true });
  await inParallel(ARCHIVED, (at) =>
    lay(join(folder, 'archive', monthOf(at), `${KIND.name}-`), MANY * 2 + at, STORIES['closed as solved']),
  );
}

/** Appeals: how fast they are taken, and what ten thousand open and fifty thousand archived ones cost. */
export async function benchAppeals(root: string): Promise<void> {
  const folder = (name: string): string => join(root, `appeals-${name}`);
  const ten = await openAt(folder('ten'));
  await inParallel(10, (at) => submit(ten, at));
  await mkdir(folder('bare'));
  const text = JSON.stringify({ ...NO_APPEAL, chain: STORIES.submitted });
  const [barely, kept] = await inTurns(ROUNDS, [
    (at) => writeBarely(folder('bare'), at, text),
    (at) => submit(ten, 100 + at),
  ]);
  print(`appeals accepted: ${perSecond(kept)} a second, ${(barely / kept).toFixed(2)} of the bare loop`);

  await inParallel(
    MANY,
    (
      (filling) => async (at: number) =>
        submit(await filling, at)
    )(openAt(folder('many'))),
  );
  const { value: many, seconds, megabytes } = await memoryOf(() => openAt(folder('many')));
  print(`start with ${MANY} open appeals: ${secondsOf(seconds)}, ${megabytes.toFixed(1)} MB`);
  const few = await openAt(folder('few'));
  await inParallel(10, (at) => submit(few, at));
  const [withTen, withMany] = await inTurns(ROUNDS, [
    (at) => submit(few, MANY + at + 1),
    (at) => submit(many, MANY + at + 1),
  ]);
  print(`one more with ${MANY} open instead of 10: ${(withMany / withTen).toFixed(2)} times as long`);

  await fillInHand(folder('in-hand'));
  const inHand = await memoryOf(() => openAt(folder('in-hand')));
  print(
    `start with ${MANY} appeals in hand: ${secondsOf(inHand.seconds)}, ${inHand.megabytes.toFixed(1)} MB`,
  );
  await fillArchive(folder('many'));
  // The first start also waits until the disk has what was written without fsync.
  await openAt(folder('many')).then(() => undefined);
  const full = await memoryOf(() => openAt(folder('many')));
  print(
    `start with ${ARCHIVED} archived besides: ${secondsOf(full.seconds)}, ${full.megabytes.toFixed(1)} MB`,
  );
  const [live, archived] = await inTurns(ROUNDS, [
    (at) => full.value.read(KIND, appealNumber(at + 1)),
    (at) => full.value.read(KIND, appealNumber(MANY * 2 + 1 + at * 100)),
  ]);
  print(`an archived one is read in ${archived.toFixed(2)} ms, a live one in ${live.toFixed(2)} ms`);
}
