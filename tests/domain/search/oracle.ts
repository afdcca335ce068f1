/** The ranking as its description reads, without an index: every passage is scored, then all are sorted. */
import { readingsOf } from '../../../src/domain/hanzi/pinyin.ts';
import { stripTones } from '../../../src/domain/hanzi/syllables.ts';
import { confidenceOf } from '../../../src/domain/search/confidence.ts';
import { spelledBy } from '../../../src/domain/search/initials.ts';
import type { Lexicon } from '../../../src/domain/search/lexicon.ts';
import { analyse, keysOfText } from '../../../src/domain/search/question.ts';
import { READ_PASSAGES } from '../../../src/domain/search/ranking.ts';
import { SCORE_UNIT, STRETCH } from '../../../src/domain/search/reader.ts';
import { type Resolved, resolve } from '../../../src/domain/search/resolve.ts';
import { fieldStep, storedText } from '../../../src/domain/search/shard-builder.ts';
import { impactOf } from '../../../src/domain/search/shard.ts';
import { createSounds } from '../../../src/domain/search/sounds.ts';
import { initialsOf, syllableNumber } from '../../../src/domain/search/syllables.ts';
import { keysOf, loneKey, mostKeys, PAIRS_END, pairKey } from '../../../src/domain/search/terms.ts';
import { readPinyin } from '../../../src/domain/search/typed-pinyin.ts';
import type { Passage, Query } from '../../../src/domain/search/types.ts';
import { DEFAULT_WEIGHTS as weights } from '../../../src/domain/search/weights.ts';
import { IDEOGRAPH, KINDS, toUnits } from '../../../src/domain/search/characters.ts';
import { fakeSegmenter } from './samples.ts';

export interface OracleHit {
  readonly id: string;
  readonly score: number;
  readonly coverage: number;
  readonly confidence: number;
}

