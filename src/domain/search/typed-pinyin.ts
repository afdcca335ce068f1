import { pinyinRuns, type PinyinRun } from '../hanzi/pinyin.ts';
import type { Lexicon } from './lexicon.ts';
import { type Piece, type Question, textOf } from './question.ts';
import type { Alternative } from './sounds.ts';

const FEWEST_INITIALS = 3;
/** Most questions have none, which is told faster than where pinyin would stand. */
const ANY_LETTER = /[a-zü]/;

/** The question with what was typed in pinyin (`zhongshi pingtai`) or initials (`zjtx`) read as pairs of characters. */
export function readPinyin(question: Question, lexicon: Lexicon): Question {
  if (!ANY_LETTER.test(question.typed)) return question;
  const runs = pinyinRuns(question.typed).filter((run) =>
    isUnknown(question.text.slice(run.from, run.to), question, lexicon),
  );
  if (runs.length === 0) return question;
  const spelt = sequences(runs, question.typed).flatMap((sequence) => spellOut(sequence, question, lexicon));
  const read = new Set(spelt.flatMap(({ tokens }) => tokens));
  const kept = question.pieces.filter(
    (piece) => !(piece.kind === 'other' && read.has(textOf(piece, question))),
  );
  return { ...question, pieces: [...kept, ...spelt.map(({ piece }) => piece)] };
}

/** 「app」 and 「vip」 that documents use are words of their own. */
function isUnknown(token: string, question: Question, lexicon: Lexicon): boolean {
  const piece = question.pieces.find((other) => other.kind === 'other' && textOf(other, question) === token);
  return piece?.kind === 'other' && lexicon.passagesWith(piece.key) <= lexicon.hardly();
}

/** Runs with nothing but spaces between them are read on: 「zhongshi pingtai」. */
function sequences(runs: readonly PinyinRun[], typed: string): readonly (readonly PinyinRun[])[] {
  const found: PinyinRun[][] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && before.syllables && run.syllables && typed.slice(before.to, run.from).trim() === '')
      last.push(run);
    else found.push([run]);
  }
  return found;
}

interface Spelt {
  readonly tokens: readonly string[];
  readonly piece: Piece;
}

function spellOut(sequence: readonly PinyinRun[], question: Question, lexicon: Lexicon): readonly Spelt[] {
  const at = sequence[0]!.from;
  const tokens = sequence.map(({ from, to }) => question.text.slice(from, to));
  const toSpelt = (alternatives: readonly Alternative[], text: string): Spelt => ({
    tokens,
    piece: { kind: 'spelt', alternatives, text, at, length: text.length },
  });
  const syllables = sequence.flatMap((run) => run.syllables ?? []);
  const spoken = syllables.slice(1).flatMap((second, before) => {
    const first = syllables[before]!;
    const alternatives = lexicon.sounds().spoken(first, second);
    return alternatives.length > 0 ? [toSpelt(alternatives, `${first} ${second}`)] : [];
  });
  if (spoken.length > 0) return spoken;
  return tokens.flatMap((token) => {
    if (token.length < FEWEST_INITIALS || !/^[a-z]+$/.test(token)) return [];
    const words = lexicon.spelledBy(token);
    return Array.from({ length: token.length - 1 }, (_, place) =>
      words.flatMap((pairs) => pairs[place] ?? []),
    )
      .map(distinct)
      .filter((alternatives) => alternatives.length > 0)
      .map((alternatives, place) => toSpelt(alternatives, token.slice(place, place + 2)));
  });
}

const distinct = (alternatives: readonly Alternative[]): readonly Alternative[] => [
  ...new Map(alternatives.map((alternative) => [alternative.key, alternative])).values(),
];
