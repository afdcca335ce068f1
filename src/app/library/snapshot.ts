import { buildEntries } from '../../domain/answer/entries.ts';
import type { Entry } from '../../domain/answer/types.ts';
import { linkPolicies } from '../../domain/policy/link.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { createSearchIndex, loadSearchIndex } from '../../domain/search/search-index.ts';
import type { Passage, SearchIndex } from '../../domain/search/types.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { LocalDate } from '../../domain/time.ts';

/** A file that is in the library's folder but not in the library, and why. */
export interface LibraryProblem {
  readonly file: string;
  readonly code: string;
}

/** The library at one moment; never changed, replaced as a whole. */
export interface LibrarySnapshot {
  readonly policies: readonly Policy[];
  readonly entries: ReadonlyMap<string, Entry>;
  readonly index: SearchIndex;
  readonly problems: readonly LibraryProblem[];
}

/** Slices of the index build between two of which questions are answered. */
const SLICE = 256;

export function passageOf(entry: Entry): Passage {
  const { policy, clause } = entry;
  return {
    id: entry.key,
    title: [policy.title ?? '', ...entry.headings, clause.heading ?? ''].filter(Boolean).join('\n'),
    body: clause.text,
    units: entry.units.map(({ name }) => name).join('、'),
    facets: {
      region: entry.region,
      level: policy.level ?? '',
      kind: clause.kind,
      unit: entry.units.map(({ name }) => name),
    },
  };
}

/** Builds or loads the index over the policies' clauses; yields to others between slices. */
export async function takeSnapshot(options: {
  readonly policies: readonly Policy[];
  readonly problems: readonly LibraryProblem[];
  readonly segmenter: Segmenter;
  readonly today: LocalDate;
  readonly placeOf: (region: string) => string;
  /** Bytes of an index over exactly these policies, null to build it. */
  readonly saved: Uint8Array | null;
  readonly pause: () => Promise<void>;
}): Promise<LibrarySnapshot & { readonly built: boolean }> {
  const { policies, problems, segmenter, today, placeOf, saved, pause } = options;
  const entries = buildEntries(policies, linkPolicies(policies), { today, placeOf });
  const loaded = saved ? loadSearchIndex(saved, { segmenter }) : null;
  if (
    loaded?.ok &&
    [...entries.keys()].every((key) => loaded.value.has(key)) &&
    loaded.value.size() === entries.size
  ) {
    return { policies, entries, index: loaded.value, problems, built: false };
  }
  const index = createSearchIndex({ segmenter });
  for (const _progress of index.putSliced([...entries.values()].map(passageOf), SLICE)) await pause();
  return { policies, entries, index, problems, built: true };
}
