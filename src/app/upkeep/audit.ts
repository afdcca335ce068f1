import { type Digest, findBreak } from '../../domain/chain.ts';
import { goesOn } from '../../domain/heads.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { HeadBook } from '../../ports/heads.ts';
import type { Chains } from './chains.ts';
import { newestHeads } from './write-heads.ts';

/** What was done to a record (`kind/id`) past the program. */
export type Finding =
  /** An event, counted from 1, is not as it was written. */
  | { readonly kind: 'changed'; readonly record: string; readonly event: number }
  /** The events are whole, but not those whose head was written down on that day. */
  | { readonly kind: 'rewritten'; readonly record: string; readonly day: LocalDate }
  /** It was there on that day. */
  | { readonly kind: 'missing'; readonly record: string; readonly day: LocalDate }
  /** The heads of that day are not as they were written. */
  | { readonly kind: 'heads'; readonly day: LocalDate };

export interface Audit {
  /** Records and events that were looked at. */
  readonly records: number;
  readonly events: number;
  /** The day whose heads were compared; null where there are none. */
  readonly day: LocalDate | null;
  readonly findings: readonly Finding[];
}

/** Looks at every chain, live and archived, and compares them with the newest heads; changes nothing. */
export async function auditChains({
  book,
  chains,
  digest,
}: {
  readonly book: HeadBook;
  readonly chains: readonly Chains[];
  readonly digest: Digest;
}): Promise<Audit> {
  const newest = await newestHeads(book);
  const heads = new Map(Object.entries(newest?.heads ?? {}));
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let events = 0;
  for (const { live, archived } of chains) {
    for (const read of [live, archived]) {
      for await (const { record, chain } of read()) {
        const head = heads.get(record);
        if (chain === null && head === undefined) continue;
        const broken = chain && findBreak(chain, digest);
        if (!seen.has(record)) events += chain?.length ?? 0;
        seen.add(record);
        if (broken !== null) findings.push({ kind: 'changed', record, event: broken + 1 });
        else if (newest && head && !goesOn(head, chain))
          findings.push({ kind: 'rewritten', record, day: newest.day });
      }
    }
  }
  if (newest) {
    for (const record of heads.keys()) {
      if (seen.has(record) || (await isThere(record, chains))) continue;
      findings.push({ kind: 'missing', record, day: newest.day });
    }
  }
  for (const day of await book.days())
    if ((await book.read(day)) === null) findings.push({ kind: 'heads', day });
  return { records: seen.size, events, day: newest?.day ?? null, findings };
}

/** The bot may have archived it, or taken it back, between the two lists that were read. */
async function isThere(record: string, chains: readonly Chains[]): Promise<boolean> {
  const [kind = ''] = record.split('/', 1);
  const id = record.slice(kind.length + 1);
  return ((await chains.find((one) => one.kind === kind)?.read(id)) ?? null) !== null;
}
