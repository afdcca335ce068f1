import { passageOf } from '../../src/app/library/snapshot.ts';
import { ANY_REGION, entryKey } from '../../src/domain/answer/entries.ts';
import type { Entry, Question, Shelf } from '../../src/domain/answer/types.ts';
import type { ClauseId } from '../../src/domain/document/types.ts';
import { findMetadata } from '../../src/domain/policy/metadata/find-metadata.ts';
import type { Benefit, ClauseUnit, Policy, PolicyClause, PolicyId } from '../../src/domain/policy/types.ts';
import { createSearchIndex } from '../../src/domain/search/search-index.ts';
import type { Segmenter } from '../../src/domain/segment.ts';
import { type LocalDate, parseLocalDate } from '../../src/domain/time.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';

/** A day written `YYYY-MM-DD`. */
export const day = (text: string): LocalDate => parseLocalDate(text) as LocalDate;

/** A clause with this text; the rest is empty unless told. */
export const aClause = (
  text: string,
  known: Partial<Omit<PolicyClause, 'text' | 'id'>> & { id?: string } = {},
): PolicyClause => ({
  kind: 'item',
  part: 'body',
  path: [],
  number: null,
  heading: null,
  cells: null,
  units: [],
  benefits: [],
  deadlines: [],
  grantMode: null,
  ...known,
  id: (known.id ?? '1') as ClauseId,
  text,
});

export const aUnit = (name: string): ClauseUnit => ({ name, role: 'responsible', unit: null });

export const aBenefit = (known: Partial<Benefit>): Benefit => ({
  who: '',
  amountYuan: null,
  atMost: false,
  rate: null,
  per: null,
  snippet: '',
  ...known,
});

/** A policy of 武汉市 without dates. */
export function aPolicy(known: Partial<Omit<Policy, 'id'>> & { id?: string } = {}): Policy {
  const id = known.id ?? 'sample';
  return {
    ...findMetadata([], ''),
    file: `${id}.txt`,
    region: '武汉市',
    level: '市',
    text: '',
    clauses: [],
    coverage: { characters: 0, kept: 0, dropped: [], repairs: [] },
    ...known,
    id: id as PolicyId,
  };
}

export interface EntryParts extends Partial<Omit<Entry, 'clause' | 'policy'>> {
  readonly policy?: Policy;
  readonly clause?: Parameters<typeof aClause>[1];
}

/** One clause of the library with this text. */
export function anEntry(
  text: string,
  { policy = aPolicy(), clause: parts, ...known }: EntryParts = {},
): Entry {
  const clause = aClause(text, parts);
  return {
    key: entryKey(policy.id, clause.id),
    policy,
    clause,
    files: [policy.file],
    twins: [],
    units: clause.units,
    headings: clause.path,
    region: policy.region ?? ANY_REGION,
    status: 'unknown',
    ...known,
  };
}

/** A question about this subject that asks for nothing in particular. */
export const aQuestion = (subject: string, known: Partial<Question> = {}): Question => ({
  text: subject,
  speech: null,
  asks: [],
  regions: [],
  districts: [],
  years: [],
  subject,
  plain: subject,
  sayings: [],
  concerns: [],
  wish: null,
  compares: false,
  ...known,
});

/** Entries with an index over them. */
export function aShelf(entries: readonly Entry[], segmenter: Segmenter = createFakeSegmenter()): Shelf {
  const index = createSearchIndex({ segmenter });
  index.put(entries.map(passageOf));
  return { index, entries: new Map(entries.map((entry) => [entry.key, entry])) };
}
