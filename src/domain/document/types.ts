import type { Brand } from '../brand.ts';

/** One block of a document as its reader found it, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Cells as text; a merged cell is repeated in every row and column that it covers. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export type SourceFormat = 'text' | 'html' | 'docx' | 'pdf' | 'xlsx';

/** A piece of the decoded text that is not kept, and why; `text` has no white space. */
export interface Dropped {
  readonly reason: DropReason;
  readonly text: string;
}

export type DropReason =
  | 'markup'
  | 'gloss'
  | 'lost-space'
  | 'furniture'
  | 'advertising'
  | 'duplicate'
  | 'page-break'
  | 'control';

/** A place where the text was put right: what stood there and what stands there now. */
export interface Repair {
  readonly from: string;
  readonly to: string;
}

/** What a reader hands over: the bytes are decoded and cut into blocks, nothing is interpreted. */
export interface SourceDocument {
  /** File name without folders. */
  readonly file: string;
  readonly format: SourceFormat;
  /** Encoding found from the bytes, null for formats that carry their own. */
  readonly encoding: string | null;
  readonly blocks: readonly Block[];
  /** Characters of the decoded text without white space. */
  readonly characters: number;
  readonly dropped: readonly Dropped[];
  readonly repairs: readonly Repair[];
}

/** What became of every character: `kept` + the lengths of `dropped` = `characters`. */
export interface Coverage {
  readonly characters: number;
  readonly kept: number;
  readonly dropped: readonly Dropped[];
  readonly repairs: readonly Repair[];
}

/**
 * Decimal outline number within its document: 二、(一)2. is `2.1.2`, row 8 of group 2 is `2.8`,
 * unnumbered text is `0.1`, `0.2` … before the body, `9.p1` … within section 9, `z.1` … behind the body.
 */
export type ClauseId = Brand<string, 'ClauseId'>;

export type ClauseKind = 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'row';

/** 条款: the smallest unit that is searched and cited. */
export interface Clause {
  readonly id: ClauseId;
  readonly kind: ClauseKind;
  /** Front: title, addressees, foreword, signature before the body. Back: closing sentences, signature behind it. */
  readonly part: 'front' | 'body' | 'back';
  /** Headings above, outermost first, as written with their numbers. */
  readonly path: readonly string[];
  /** The number as written, 「（一）」「3.」「第五条」; null where the text has none. */
  readonly number: string | null;
  /** The clause's own heading without its number, null where it has none: 「推动“小进规”攻坚」. */
  readonly heading: string | null;
  /** Whole text of the clause with number, heading and unit bracket, as restored. */
  readonly text: string;
  /** Rows only: column header → cell. */
  readonly cells: Readonly<Record<string, string>> | null;
}

/** A document whose text is restored and cut into clauses; what they mean is not known here. */
export interface StructuredDocument {
  readonly file: string;
  /** Restored Simplified text, one paragraph a line; table cells joined by tabs. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly clauses: readonly Clause[];
  readonly coverage: Coverage;
}