export function searchByBruteForce(passages: readonly Passage[], query: Query): readonly OracleHit[] {
  const lexicon = naiveLexicon(passages);
  const resolved = resolve(readPinyin(analyse(query, fakeSegmenter), lexicon), lexicon, weights);
  const summed = passages
    .filter((passage) => passes(passage, query))
    .map((passage) => ({ passage, sum: sumOf(passage, resolved) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum || (a.passage.id < b.passage.id ? -1 : 1))
    .map(({ passage, sum }) => read(passage, sum, resolved));
  const from = query.offset ?? 0;
  return [
    ...summed.slice(0, READ_PASSAGES).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    ...summed.slice(READ_PASSAGES).map((hit) => ({ ...hit, score: hit.sum / SCORE_UNIT })),
  ]
    .slice(from, from + query.k)
    .map(({ id, score, coverage, confidence }) => ({ id, score, coverage, confidence }));
}

const passes = ({ facets }: Passage, { filter }: Query): boolean =>
  Object.entries(filter ?? {}).every(([name, wanted]) =>
    [facets?.[name] ?? []].flat().some((value) => [wanted].flat().includes(value)),
  );

const keysOfPassage = (passage: Passage): ReadonlySet<number> =>
  new Set(storedText(passage).split('\0').flatMap(keysOfText));

function sumOf(passage: Passage, { terms }: Resolved): number {
  const sums = new Map<number, number>();
  const fields = [weights.title, weights.body, weights.units];
  for (const [number, field] of storedText(passage).split('\0').entries()) {
    const { [number]: own = weights.body } = fields;
    const keys = new Uint32Array(mostKeys(field.length));
    const count = keysOf({ units: toUnits(field), from: 0, to: field.length }, keys);
    for (const key of keys.subarray(0, count))
      sums.set(key, (sums.get(key) ?? 0) + fieldStep(own, field.length));
  }
  return terms.reduce((sum, { key, weight }) => {
    const found = sums.get(key);
    return found === undefined ? sum : sum + weight * impactOf(found, weights.saturation);
  }, 0);
}

function read(passage: Passage, sum: number, resolved: Resolved): OracleHit & { readonly sum: number } {
  const { pieces, idf, worth, terms, meanings } = resolved;
  const text = storedText(passage);
  const keys = keysOfPassage(passage);
  const total = worth.reduce((all, one) => all + one, 0);
  let singles = 0;
  const covered = pieces.map((piece, number) => {
    if (piece.kind === 'single') {
      const times = text.split(String.fromCharCode(piece.unit)).length - 1;
      const weight = times * fieldStep(weights.body, text.length);
      const value = ((idf[number] ?? 0) * weight) / (weights.saturation + weight);
      if (times > 0) singles += value * weights.single;
      return times > 0 ? 1 : 0;
    }
    return Math.max(
      0,
      ...terms.filter((term) => term.piece === number && keys.has(term.key)).map(({ factor }) => factor),
    );
  });
  for (const meaning of meanings) {
    const listed = meaning.keys.filter((key) => terms.some((term) => term.key === key));
    const factor = (meaning.weight * listed.filter((key) => keys.has(key)).length) / meaning.keys.length;
    for (const [number, piece] of pieces.entries()) {
      if (piece.at < meaning.from || piece.at + piece.length > meaning.to) continue;
      covered[number] = Math.max(covered[number] ?? 0, factor);
    }
  }
  const stretch = bestStretch(text, resolved, worth);
  const held = worth.reduce((all, one, number) => all + one * (covered[number] ?? 0), 0);
  const coverage = total > 0 ? Math.min(1, held / total) : 0;
  const score =
    (sum / SCORE_UNIT + singles + weights.proximity * stretch) * (1 + weights.coverage * coverage);
  const confidence = confidenceOf({ coverage, closeness: total > 0 ? stretch / total : 0 });
  return { id: passage.id, score, coverage, confidence, sum };
}

function bestStretch(text: string, { terms }: Resolved, worth: readonly number[]): number {
  const places = Array.from(text).flatMap((_, at) => {
    const key = at > 0 ? pairKey(text.charCodeAt(at - 1), text.charCodeAt(at)) : -1;
    const term = terms.find((one) => one.key === key && key < PAIRS_END && one.piece >= 0);
    return term ? [{ at, piece: term.piece }] : [];
  });
  const values = places.map(({ at }) => {
    const near = places.filter((place) => place.at <= at && place.at >= at - STRETCH);
    return [...new Set(near.map(({ piece }) => piece))].reduce((sum, piece) => sum + (worth[piece] ?? 0), 0);
  });
  return Math.max(0, ...values);
}

const canBe = (unit: number, syllable: number): boolean => {
  const readings = readingsOf(String.fromCharCode(unit)).map((reading) =>
    syllableNumber(stripTones(reading)),
  );
  return readings.includes(syllable);
};

function naiveLexicon(passages: readonly Passage[]): Lexicon {
  const keySets = passages.map(keysOfPassage);
  const all = [...new Set(keySets.flatMap((keys) => [...keys]))].sort((a, b) => a - b);
  const passagesWith = (key: number): number => keySets.filter((keys) => keys.has(key)).length;
  const characters = new Uint32Array(0x10000);
  for (const passage of passages) {
    for (const unit of new Set(toUnits(storedText(passage)))) {
      if (KINDS[unit] === IDEOGRAPH) characters[unit] = (characters[unit] ?? 0) + 1;
    }
  }
  const pairs = all.filter((key) => key < PAIRS_END);
  const sounds = createSounds(([first, second], visit) => {
    for (const key of pairs)
      if (canBe(key >>> 16, first) && canBe(key & 0xffff, second)) visit(key, passagesWith(key));
  });
  const eachPair = (visit: (first: number, second: number, count: number) => void): void => {
    for (const key of pairs) visit(key >>> 16, key & 0xffff, passagesWith(key));
  };
  return {
    passagesWith,
    passagesWithEach: (keys) => Uint32Array.from(keys, passagesWith),
    passagesWithUnit: (unit) => characters[unit] ?? 0,
    idfOf: (count) => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5)),
    hardly: () => Math.floor(passages.length / 50_000),
    pairsWith: (unit) =>
      all
        .filter(
          (key) =>
            key === loneKey(unit) || (key < PAIRS_END && (key >>> 16 === unit || (key & 0xffff) === unit)),
        )
        .map((key) => ({ key, passages: passagesWith(key) })),
    sounds: () => sounds,
    spelledBy: (initials) => spelledBy(initials, { eachPair, initialsOf, isWord: fakeSegmenter.has }),
  };
}
