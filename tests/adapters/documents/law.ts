import { expect } from 'vitest';
import { createDocumentReader } from '../../../adapters/documents/index.ts';
import type { SourceDocument } from '../../../src/domain/document/types.ts';

const reader = createDocumentReader();

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads and checks the law that every reader keeps: no character is lost or made up without being listed. */
export async function read(source: string | Uint8Array, name = 'file'): Promise<SourceDocument> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const document = await reader.read({ name, bytes });
  expect(keepsLaw(document)).toBe(true);
  return document;
}

const bare = (text: string): number => text.replace(/\s+/gu, '').length;

export function keepsLaw({ blocks, characters, dropped, repairs }: SourceDocument): boolean {
  const inBlocks = blocks
    .map((block) => bare(block.kind === 'table' ? block.rows.flat().join('') : block.text))
    .reduce((sum, length) => sum + length, 0);
  const gone = dropped.reduce((sum, piece) => sum + piece.text.length, 0);
  const grown = repairs.reduce((sum, { from, to }) => sum + to.length - from.length, 0);
  const isBare = dropped.every((piece) => piece.text === piece.text.replace(/\s+/gu, ''));
  return isBare && inBlocks === characters - gone + grown;
}

/** Blocks as lines: `# ` before headings, cells separated by ` | `. */
export function outline({ blocks }: SourceDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.map((row) => row.join(' | '));
    return [block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text];
  });
}

export async function refusal(source: string | Uint8Array): Promise<string> {
  const bytes = typeof source === 'string' ? bytesOf(source) : source;
  const outcome = await reader.read({ name: 'file', bytes }).catch((error: unknown) => error);
  return outcome instanceof Error && 'code' in outcome ? String(outcome.code) : 'read';
}
