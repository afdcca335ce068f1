import { Converter } from 'opencc-js/t2cn';
import { once } from './once.ts';

/**
 * Traditional → Simplified. A document is converted as a whole or not at all: 著名, 余 and 干 are right in a
 * Simplified text and ambiguous in a Traditional one, so the script of the whole text decides.
 */

const toMainland = once(() => Converter({ from: 't', to: 'cn' }));

/** 「顯著」「著作」 keep 著; 「著力」「執著」「隨著」 are 着, which OpenCC leaves alone. */
const KEEPS_ZHU = /(?<=[显名专原卓昭论编土遗巨译拙合])著|著(?=[名称作述录书])/;
const ANY_ZHU = new RegExp(`${KEEPS_ZHU.source}|(著)`, 'g');

/** Characters of automatic converters and variant forms that OpenCC's table lacks. */
const VARIANTS: Readonly<Record<string, string>> = {
  説: '说',
  硏: '研',
  麪: '面',
  貭: '质',
  祇: '只',
  衹: '只',
};
const ANY_VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');

/** 「著」 → 「着」 where the word asks for it; the length stays the same. */
export function settleZhu(text: string): string {
  return text.includes('著') ? text.replace(ANY_ZHU, (as, wrong?: string) => (wrong ? '着' : as)) : text;
}

/**
 * The Simplified form of one character, the same where it has none or one of another length: 「顗」 has its
 * form outside of the basic plane.
 */
export function simplifyCharacter(character: string): string {
  const to = VARIANTS[character] ?? toMainland()(character);
  return to.length === character.length ? to : character;
}

/** True where a text has more characters that only Traditional has than such that only Simplified has. */
export function isTraditional(text: string): boolean {
  const scripts = scriptTable();
  let balance = 0;
  for (let at = 0; at < text.length; at += 1) {
    const script = scripts[text.charCodeAt(at)];
    if (script === TRADITIONAL) balance += 1;
    else if (script === SIMPLIFIED) balance -= 1;
  }
  return balance > 0;
}

/** A text wholly in Simplified characters: a Traditional one is converted, any other comes back unchanged. Length is kept. */
export function toSimplified(text: string): string {
  return isTraditional(text) ? simplifyTraditional(text) : text;
}

/** Converts without asking which script the text is in: for a line of a document known to be Traditional. Length is kept. */
export function simplifyTraditional(text: string): string {
  const converted = toMainland()(text);
  // A phrase of OpenCC's table that changed the length would break every offset kept beside the text.
  const even = converted.length === text.length ? converted : Array.from(text, simplifyCharacter).join('');
  return settleZhu(even.replace(ANY_VARIANT, (character: string) => VARIANTS[character] as string));
}

const NEUTRAL = 0;
const TRADITIONAL = 1;
const SIMPLIFIED = 2;
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fa5;

/** 「著」「乾」「徵」 are right in either script and tell nothing. */
const IN_BOTH = '著乾徵瞭藉於馀昇';

const scriptTable = once((): Uint8Array => {
  const table = new Uint8Array(0x10000).fill(NEUTRAL);
  const traditional = big5Characters();
  const ideographs = Array.from({ length: LAST_IDEOGRAPH - FIRST_IDEOGRAPH + 1 }, (_, offset) =>
    String.fromCharCode(FIRST_IDEOGRAPH + offset),
  );
  const simplified = toMainland()(ideographs.join('\n')).split('\n');
  for (const [at, character] of ideographs.entries()) {
    const to = simplified[at] as string;
    if (to === character || to.length !== 1 || IN_BOTH.includes(character)) continue;
    table[character.charCodeAt(0)] = TRADITIONAL;
    // 「后」「里」「余」 are targets too, but Traditional text has them as words of their own.
    if (!traditional.has(to)) table[to.charCodeAt(0)] = SIMPLIFIED;
  }
  return table;
});

/** The characters of Big5 itself, without Hong Kong's supplement, which holds Simplified ones. */
function big5Characters(): ReadonlySet<string> {
  const decoder = new TextDecoder('big5');
  const found = new Set<string>();
  for (let lead = 0xa4; lead <= 0xf9; lead += 1) {
    const bytes: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
    for (const character of decoder.decode(Uint8Array.from(bytes))) found.add(character);
  }
  return found;
}
