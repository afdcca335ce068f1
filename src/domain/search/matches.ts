import { isLoose, type Piece, textOf } from './question.ts';
import type { Cover } from './reader.ts';
import type { Resolved } from './resolve.ts';
import type { Unmatched } from './types.ts';

/** The pieces of the question that a passage holds, those that overlap joined (专精, 精特, 特新 → 专精特新), without loose ones. */
export function matchedIn(resolved: Resolved, { shares, row }: Cover): readonly string[] {
  const { pieces, order, text } = resolved;
  const matched: string[] = [];
  let from = 0;
  let to = -1;
  let last: Piece | undefined;
  for (let place = 0; place < order.length; place += 1) {
    const number = order[place]!;
    const piece = pieces[number]!;
    if (shares[row + number] === 0 || isLoose(piece)) continue;
    if (last && piece.kind !== 'spelt' && piece.at < to) {
      to = Math.max(to, endOf(piece));
      continue;
    }
    if (last) matched.push(last.kind === 'spelt' ? last.text : text.slice(from, to));
    last = piece;
    from = piece.at;
    to = endOf(piece);
  }
  if (last) matched.push(last.kind === 'spelt' ? last.text : text.slice(from, to));
  return matched;
}

/** What was spelt is never joined with what follows. */
const endOf = (piece: Piece): number => (piece.kind === 'spelt' ? piece.at : piece.at + piece.length);

interface Span {
  readonly from: number;
  to: number;
  weight: number;
  text: string;
}

/** What the best hit (null where there is none) does not hold, joined likewise. */
export function unmatchedIn(resolved: Resolved, best: Cover | null): readonly Unmatched[] {
  const { pieces, worth, absent } = resolved;
  const wanted = new Uint8Array(pieces.length);
  let total = 0;
  let lacking = 0;
  for (let number = 0; number < pieces.length; number += 1) {
    total += worth[number]!;
    if (worth[number]! <= 0 || (best !== null && best.shares[best.row + number]! > 0)) continue;
    wanted[number] = absent[number] === true ? IN_INDEX : IN_BEST_HIT;
    lacking += 1;
  }
  if (lacking === 0) return [];
  return [
    ...spans(resolved, wanted, IN_INDEX).map((span) => toUnmatched(span, total, 'index')),
    ...spans(resolved, wanted, IN_BEST_HIT).map((span) => toUnmatched(span, total, 'best-hit')),
  ];
}

/** Where a piece is lacking. */
const IN_INDEX = 1;
const IN_BEST_HIT = 2;

const toUnmatched = ({ text, weight }: Readonly<Span>, total: number, where: Unmatched['in']): Unmatched => ({
  term: text,
  weight: total > 0 ? weight / total : 0,
  in: where,
});

function spans({ pieces, worth, text, order }: Resolved, marks: Uint8Array, wanted: number): readonly Span[] {
  const found: Span[] = [];
  let last: Span | undefined;
  for (let place = 0; place < order.length; place += 1) {
    const number = order[place]!;
    const piece = pieces[number]!;
    if (marks[number] !== wanted || isLoose(piece)) continue;
    const weight = worth[number]!;
    const to = endOf(piece);
    if (last && piece.kind !== 'spelt' && piece.at < last.to) {
      last.to = Math.max(to, last.to);
      last.weight += weight;
      last.text = text.slice(last.from, last.to);
    } else {
      last = { from: piece.at, to, weight, text: textOf(piece, { text }) };
      found.push(last);
    }
  }
  return found;
}
