import type { Block, SourceDocument } from '../../src/domain/document/types.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');

const textOf = (block: Block): string =>
  block.kind === 'table' ? block.rows.map((row) => row.join('')).join('') : block.text;

/** A document as a reader hands it over, from blocks or from text with one paragraph a line. */
export function aSource(content: string | readonly Block[]): SourceDocument {
  const blocks: readonly Block[] =
    typeof content === 'string' ? content.split('\n').map((text) => ({ kind: 'paragraph', text })) : content;
  return {
    file: 'sample.txt',
    format: 'text',
    encoding: 'utf-8',
    blocks,
    characters: bare(blocks.map(textOf).join('')).length,
    dropped: [],
    repairs: [],
  };
}
