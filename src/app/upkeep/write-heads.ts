import { goesOn, type Head, headNow, type Heads } from '../../domain/heads.ts';
import { dayOf, type Instant, type LocalDate } from '../../domain/time.ts';
import type { HeadBook } from '../../ports/heads.ts';
import type { Chains } from './chains.ts';

/** Heads are kept for so many days; of older ones those of each month's first day that has any. */
const KEPT_DAYS = 31;

/** The newest heads that are as they were written; null where there are none. */
export async function newestHeads(
  book: HeadBook,
): Promise<{ readonly day: LocalDate; readonly heads: Heads } | null> {
  for (const day of (await book.days()).toReversed()) {
    const heads = await book.read(day);
    if (heads !== null) return { day, heads };
  }
  return null;
}

async function forgetOld(book: HeadBook): Promise<void> {
  const old = (await book.days()).slice(0, -KEPT_DAYS);
  const isFirstOfMonth = (day: LocalDate): boolean =>
    old.find((one) => one.slice(0, 7) === day.slice(0, 7)) === day;
  for (const day of old) if (!isFirstOfMonth(day)) await book.remove(day);
}

/**
 * Writes down the heads of all records, once a day: what stands there already is left. Archived records are not read
 * again, they keep the head that they had; so does a record that does not go on from its head, and its name (`kind/id`)
 * is returned: what was done to it stays visible. Throws `RecordsError`, and what the disk throws.
 */
export async function writeHeads(
  { book, chains }: { readonly book: HeadBook; readonly chains: readonly Chains[] },
  now: Instant,
): Promise<readonly string[]> {
  const today = dayOf(now);
  if ((await book.days()).includes(today)) return [];
  const before = (await newestHeads(book))?.heads ?? null;
  const heads = new Map<string, Head>(Object.entries(before ?? {}));
  const broken: string[] = [];
  for (const { live, archived } of chains) {
    for (const read of before === null ? [archived, live] : [live]) {
      for await (const { record, chain } of read()) {
        const known = heads.get(record);
        if (known !== undefined && !goesOn(known, chain)) broken.push(record);
        else if (chain !== null) heads.set(record, headNow(chain));
      }
    }
  }
  await book.write(today, Object.fromEntries(heads));
  await forgetOld(book);
  return broken;
}
