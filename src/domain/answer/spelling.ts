import { initialsOf, pinyinOf, splitsOf } from '../hanzi/pinyin.ts';

/** Words that can be meant, with how often they are used; the library's own words and the lexicon's. */
export type Vocabulary = ReadonlyMap<string, number>;

export interface Speller {
  /** Folded text with typed pinyin, initials and homophone typos put into the characters that are meant. */
  readonly correct: (text: string) => string;
}

export interface SpellerOptions {
  readonly vocabulary: Vocabulary;
  /** True for a word of the general dictionary: such a word is never taken for a typo. */
  readonly isWord: (word: string) => boolean;
  /** True where the library itself writes these characters one after another. */
  readonly isWritten: (text: string) => boolean;
  readonly words: (text: string) => readonly string[];
  /** False for words that are only looked for in typed pinyin: names of places, words of asking. */
  readonly typable: (word: string) => boolean;
  /** False for words that nobody means by their initials: 「has」 is English, and not 淮安市. */
  readonly hasInitials: (word: string) => boolean;
  /** Uses in a million words of general Chinese. */
  readonly frequency: (word: string) => number;
}

const LONGEST_WORD = 8;
const SHORTEST_INITIALS = 3;

const blurs = new Map<string, string>();

/** Sounds that many dialects do not tell apart: zh/z, ch/c, sh/s, n/l, -ng/-n, f/h before u. */
function blur(syllable: string): string {
  const known = blurs.get(syllable);
  if (known !== undefined) return known;
  const sound = syllable
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^l(?=.)/, 'n')
    .replace(/^r(?=.)/, 'n')
    .replace(/ng$/, 'n')
    .replace(/^fu$/, 'hu');
  blurs.set(syllable, sound);
  return sound;
}

interface Sounds {
  readonly exact: ReadonlyMap<string, string>;
  readonly blurred: ReadonlyMap<string, string>;
  readonly initials: ReadonlyMap<string, string>;
}

const HAN_WORD = /^\p{Script=Han}{2,8}$/u;

/** Sound → the word used most often of those that sound so. */
function listen({ vocabulary, hasInitials }: SpellerOptions): Sounds {
  const exact = new Map<string, string>();
  const blurred = new Map<string, string>();
  const initials = new Map<string, string>();
  const keep = (table: Map<string, string>, key: string, word: string): void => {
    const known = table.get(key);
    if (known === undefined || (vocabulary.get(known) ?? 0) < (vocabulary.get(word) ?? 0))
      table.set(key, word);
  };
  for (const word of vocabulary.keys()) {
    if (!HAN_WORD.test(word)) continue;
    const syllables = pinyinOf(word);
    keep(exact, syllables.join(' '), word);
    keep(blurred, syllables.map(blur).join(' '), word);
    if (word.length >= SHORTEST_INITIALS && hasInitials(word)) keep(initials, initialsOf(word), word);
  }
  return { exact, blurred, initials };
}

/** The fewest and most used words whose sounds make up the syllables; what no word sounds like stays as typed. */
function spell(
  syllables: readonly string[],
  table: ReadonlyMap<string, string>,
): { text: string; known: number } {
  const best: { text: string; known: number; cost: number }[] = [{ text: '', known: 0, cost: 0 }];
  for (let end = 1; end <= syllables.length; end += 1) {
    const before = best[end - 1] as { text: string; known: number; cost: number };
    best[end] = { text: `${before.text}${syllables[end - 1]} `, known: before.known, cost: before.cost + 10 };
    for (let length = 1; length <= Math.min(LONGEST_WORD, end); length += 1) {
      const from = best[end - length] as { text: string; known: number; cost: number };
      const word = table.get(syllables.slice(end - length, end).join(' '));
      if (word === undefined || from.cost + 3 >= (best[end] as { cost: number }).cost) continue;
      best[end] = { text: `${from.text}${word}`, known: from.known + length, cost: from.cost + 3 };
    }
  }
  return best[syllables.length] as { text: string; known: number };
}

