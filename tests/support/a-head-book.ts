import type { Heads } from '../../src/domain/heads.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { HeadBook } from '../../src/ports/heads.ts';

/** A head book in memory; null stands for heads that are not as they were written. */
export function aHeadBook(kept: Readonly<Record<string, Heads | null>> = {}) {
  const pages = new Map<string, Heads | null>(Object.entries(kept));
  const book: HeadBook = {
    days: async () => [...pages.keys()].toSorted() as LocalDate[],
    read: async (day) => pages.get(day) ?? null,
    write: async (day, heads) => void pages.set(day, heads),
    remove: async (day) => void pages.delete(day),
  };
  return { book, pages };
}
