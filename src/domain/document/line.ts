import type { Block } from './types.ts';

/** One line of a document on its way from block to clause. */
export interface Line {
  readonly text: string;
  /** Cells of a table's row, null for running text. */
  readonly cells: readonly string[] | null;
  /** Level of a heading as its reader marked it, null where it is none. */
  readonly level: number | null;
}

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029]/;

/** Blocks as lines; a row of a table is one line with its cells joined by tabs. */
export function linesOf(blocks: readonly Block[]): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    switch (block.kind) {
      case 'heading':
        return [{ text: block.text.replace(/\s+/g, ' '), cells: null, level: block.level }];
      case 'paragraph':
        return block.text.split(BREAK).map((text) => ({ text, cells: null, level: null }));
      case 'table':
        return block.rows.map((row) => ({
          text: row.map(oneLine).join('\t'),
          cells: row.map(oneLine),
          level: null,
        }));
    }
  });
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/** The line with another text; its cells follow. */
export function withText(line: Line, text: string): Line {
  return { ...line, text, cells: line.cells && text.split('\t') };
}
