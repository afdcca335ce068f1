import type { ClauseId } from '../document/types.ts';
import type { ClauseUnit, Policy, PolicyClause, PolicyId, Status } from '../policy/types.ts';
import type { Segmenter } from '../segment.ts';
import type { SearchIndex } from '../search/types.ts';
import type { Concern } from './concerns.ts';
import type { Saying } from './synonyms.ts';

/** What a question wants to know; a question can want several things, the most specific first. */
export type AskedFact =
  | 'validity'
  | 'issuer'
  | 'published'
  | 'document-number'
  | 'amount'
  | 'rate'
  | 'benefit'
  | 'fee'
  | 'units'
  | 'deadline'
  | 'count'
  | 'contact'
  | 'conditions'
  | 'how-to'
  | 'list'
  | 'definition';

/** Why a message is no policy question; `null` where it may be one. */
export type Speech =
  | 'greeting'
  | 'identity'
  | 'thanks'
  | 'farewell'
  | 'complaint'
  | 'distress'
  | 'placeholder'
  | 'empty'
  | 'human'
  | 'help'
  | 'library'
  | 'intrusion';

/** A region as a question names it: official name of a province or city, and the province around it. */
export interface NamedRegion {
  readonly name: string;
  readonly province: string;
}

/** A question, read: folded text, what it asks for, where, and the words that carry its subject. */
export interface Question {
  /** NFKC-folded Simplified text without control characters, at most `MAX_QUESTION` characters. */
  readonly text: string;
  readonly speech: Speech | null;
  readonly asks: readonly AskedFact[];
  readonly regions: readonly NamedRegion[];
  /** Districts that it names, as they were typed: 「洪山」, 「洪山区」. */
  readonly districts: readonly string[];
  readonly years: readonly number[];
  /** What is left for the search when asking words, politeness and regions are taken out. */
  readonly subject: string;
  /** The same without regard to sayings: empty where the message names no thing. */
  readonly plain: string;
  /** Phrases in `subject` for which documents have other words. */
  readonly sayings: readonly Saying[];
  /** What it seems to be about, the likeliest first. */
  readonly concerns: readonly Concern[];
  readonly compares: boolean;
  /** The question itself, where its asker tells of itself first; null where all of the message is the question. */
  readonly wish: Question | null;
}

/** One clause of the library with its document, and the other documents that say the same. */
export interface Entry {
  readonly key: string;
  readonly policy: Policy;
  readonly clause: PolicyClause;
  readonly files: readonly string[];
  /** The same clause elsewhere: the plan's item for a row of its task list. */
  readonly twins: readonly { readonly policy: PolicyId; readonly clause: ClauseId }[];
  /** Units of the clause, or of its twin where it names none. */
  readonly units: readonly ClauseUnit[];
  /** Headings above, those of the twins included: words that the clause is also found by. */
  readonly headings: readonly string[];
  /** Place whose people it is for, 「全国」 for everybody. */
  readonly region: string;
  readonly status: Status;
}

export interface Candidate {
  readonly entry: Entry;
  /** Order of preference, higher is better; not comparable between questions. */
  readonly score: number;
  /** 0–1: how much of the question's words it holds, the rarer the more, and how close together. */
  readonly words: number;
  /** 0–1: how surely the clause speaks of what the question is concerned with. */
  readonly concern: number;
  /** 0–1: how far the clause names the likeliest concern of the question. */
  readonly firstConcern: number;
}

/** Consecutive sentences of a clause as they stand, or the part of a long one. */
export interface Quote {
  readonly quote: string;
  /** The clause says more before or after it. */
  readonly leavesBefore: boolean;
  readonly leavesAfter: boolean;
}

/** What is said about one clause: facts as they stand there, the sentences, nothing made up. */
export interface Extract extends Quote {
  readonly entry: Entry;
  /** The asked fact in the document's own words, null where the sentences say it all. */
  readonly fact: ExtractFact | null;
  /** All items of the list that the clause is one of, where the whole of it is asked for. */
  readonly list?: readonly Entry[];
  /** What stands above the clause and turns its sense: 「有下列情形之一的，不予支持：」. */
  readonly lead?: string;
}

/** A unit's duty as `seeds/units.json` has it: `clause` is the key of the entry that says so. */
export interface Duty {
  readonly unit: string;
  /** Its full name and the short ones that documents use. */
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly clause: string;
}

/** 可咨询的单位: whom to ask where a clause names nobody, and the entry that says why. */
export interface Office {
  readonly name: string;
  readonly entry: Entry;
  readonly why: 'heading' | 'duty' | 'issuer';
}

/** What was asked for and does not stand in the clause. */
export type UnstatedFact =
  | 'amount'
  | 'benefit'
  | 'fee'
  | 'rate'
  | 'count'
  | 'units'
  | 'deadline'
  | 'time'
  | 'duration'
  | 'year'
  | 'how-to'
  | 'papers'
  | 'conditions'
  | 'contact';

export type ExtractFact =
  | { readonly kind: 'amounts'; readonly tiers: readonly { readonly who: string; readonly amount: string }[] }
  | { readonly kind: 'units' }
  | { readonly kind: 'due'; readonly on: string }
  | {
      readonly kind: 'unstated';
      readonly what: UnstatedFact;
      /** Whom to ask; only where the units are what the clause does not name. */
      readonly office?: Office;
    }
  | { readonly kind: 'validity' }
  | { readonly kind: 'issuer'; readonly name: string }
  | { readonly kind: 'published'; readonly on: string; readonly signed: boolean }
  | { readonly kind: 'document-number'; readonly number: string };

/** `unstated`: the library speaks of the thing, and not of what is asked about it. */
export type Decline = 'no-basis' | 'unstated' | 'no-region' | 'out-of-scope' | 'too-vague' | 'no-library';

/** What the search is asked with; the entries are those of the index. */
export interface Shelf {
  readonly index: SearchIndex;
  readonly entries: ReadonlyMap<string, Entry>;
}

export type Answer =
  | { readonly kind: 'speech'; readonly speech: Speech }
  | {
      readonly kind: 'decline';
      readonly reason: Decline;
      readonly region: string | null;
      readonly near: readonly Candidate[];
      /** What the nearest clause does not say; null unless the reason is `unstated`. */
      readonly lacks: UnstatedFact | null;
    }
  | {
      readonly kind: 'clause';
      /** The clause that the talk is about; not the one shown where that only proves a date of the document. */
      readonly about: Entry;
      readonly extract: Extract;
      readonly question: Question;
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: 'comparison';
      readonly sides: readonly [Extract, Extract];
      readonly candidates: readonly Candidate[];
    };

export interface AnswerContext {
  readonly shelf: Shelf;
  /** Region whose documents answer a question that names none. */
  readonly home: NamedRegion;
  /** Clause that the last answer was about; a question that only asks for another fact of it is answered from it. */
  readonly lastEntry: Entry | null;
  /** Words of a question (folded) for what an enterprise desk does not own: they raise the bar, never forbid an answer. */
  readonly foreignWords: (question: Pick<Question, 'text' | 'sayings'>) => readonly string[];
  readonly segmenter: Pick<Segmenter, 'words' | 'frequency'>;
  /** Duties of the units that are known; none where nothing is known of them. */
  readonly duties?: readonly Duty[];
}
