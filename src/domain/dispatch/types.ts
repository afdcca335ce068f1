import type { Category } from '../category.ts';
import type { Expansion } from '../search/types.ts';

/** What owners say when they mean a matter: one of `any`, where `with` is given beside one of those, and none of `without`. */
export interface Sign {
  /** 1 a hint … 6 nothing else can be meant; counts once however many words are said. */
  readonly weight: number;
  /** Folded words; 「欠…款」 allows up to six characters of the same clause between. */
  readonly any: readonly string[];
  readonly with?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
  /** It names the subject, not the trouble: 「补贴什么时候给」 is still to be asked about. */
  readonly vague?: boolean | undefined;
}

/** One kind of trouble with the clauses that make somebody responsible for it. */
export interface Matter {
  readonly id: string;
  readonly category: Category;
  /** `FILESTEM#N`; each lead is named by one of them. */
  readonly clauses: readonly string[];
  /** Units as the clauses write them, the natural lead first. */
  readonly leads: readonly string[];
  /** Words of the subject that do not say what the trouble is: 「税太重了」. */
  readonly general: readonly string[];
  readonly signs: readonly Sign[];
  /** How owners tell of it; the classifier learns from them. */
  readonly sayings: readonly string[];
}

/** `seeds/dispatch.json`. */
export interface DispatchData {
  readonly matters: readonly Matter[];
  /** Messages that tell of no matter: pleas, greetings, bare subjects. */
  readonly untold: readonly string[];
}

/** A clause that names who is responsible. */
export interface DutyClause {
  readonly key: string;
  readonly policy: string;
  readonly clause: string;
  readonly text: string;
  /** In the clause's order. */
  readonly units: readonly string[];
}

/** An appeal as it is looked at: folded text, and what dictionaries know of it. */
export interface AppealText {
  readonly text: string;
  /** The same with typos and typed pinyin put right. */
  readonly corrected: string;
  /** How documents say what the owner says. */
  readonly expansions: readonly Expansion[];
  /** The district that it comes from, null where nothing says so. */
  readonly district: string | null;
}

/** A specialist sent appeals about this matter to another unit than proposed. */
export interface Correction {
  readonly matter: string;
  readonly to: string;
  readonly times: number;
}

export interface Evidence {
  readonly policy: string;
  readonly clause: string;
  readonly text: string;
}

/** A unit that may take the lead. */
export interface ProposedUnit {
  readonly name: string;
  /** 0–1; the scores of one proposal add up to at most 1. */
  readonly score: number;
  /** Clauses that make it responsible, the most telling first; never empty. */
  readonly evidence: readonly Evidence[];
  /** How often specialists sent such a matter there. */
  readonly corrections: number;
}

/** Where a matter may be sent. */
export interface Destination {
  /** Id of the likeliest matter, null where nothing was recognised. */
  readonly matter: string | null;
  readonly category: Category;
  /** Best first; empty where nothing was recognised. */
  readonly units: readonly ProposedUnit[];
}

/** 派单建议. */
export interface Proposal extends Destination {
  /** Too vague to be dispatched. */
  readonly askBack: boolean;
  /** A second matter in the same message. */
  readonly also: Destination | null;
}
