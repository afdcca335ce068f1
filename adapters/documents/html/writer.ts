import type { Block, DropReason } from '../../../src/domain/document/types.ts';
import { withoutSpace } from '../counting.ts';
import { linesIn, preformattedLines } from './lines.ts';
import type { Piece } from './tree.ts';

/** What a walk over a page has found; pieces in neither list are markup. */
export interface Found {
  readonly blocks: readonly Block[];
  readonly kept: readonly Piece[];
  readonly setAside: readonly { readonly reason: DropReason; readonly piece: Piece }[];
  /** Text that stands in the blocks and nowhere in the source: list numbers, repeated cells. */
  readonly inserted: readonly string[];
}

export interface TableFound {
  readonly rows: readonly (readonly string[])[];
  readonly cells: readonly Found[];
  readonly repeats: readonly string[];
}

export type Writer = ReturnType<typeof createWriter>;

/** Gathers running text until a block ends, then cuts it into paragraphs. */
export function createWriter() {
  const blocks: Block[] = [];
  const kept: Piece[] = [];
  const setAside: { reason: DropReason; piece: Piece }[] = [];
  const inserted: string[] = [];
  let running: string[] = [];

  const flush = (as: { readonly level?: number | null; readonly preformatted?: boolean } = {}): void => {
    const text = running.join('');
    running = [];
    const level = as.level ?? null;
    if (level !== null) {
      const heading = linesIn(text).join(' ');
      if (heading !== '') blocks.push({ kind: 'heading', level, text: heading });
      return;
    }
    const lines = as.preformatted === true ? preformattedLines(text) : linesIn(text);
    // No push(...lines): a million lines are too many arguments.
    for (const line of lines) blocks.push({ kind: 'paragraph', text: line });
  };

  return {
    flush,
    text: (piece: Piece): void => {
      running.push(ownBreaks(piece.text));
      kept.push(piece);
    },
    /** A list number that browsers draw and the source does not hold. */
    insert: (text: string): void => {
      running.push(text);
      inserted.push(withoutSpace(text));
    },
    setAside: (reason: DropReason, pieces: readonly Piece[]): void => {
      for (const piece of pieces) setAside.push({ reason, piece });
    },
    table: (table: TableFound): void => {
      if (table.rows.length > 0) blocks.push({ kind: 'table', rows: table.rows });
      for (const cell of table.cells) {
        for (const piece of cell.kept) kept.push(piece);
        for (const aside of cell.setAside) setAside.push(aside);
        for (const text of cell.inserted) inserted.push(text);
      }
      for (const text of table.repeats) inserted.push(withoutSpace(text));
    },
    found: (): Found => ({ blocks, kept, setAside, inserted }),
  };
}

/**
 * Line breaks within one text may be meant; those at its ends only lay out the tags around it and become \r,
 * which never ends a line.
 */
function ownBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\s+|\s+$/gu, (edge) => edge.replaceAll('\n', '\r'));
}
