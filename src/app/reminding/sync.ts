import { compareReadings } from '../../domain/reminder/compare-library.ts';
import { extensionsIn, repealedIn } from '../../domain/reminder/between-documents.ts';
import { type PolicyReading, readingsOf } from '../../domain/reminder/readings.ts';
import { endOf } from '../../domain/reminder/term.ts';
import type { ApplicationDeadline, PolicyMark } from '../../domain/reminder/types.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { statusAt } from '../../domain/policy/validity.ts';
import { dayOf } from '../../domain/time.ts';
import type { Log } from '../../ports/log.ts';
import type { Book } from './book.ts';
import type { Command } from './carry-out.ts';
import { nextDeadlineNumber } from './numbers.ts';
import type { LibraryTools, ReminderTools } from './types.ts';

export interface SyncDeps extends ReminderTools, LibraryTools {
  readonly book: Book;
  readonly command: Command;
  readonly log: Log;
}

/** Compares the library with the deadlines that are kept; resolves when both agree. Never throws. */
export type Sync = () => Promise<void>;

type Snapshot = ReturnType<LibraryTools['library']>;

const titleOf = ({ title, file }: Policy): string => title ?? file;

const isOf = (deadline: ApplicationDeadline, policy: string): boolean =>
  deadline.origin.kind === 'policy' && deadline.origin.policy === policy;

/** What is over when it is first read is nobody's deadline. */
function isToCome({ reading: { on, at } }: PolicyReading, deps: SyncDeps): boolean {
  return on === null || endOf(on, at) > deps.now();
}

function marksOf(
  { policies }: Snapshot,
  repealed: ReadonlySet<string>,
  deps: SyncDeps,
): ReadonlyMap<string, PolicyMark> {
  const there = policies.map((policy): readonly [string, PolicyMark] => [
    policy.id,
    {
      title: titleOf(policy),
      region: policy.region,
      text: deps.hash(policy.text).slice(0, 12),
      validUntil: policy.validUntil,
      fate: repealed.has(policy.id) ? 'repealed' : 'there',
    },
  ]);
  const present = new Map(there);
  // Whoever was answered from a document that is gone is told so.
  const answered = deps.book.subscribers().flatMap((one) => Object.entries(one.answered));
  const gone = answered.filter(([policy]) => !present.has(policy) && !isUnreadable(policy, deps.library()));
  return new Map([...gone.map(([policy, mark]) => [policy, { ...mark, fate: 'gone' }] as const), ...there]);
}

/** A file that is being written or cannot be read is not gone. */
const isUnreadable = (policy: string, { problems }: Snapshot): boolean =>
  problems.some(({ file }) => file.replace(/\.[A-Za-z0-9]{1,5}$/, '') === policy);

async function syncPolicy(
  policy: Policy,
  deps: SyncDeps,
  { isVoid }: { readonly isVoid: boolean },
): Promise<void> {
  const { book, command, records, now } = deps;
  const known = book.deadlines().filter((one) => isOf(one, policy.id));
  const { read, gone, fresh } = compareReadings(known, isVoid ? [] : readingsOf(policy));
  for (const { number, clause, reading } of read)
    await command({ record: 'deadline', number, order: { kind: 'read', clause, reading, at: now() } });
  for (const number of gone) await command({ record: 'deadline', number, order: { kind: 'document-gone' } });
  for (const one of fresh.filter((found) => isToCome(found, deps))) {
    const number = await nextDeadlineNumber(records);
    const { clause, reading } = one;
    const origin = {
      kind: 'policy',
      policy: policy.id,
      clause,
      document: titleOf(policy),
      read: reading,
    } as const;
    await command({ record: 'deadline', number, order: { kind: 'add', number, reading, origin, at: now() } });
  }
}

async function syncExtensions({ policies }: Snapshot, deps: SyncDeps): Promise<ReadonlySet<string>> {
  const extensions = extensionsIn(policies, deps.book.deadlines());
  for (const { number, reading } of extensions) {
    const before = deps.book.deadline(number);
    // Said before; what a person has made of it since stays.
    if (before === null || before.snippet === reading.snippet) continue;
    await deps.command({ record: 'deadline', number, order: { kind: 'moved', reading, at: deps.now() } });
  }
  return new Set(extensions.map(({ by }) => by));
}

async function syncNews({ policies }: Snapshot, deps: SyncDeps): Promise<void> {
  const { book, records, command } = deps;
  const before = book.newPolicies();
  const seen = new Set(before?.seen ?? []);
  const came = policies.filter(({ id }) => !seen.has(id));
  if (came.length === 0 && before !== null) return;
  const today = dayOf(deps.now());
  const counts = (policy: Policy): boolean =>
    !['draft', 'expired', 'over'].includes(statusAt(policy, today)) &&
    deps.reachOf(policy.region).kind !== 'elsewhere';
  // What the library begins with is no news.
  const news = [];
  for (const { id: policy } of before === null ? [] : came.filter(counts))
    news.push({
      number: await nextDeadlineNumber(records),
      policy,
      state: 'proposed' as const,
      decidedAt: null,
    });
  await command({ record: 'new-policies', order: { kind: 'came', seen: came.map(({ id }) => id), news } });
}

async function syncAll(snapshot: Snapshot, deps: SyncDeps): Promise<void> {
  const { book, command } = deps;
  const repealed = repealedIn(snapshot.policies);
  const extending = await syncExtensions(snapshot, deps);
  for (const policy of snapshot.policies)
    await syncPolicy(policy, deps, { isVoid: repealed.has(policy.id) || extending.has(policy.id) });
  const present = new Set<string>(snapshot.policies.map(({ id }) => id));
  for (const { number, origin, closed } of book.deadlines()) {
    if (origin.kind !== 'policy' || closed !== null || present.has(origin.policy)) continue;
    if (isUnreadable(origin.policy, snapshot)) continue;
    await command({ record: 'deadline', number, order: { kind: 'document-gone' } });
  }
  await syncNews(snapshot, deps);
  book.learn({ kind: 'marks', marks: marksOf(snapshot, repealed, deps) });
}

/** Makes the comparison; each snapshot of the library is compared once, one after another. */
export function createSync(deps: SyncDeps): Sync {
  let compared: Snapshot | null = null;
  let running: Promise<void> = Promise.resolve();
  return () => {
    running = running
      .then(async () => {
        const snapshot = deps.library();
        if (snapshot === compared) return;
        await syncAll(snapshot, deps);
        compared = snapshot;
      })
      .catch((error: unknown) => deps.log.error('deadlines-not-compared', { error }));
    return running;
  };
}
