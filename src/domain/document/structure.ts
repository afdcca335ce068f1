import type { Segmenter } from '../segment.ts';
import { clausesOf } from './clauses.ts';
import { joinNeighbours } from './droppings.ts';
import { entriesOf } from './entry.ts';
import { linesOf } from './line.ts';
import { paragraphs } from './lines-of-text.ts';
import { restore } from './restore.ts';
import type { SourceDocument, StructuredDocument } from './types.ts';

export interface StructureInput {
  readonly source: SourceDocument;
  readonly segmenter: Segmenter;
  /** Restored texts of other documents: where one holds nearly the same sentence, damage is repaired after it. */
  readonly parallels?: readonly string[];
}

/** Restores a document's text and cuts it into clauses. Coverage: kept + the lengths of dropped = characters. */
export function structureDocument({ source, segmenter, parallels = [] }: StructureInput): StructuredDocument {
  const restored = restore(linesOf(source.blocks), { segmenter, parallels });
  const lines = paragraphs(restored.lines);
  const texts = lines.map((line) => line.text.trim());
  const dropped = joinNeighbours([...source.dropped, ...restored.dropped]);
  return {
    file: source.file,
    text: texts.join('\n'),
    lines: texts,
    clauses: clausesOf(entriesOf(lines)),
    coverage: {
      characters: source.characters,
      kept: source.characters - dropped.reduce((sum, piece) => sum + piece.text.length, 0),
      dropped,
      repairs: [...source.repairs, ...restored.repairs],
    },
  };
}
