import { pinyin, polyphonic } from 'pinyin-pro';
import { isSyllable, LONGEST_SYLLABLE, stripTones } from './syllables.ts';

/** Pinyin without tones, ü written v. pinyin-pro builds its tables at the first call (some 50 ms). */

const HAN_RUN = /\p{Script=Han}+/gu;
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, readonly string[]>();
const readings = new Map<string, readonly string[]>();

/** The syllables of a text, one a Chinese character; of other characters each stands for itself, in lower case. */
export function pinyinOf(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known) return known;
  const syllables: string[] = [];
  let end = 0;
  for (const run of text.matchAll(HAN_RUN)) {
    syllables.push(...Array.from(text.slice(end, run.index).toLowerCase()));
    syllables.push(...pinyin(run[0], { toneType: 'none', type: 'array', v: true }));
    end = run.index + run[0].length;
  }
  syllables.push(...Array.from(text.slice(end).toLowerCase()));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, syllables);
  return syllables;
}

/** First letters: 专精特新 → `zjtx`. */
export function initialsOf(text: string): string {
  return pinyinOf(text)
    .map((syllable) => syllable.slice(0, 1))
    .join('');
}

/** Every reading of one character with tone marks: 行 → `xíng`, `háng` …; empty for what is no Chinese character. */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known) return known;
  const found = polyphonic(character, { type: 'array' })
    .slice(0, 1)
    .flat()
    .filter((reading) => reading !== character);
  readings.set(character, found);
  return found;
}

/** True where the character can be read so; tones are compared only where `heard` has a tone mark. */
export function isReadAs(character: string, heard: string): boolean {
  const all = readingsOf(character);
  return (
    all.includes(heard) ||
    (stripTones(heard) === heard && all.some((reading) => stripTones(reading) === heard))
  );
}

const MOST_SPLITS = 8;

/**
 * The ways to read typed letters as syllables with as few syllables as possible, at most 8, longest first
 * syllable first: `fangan` → fang an, fan gan. An apostrophe or a space always separates. Empty where a rest remains.
 */
export function splitsOf(typed: string): readonly (readonly string[])[] {
  const parts = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/[\s'’]+/)
    .filter(Boolean);
  if (parts.length === 0) return [];
  return parts
    .map(splitsOfPart)
    .reduce(
      (heads, tails) =>
        heads.flatMap((head) => tails.map((tail) => [...head, ...tail])).slice(0, MOST_SPLITS),
      [[]] as readonly (readonly string[])[],
    );
}

/** The likeliest reading of typed letters as syllables (`zhongshipingtai` → zhong shi ping tai), or null. */
export const splitPinyin = (typed: string): readonly string[] | null => splitsOf(typed)[0] ?? null;

const LONGEST_TYPED = 120;

function splitsOfPart(letters: string): readonly (readonly string[])[] {
  if (letters.length > LONGEST_TYPED) return [];
  const best: (readonly (readonly string[])[])[] = [];
  best[letters.length] = [[]];
  for (let from = letters.length - 1; from >= 0; from -= 1) {
    const found: (readonly string[])[] = [];
    for (let length = Math.min(LONGEST_SYLLABLE, letters.length - from); length > 0; length -= 1) {
      const syllable = letters.slice(from, from + length);
      if (!isSyllable(syllable)) continue;
      for (const rest of best[from + length] ?? []) found.push([syllable, ...rest]);
    }
    const fewest = Math.min(...found.map((syllables) => syllables.length));
    best[from] = found.filter((syllables) => syllables.length === fewest).slice(0, MOST_SPLITS);
  }
  return best[0] ?? [];
}

/** A run of Latin letters in typed text, offsets in UTF-16 units, `to` exclusive. */
export interface PinyinRun {
  readonly from: number;
  readonly to: number;
  /** Its syllables, or null where it can only be initials (`zjtx`). */
  readonly syllables: readonly string[] | null;
}

/** Lower-case letters in mixed input that are pinyin or initials; 「APP」「5G」「VIP」 are neither. */
export function pinyinRuns(text: string): readonly PinyinRun[] {
  const runs: PinyinRun[] = [];
  for (const found of text.matchAll(/(?<![A-Za-z0-9])[a-zü][a-zü'’]*(?![A-Za-z0-9])/g)) {
    const syllables = splitPinyin(found[0]);
    if (syllables || /^[a-z]{2,8}$/.test(found[0])) {
      runs.push({ from: found.index, to: found.index + found[0].length, syllables });
    }
  }
  return runs;
}
