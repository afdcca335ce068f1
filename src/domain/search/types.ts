import type { Result } from '../result.ts';

/** One searchable piece of text. `title` holds the document's title and the heading path, `units` names of departments. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly units?: string;
  /** What a filter can ask for: `{ region: '武汉市', kind: ['通知', '政策'] }`. */
  readonly facets?: Facets;
}

export type Facets = Readonly<Record<string, string | readonly string[]>>;

/** Where the question says `phrase`, passages may say one of `means` instead; that counts `weight` (0..1) as much. */
export interface Expansion {
  readonly phrase: string;
  readonly means: readonly string[];
  readonly weight: number;
}

export interface Query {
  readonly text: string;
  readonly expansions?: readonly Expansion[];
  /** Every named facet must hold one of the given values. */
  readonly filter?: Facets;
  /** How many hits are wanted, and how many of the best are left out before them. */
  readonly k: number;
  readonly offset?: number;
  /** Facets whose values are to be counted over all passages that score at least half of the best one. */
  readonly facets?: readonly string[];
}

export interface Hit {
  readonly id: string;
  /** Comparable within one answer only. */
  readonly score: number;
  /** 0..1: how likely the passage is what was asked for; rises with coverage, comparable between questions. */
  readonly confidence: number;
  /**
   * The idf-weighted share of the question's distinct terms that the passage holds, synonyms counted by their
   * weight; words that only ask (「怎么」) and those of grammar alone (「的」) are no terms.
   */
  readonly coverage: number;
  /** Pieces of the question that the passage holds, in the question's order. */
  readonly matched: readonly string[];
}

/** A piece of the question (folded) that was not found, and its share (0..1) of the question's weight. */
export interface Unmatched {
  readonly term: string;
  readonly weight: number;
  /** Whether no passage at all holds it, or only the best hit does not. */
  readonly in: 'index' | 'best-hit';
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** Most frequent value first. Only where the query asks for it. */
  readonly facets?: Readonly<Record<string, readonly FacetCount[]>>;
  readonly unmatched: readonly Unmatched[];
}

/** How far a sliced change has come; the index answers with what is in it between two slices. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface SearchIndex {
  /** How many passages are in it. */
  readonly size: () => number;
  readonly has: (id: string) => boolean;
  readonly search: (query: Query) => SearchAnswer;
  /** Puts passages in; one whose id is there already is replaced. */
  readonly put: (passages: readonly Passage[]) => void;
  /** The same in slices of at most `slice` passages (default 256): the caller lets others work between two of them. */
  readonly putSliced: (passages: readonly Passage[], slice?: number) => Generator<Progress, void, void>;
  /** Takes passages out; unknown ids are passed over. */
  readonly remove: (ids: readonly string[]) => void;
  /** ln(1 + (N - n + ½) / (n + ½)) of a word or phrase: of its rarest piece where it is long; 0 for an empty one. */
  readonly idf: (term: string) => number;
  /** Bytes held in typed arrays: `index` to search, `texts` the folded passages. */
  readonly bytes: () => { readonly index: number; readonly texts: number };
  /** One binary file with version and checksum. */
  readonly save: () => Uint8Array;
}

/** A saved index is never trusted: any difference in bytes is `damaged`, another layout or other weights `older`. */
export type LoadedIndex = Result<SearchIndex, 'damaged' | 'older'>;
