import type { Dropped, Repair } from '../../../src/domain/document/types.ts';
import { createDropping, withoutSpace } from '../counting.ts';
import type { Found } from './writer.ts';

export interface Account {
  readonly characters: number;
  readonly dropped: readonly Dropped[];
  readonly repairs: readonly Repair[];
}

/**
 * Says what became of every character of the source: what lies between the kept pieces is markup; an entity
 * is a repair, or markup where it stands for white space; what stands in the blocks only is a repair from nothing.
 */
export function accountFor(source: string, found: Found): Account {
  const dropping = createDropping();
  const repairs: Repair[] = [];
  const pieces = [
    ...found.kept.map((piece) => ({ piece, reason: null })),
    ...found.setAside.map(({ piece, reason }) => ({ piece, reason })),
  ].toSorted((a, b) => a.piece.start - b.piece.start);
  let position = 0;
  for (const { piece, reason } of pieces) {
    dropping.add('markup', source.slice(position, piece.start));
    const from = source.slice(piece.start, piece.end);
    if (reason !== null) dropping.add(reason, from);
    else if (withoutSpace(piece.text) === '') dropping.add('markup', from);
    else {
      dropping.keep();
      if (from !== piece.text) repairs.push({ from: withoutSpace(from), to: withoutSpace(piece.text) });
    }
    position = piece.end;
  }
  dropping.add('markup', source.slice(position));
  for (const to of found.inserted) if (to !== '') repairs.push({ from: '', to });
  return { characters: withoutSpace(source).length, dropped: dropping.all(), repairs };
}
