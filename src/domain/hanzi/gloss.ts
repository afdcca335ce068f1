import { isReadAs } from './pinyin.ts';
import { hasTone, isSyllable, PINYIN_LETTER, stripTones } from './syllables.ts';

/** A bracket that holds nothing but Latin letters with or without tone marks. */
const BRACKET = new RegExp(
  `[(（]\\s*(${PINYIN_LETTER}{1,7}(?:[\\s'’]${PINYIN_LETTER}{1,7}){0,7})\\s*[)）]`,
  'g',
);
const CHINESE = /[\u3400-\u9fff\uf900-\ufaff〇]/;

export interface WithoutGlosses {
  readonly text: string;
  /** The brackets taken out, as written. */
  readonly glosses: readonly string[];
}

/**
 * Takes out pronunciations such as 「區(qū)」「很(hěn)(hěn)」. A bracket with a tone mark is one wherever it
 * stands (in damaged text it may follow a Latin letter); one without must be a reading of the character before
 * it. (R&D), (GYB) and (2023) stay.
 */
export function dropGlosses(text: string): WithoutGlosses {
  if (!/[(（]/.test(text)) return { text, glosses: [] };
  const glosses: string[] = [];
  let kept = '';
  let end = 0;
  for (const found of text.matchAll(BRACKET)) {
    kept += text.slice(end, found.index);
    end = found.index + found[0].length;
    if (isGloss(found[1] as string, kept)) glosses.push(found[0]);
    else kept += found[0];
  }
  return { text: kept + text.slice(end), glosses };
}

function isGloss(letters: string, before: string): boolean {
  const syllables = letters.split(/[\s'’]/);
  if (
    !syllables.every(
      (syllable) => isSyllable(stripTones(syllable)) || (hasTone(syllable) && syllable.length < 4),
    )
  )
    return false;
  if (hasTone(letters)) return true;
  const glossed = before.slice(-syllables.length);
  return (
    glossed.length === syllables.length &&
    syllables.every((syllable, at) => {
      const character = glossed.charAt(at);
      return CHINESE.test(character) && isReadAs(character, syllable);
    })
  );
}
