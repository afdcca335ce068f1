import { settleZhu, simplifyCharacter } from './simplify.ts';

/** What each UTF-16 unit folds to, filled in as units are met; 0 = not met yet. */
const folded = new Uint16Array(0x10000);

const CHUNK = 8192;

/**
 * The form in which texts are compared: compatibility forms (「Ａ」「①」「∶」), Traditional characters and
 * capitals are levelled. **Length is kept**: unit n of the result belongs to unit n of the text, so that a
 * match can be shown in the original; what would fold to more than one unit (「㎡」「⑩」) stays as it is.
 * Folding twice changes nothing.
 */
export function fold(text: string): string {
  let at = 0;
  while (at < text.length && foldUnit(text.charCodeAt(at)) === text.charCodeAt(at)) at += 1;
  return settleZhu(at === text.length ? text : text.slice(0, at) + foldFrom(text, at));
}

/** The rest of a text whose unit number `first` changes: most questions change in their last unit alone. */
function foldFrom(text: string, first: number): string {
  if (first === text.length - 1) return String.fromCharCode(foldUnit(text.charCodeAt(first)));
  let result = '';
  for (let from = first; from < text.length; from += CHUNK) {
    const units = new Uint16Array(Math.min(CHUNK, text.length - from));
    for (let at = 0; at < units.length; at += 1) units[at] = foldUnit(text.charCodeAt(from + at));
    result += String.fromCharCode(...units);
  }
  return result;
}

function foldUnit(unit: number): number {
  const known = folded[unit];
  if (known !== undefined && known > 0) return known;
  const to = foldOnce(foldOnce(unit));
  folded[unit] = to;
  return to;
}

/** Punctuation that Unicode does not treat as the same: the ratio sign 「∶」, curly and corner brackets, dashes. */
const ALIKE: Readonly<Record<string, string>> = {
  '∶': ':',
  '﹝': '[',
  '﹞': ']',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '〈': '<',
  '〉': '>',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
};

function foldOnce(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  const compatible = one(character.normalize('NFKC')) ?? character;
  const alike = ALIKE[compatible] ?? ALIKE[character] ?? compatible;
  const lower = one(alike.toLowerCase()) ?? alike;
  return (one(simplifyCharacter(lower)) ?? lower).charCodeAt(0);
}

const one = (text: string): string | null => (text.length === 1 ? text : null);
