import type { Piece } from './question.ts';
import type { Resolved } from './resolve.ts';
import type { Unmatched } from './types.ts';

/** The pieces of the question that a passage holds, those that overlap joined: 专精, 精特, 特新 → 专精特新. */
export function matchedIn(resolved: Resolved, covered: Float64Array): readonly string[] {
  const { pieces, order, text } = resolved;
  const matched: string[] = [];
  let from = 0;
  let to = -1;
  let last: Piece | undefined;
  for (let place = 0; place < order.length; place += 1) {
    const number = order[place]!;
    if (covered[number] === 0) continue;
    const piece = pieces[number]!;
    if (last && piece.kind !== 'spelt' && piece.at < to) {
      to = Math.max(to, endOf(piece));
      continue;
    }
    if (last) matched.push(to === endOf(last) ? last.text : text.slice(from, to));
    last = piece;
    from = piece.at;
    to = endOf(piece);
  }
  if (last) matched.push(to === endOf(last) ? last.text : text.slice(from, to));
  return matched;
}

/** What was spelt is never joined with what follows. */
const endOf = (piece: Piece): number => (piece.kind === 'spelt' ? piece.at : piece.at + piece.text.length);
interface Span {
  readonly from: number;
  to: number;
  weight: number;
  text: string;
}

/** What the best hit (null where there is none) does not hold, joined likewise; what only asks is left out. */
export function unmatchedIn(resolved: Resolved, covered: Float64Array | null): readonly Unmatched[] {
  const total = resolved.pieces.reduce(
    (sum, piece, number) => sum + worthOf(piece, resolved.idf[number]!),
    0,
  );
  const lacks = (number: number): boolean =>
    (covered?.[number] ?? 0) === 0 && worthOf(resolved.pieces[number]!, resolved.idf[number]!) > 0;
  const toUnmatched =
    (where: Unmatched['in']) =>
    ({ text, weight }: Readonly<Span>): Unmatched => ({
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

const worthOf = (piece: Piece, idf: number): number => (piece.asks ? 0 : idf);

function spans({ pieces, idf, text, order }: Resolved, wanted: (number: number) => boolean): readonly Span[] {
  const found: Span[] = [];
  let last: Span | undefined;
  for (const number of order) {
    if (!wanted(number)) continue;
    const piece = pieces[number]!;
    const weight = worthOf(piece, idf[number]!);
    const to = endOf(piece);
    if (last && piece.kind !== 'spelt' && piece.at < last.to) {
      last.to = Math.max(to, last.to);
      last.weight += weight;
      last.text = text.slice(last.from, last.to);
    } else {
      last = { from: piece.at, to, weight, text: piece.text };
      found.push(last);
    }
  }
  return found;
}
