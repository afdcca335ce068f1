import { fold } from '../hanzi/fold.ts';
import { pairsOf } from '../hanzi/pairs.ts';
import { pinyinOf } from '../hanzi/pinyin.ts';
import type { Entry } from './types.ts';

const SOUND_SHARE = 0.8;
const PART_SHARE = 0.6;

/** What a clause says, by its characters and by their sound. */
export interface Said {
  readonly bare: string;
  readonly sound: string;
}

/** What clauses say, worked out once a clause; forgotten with it. */
const known = new WeakMap<Entry, Said>();

export function saidBy(entry: Entry): Said {
  const before = known.get(entry);
  if (before) return before;
  const { clause, policy, headings, units } = entry;
  const parts = [policy.title ?? '', ...headings, clause.text, ...units.map(({ name }) => name)];
  const bare = fold(parts.join('\n')).replace(/\s+/g, '');
  const said = { bare, sound: ` ${pinyinOf(bare).join(' ')} ` };
  known.set(entry, said);
  return said;
}

/** A word as it is looked for in one clause after the other. */
export interface Sought {
  readonly word: string;
  /** Null where one character alone sounds like too many. */
  readonly sound: string | null;
  readonly pairs: readonly string[];
}

export const soughtFor = (word: string): Sought => ({
  word,
  sound: word.length > 1 ? ` ${pinyinOf(word).join(' ')} ` : null,
  pairs: word.length < 3 ? [] : pairsOf(word),
});

/** 0–1: how far a clause says a word: by the characters, by most pairs of a long word, or by the sound. */
export function heard({ word, sound, pairs }: Sought, said: Said): number {
  if (said.bare.includes(word)) return 1;
  if (sound !== null && said.sound.includes(sound)) return SOUND_SHARE;
  if (pairs.length === 0) return 0;
  return (pairs.filter((pair) => said.bare.includes(pair)).length / pairs.length) * PART_SHARE;
}
