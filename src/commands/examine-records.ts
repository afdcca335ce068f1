import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createBackups } from '../../adapters/backup/index.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { auditChains } from '../app/upkeep/audit.ts';
import { chainsOf } from '../app/upkeep/chains.ts';
import { isOpen } from '../domain/delivery/fate.ts';
import type { Delivery } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import type { Program } from '../main.ts';
import type { Cargo, Records } from '../ports/records.ts';
import { findingWords, type LostDelivery, recordsWords } from '../text/zh/doctor-records.ts';
import { anyKind, chainInAny } from './any-kind.ts';
import { type Check, unwell, well } from './check.ts';
import { toSentence } from './sentence.ts';

const DAY_MS = 86_400_000;
/** A bot that runs has given up, or sent, what is older. */
const OLDEST_OPEN_MS = 2 * DAY_MS;
const OLDEST_BACKUP_MS = 7 * DAY_MS;
/** Of a long list so many are named. */
const MOST_NAMED = 10;

interface Looked {
  readonly records: Records;
  readonly kinds: readonly string[];
  readonly damaged: readonly string[];
  readonly now: Instant;
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

async function countArchived(folder: string): Promise<number> {
  const months = await namesIn(join(folder, 'archive'));
  const files = await Promise.all(months.map((month) => namesIn(join(folder, 'archive', month))));
  return files.flat().filter((name) => name.endsWith('.json')).length;
}

async function checkCounts({ records, kinds }: Looked, folder: string): Promise<Check> {
  const counts = await Promise.all(
    kinds.map(async (kind) => ({ kind, count: (await records.ids({ name: kind })).length })),
  );
  return well('records', recordsWords.counts(counts, await countArchived(folder)));
}

/** Files that cannot be read: set aside by the bot, or found by this very look. */
async function checkDamaged({ damaged }: Looked, folder: string): Promise<Check> {
  const aside = (await namesIn(join(folder, 'damaged'))).filter((name) => name.endsWith('.json'));
  const all = [...new Set([...damaged, ...aside.map((name) => `damaged/${name}`)])];
  return all.length === 0
    ? well('damaged', recordsWords.noneDamaged)
    : unwell('damaged', recordsWords.damaged(folder, all.slice(0, MOST_NAMED), all.length));
}

async function checkHistory({ records, kinds }: Looked, { system }: Program): Promise<Check> {
  const { findings, ...audit } = await auditChains({
    book: system.heads,
    chains: kinds.map((kind) => chainsOf(records, anyKind(kind), chainInAny)),
    digest: system.digest,
  });
  if (findings.length === 0) return well('history', recordsWords.history(audit));
  const named = findings.slice(0, MOST_NAMED).map(findingWords);
  return unwell('history', recordsWords.historyBroken(named, findings.length));
}

async function allDeliveries({ records, kinds }: Looked): Promise<readonly Delivery<Cargo>[]> {
  const all: Delivery<Cargo>[] = [];
  for (const kind of kinds)
    for (const id of await records.ids({ name: kind }))
      all.push(...(await records.outbox({ name: kind }, id)));
  return all;
}

/** A delivery that was given up, or of unknown fate; none where it is still to be sent. */
function lostOf({ to, state }: Delivery<Cargo>): readonly LostDelivery[] {
  if (state.kind === 'given-up') return [{ to, at: state.at, code: state.code }];
  return state.kind === 'maybe-sent' ? [{ to, at: state.at, code: null }] : [];
}

/** Whom and since when, never what. */
async function checkDeliveries(looked: Looked): Promise<Check> {
  const deliveries = await allDeliveries(looked);
  const open = deliveries.filter((delivery) => isOpen(delivery));
  const lost = deliveries.flatMap(lostOf).toSorted((one, other) => other.at - one.at);
  const since = open.length === 0 ? null : (Math.min(...open.map((one) => one.createdAt)) as Instant);
  const isStuck = since !== null && looked.now - since > OLDEST_OPEN_MS;
  const says = recordsWords.deliveries({
    open: open.length,
    since,
    lost: lost.slice(0, MOST_NAMED),
    lostAll: lost.length,
    isStuck,
  });
  return isStuck ? unwell('deliveries', says) : well('deliveries', says);
}

async function checkBackup(data: string, now: Instant): Promise<Check> {
  const last = await createBackups(data).last();
  if (last === null) return well('backup', recordsWords.noBackup);
  const says = recordsWords.backup(last, now);
  return now - last.at > OLDEST_BACKUP_MS ? unwell('backup', says) : well('backup', says);
}

/** Looks at all records, their history, what is to be sent and the last backup; takes no lock and writes nothing. */
export async function examineRecords(program: Program): Promise<readonly Check[]> {
  const { data } = program.config;
  const folder = join(data, 'records');
  const now = program.system.clock.now();
  const damaged: string[] = [];
  try {
    if ((await stat(folder).catch(() => null)) === null) return [well('records', recordsWords.none)];
    const folders = await readdir(folder, { withFileTypes: true });
    const kinds = folders
      .filter((entry) => entry.isDirectory() && !['archive', 'damaged'].includes(entry.name))
      .map(({ name }) => name)
      .toSorted();
    const records = await openRecords({
      folder,
      kinds: kinds.map(anyKind),
      readOnly: true,
      onDamaged: (where) => damaged.push(where),
      onNewer: () => undefined,
    });
    const looked: Looked = { records, kinds, damaged, now };
    const counts = await checkCounts(looked, folder);
    const history = await checkHistory(looked, program);
    const deliveries = await checkDeliveries(looked);
    return [counts, await checkDamaged(looked, folder), history, deliveries, await checkBackup(data, now)];
  } catch (error) {
    return [unwell('records', toSentence(error))];
  }
}
