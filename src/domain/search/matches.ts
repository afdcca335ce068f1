import type { Piece } from './question.ts';
import type { Resolved } from './resolve.ts';
import type { Unmatched } from './types.ts';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly text: string;
}

/** The pieces of the question that a passage holds, those that overlap joined: 专精, 精特, 特新 → 专精特新. */
export function matchedIn(resolved: Resolved, covered: Float64Array): readonly string[] {
  return spans(resolved, (number) => (covered[number] ?? 0) > 0).map(({ text }) => text);
}

/** What the best hit (null where there is none) does not hold, joined likewise; what only asks is left out. */
export function unmatchedIn(resolved: Resolved, covered: Float64Array | null): readonly Unmatched[] {
  const total = resolved.pieces.reduce((sum, piece, number) => sum + worthOf(piece, resolved.idf[number]), 0);
  const lacks = (number: number): boolean =>
    (covered?.[number] ?? 0) === 0 && worthOf(resolved.pieces[number], resolved.idf[number]) > 0;
  const toUnmatched =
    (where: Unmatched['in']) =>
    ({ text, weight }: Span): Unmatched => ({
      term: text,
      weight: total > 0 ? weight / total : 0,
      in: where,
    });
  return [
    ...spans(resolved, (number) => lacks(number) && resolved.absent[number] === true).map(
      toUnmatched('index'),
    ),
    ...spans(resolved, (number) => lacks(number) && resolved.absent[number] !== true).map(
      toUnmatched('best-hit'),
    ),
  ];
}

const worthOf = (piece: Piece | undefined, idf: number | undefined): number =>
  piece === undefined || piece.asks ? 0 : (idf ?? 0);

function spans({ pieces, idf, text }: Resolved, wanted: (number: number) => boolean): readonly Span[] {
  const chosen = pieces
    .map((piece, number) => ({ piece, number }))
    .filter(({ number }) => wanted(number))
    .sort((a, b) => a.piece.at - b.piece.at);
  const found: Span[] = [];
  for (const { piece, number } of chosen) {
    const weight = worthOf(piece, idf[number]);
    const to = piece.at + piece.text.length;
    const last = found.at(-1);
    const isSpelt = piece.kind === 'spelt';
    if (last && !isSpelt && piece.at < last.to) {
      const end = Math.max(to, last.to);
      found[found.length - 1] = {
        from: last.from,
        to: end,
        weight: last.weight + weight,
        text: text.slice(last.from, end),
      };
    } else found.push({ from: piece.at, to: isSpelt ? piece.at : to, weight, text: piece.text });
  }
  return found;
}