const TYPED = /[a-z]+(?:['\s]+[a-z]+)*/g;

function fromPinyin(typed: string, sounds: Sounds): string {
  const single = /^[a-z]+$/.test(typed);
  const word = single && typed.length >= SHORTEST_INITIALS ? sounds.initials.get(typed) : undefined;
  const spelled = splitsOf(typed)
    .map((syllables) => ({ ...spell(syllables, sounds.exact), length: syllables.length }))
    .toSorted((a, b) => b.known / b.length - a.known / a.length)[0];
  if (spelled && spelled.length > 1 && spelled.known / spelled.length >= 0.5) return spelled.text;
  if (word) return word;
  const parts = typed.split(/\s+/);
  return parts.length > 1 ? parts.map((part) => fromPinyin(part, sounds)).join(' ') : typed;
}

const HAN_RUN = /\p{Script=Han}{2,}/gu;

interface Typo {
  readonly from: string;
  readonly to: string;
}

/** A word that sounds like these characters, differs in fewer than all of them, and is meant more likely. */
function meantBy(window: string, sounds: Sounds, options: SpellerOptions): string | null {
  const syllables = pinyinOf(window);
  const exact = sounds.exact.get(syllables.join(' '));
  const word = exact ?? (window.length > 2 ? sounds.blurred.get(syllables.map(blur).join(' ')) : undefined);
  if (word === undefined || word === window || word.length !== window.length) return null;
  return options.typable(word) ? word : null;
}

/** Words so common that one of them in both readings says nothing for either: 「锁在」 and 「所在」. */
const FUNCTION = new Set(
  '的了是在不我有和就人都一上下也要个这那你他她它把被给让从到着过得地里来去还没会能很又再与及或为对吗呢吧啊',
);

/** True where the typo shares a telling character with the word that is meant. */
const sharesCharacter = (window: string, word: string): boolean =>
  Array.from(word).some((character, at) => character === window[at] && !FUNCTION.has(character));

function typoAt(
  run: string,
  at: number,
  { sounds, options }: { sounds: Sounds; options: SpellerOptions },
): Typo | null {
  for (let length = Math.min(LONGEST_WORD, run.length - at); length >= 2; length -= 1) {
    const window = run.slice(at, at + length);
    const word = meantBy(window, sounds, options);
    // Hardly any characters sound like a word: only of these is it asked whether they are words themselves.
    if (word === null || options.isWord(window) || options.isWritten(window)) continue;
    if (breaksWord(run, { at, length, options })) continue;
    if ((isPlain(window, options) || !sharesCharacter(window, word)) && !fitsIn(run, { at, word, options }))
      continue;
    return { from: window, to: word };
  }
  return null;
}

/** So often by themselves that two of them side by side are plain speech: 「是市」「我是」「把我」. */
const PLAIN = 150;

const isPlain = (window: string, { frequency }: SpellerOptions): boolean =>
  Array.from(window).every((character) => frequency(character) >= PLAIN);

/** What the library writes beside the word stands beside it here: 「管里创新」 since it has 「管理创」. */
function fitsIn(
  run: string,
  { at, word, options }: { at: number; word: string; options: SpellerOptions },
): boolean {
  const before = run.slice(Math.max(0, at - 1), at);
  const after = run.slice(at + word.length, at + word.length + 1);
  const tells = (beside: string): boolean => beside !== '' && !FUNCTION.has(beside);
  return (
    (tells(before) && options.isWritten(before + word)) || (tells(after) && options.isWritten(word + after))
  );
}

/** 「领导出台」: a window that begins or ends within a real word is no typo. */
function breaksWord(
  run: string,
  { at, length, options }: { at: number; length: number; options: SpellerOptions },
): boolean {
  const parts = options.words(run);
  let start = 0;
  for (const part of parts) {
    const end = start + part.length;
    const crossesLeft = start < at && end > at;
    const crossesRight = start < at + length && end > at + length;
    if (part.length > 1 && (crossesLeft || crossesRight)) return true;
    start = end;
  }
  return false;
}

function fromHomophones(run: string, sounds: Sounds, options: SpellerOptions): string {
  let text = '';
  for (let at = 0; at < run.length; ) {
    const typo = at + 1 < run.length ? typoAt(run, at, { sounds, options }) : null;
    text += typo ? typo.to : (run[at] as string);
    at += typo ? typo.from.length : 1;
  }
  return text;
}

/** Makes a speller for one library; the sounds are worked out at the first correction. */
export function createSpeller(options: SpellerOptions): Speller {
  let sounds: Sounds | null = null;
  return {
    correct: (text) => {
      sounds ??= listen(options);
      const table = sounds;
      return text
        .replace(TYPED, (typed) => (options.isWritten(typed) ? typed : fromPinyin(typed, table)))
        .replace(HAN_RUN, (run) => fromHomophones(run, table, options));
    },
  };
}
