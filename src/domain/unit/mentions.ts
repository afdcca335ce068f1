import type { Body, Mention } from './types.ts';

export interface NameLookup {
  /** Length of the longest name. */
  readonly longest: number;
  /** First characters of all names. */
  readonly beginnings: ReadonlySet<string>;
  readonly lookUp: (key: string) => Body | null;
}

/**
 * Names of two characters (人行, 外办, 税务) also begin or end other words (个人行为, 对外办公):
 * they count only where no word is under way, or behind one that leads to an office (找税务, 请人社的同志).
 */
const WORD_UNDER_WAY = /[\p{L}\p{N}]/u;
const LEADS_TO_OFFICE = new Set('找问去到跟和与给向被让请叫由是在归还有往约系');
/** 「省发改委」「区税务局」「国家发改委」 are others than the city’s. */
const OF_ANOTHER_LEVEL = /(?:[省区县州旗镇乡]|国家|中央|全国)$/u;
const OWN_LEVEL = /^(?:市(?!场)|省)/u;
/** 「在人行道上」 */
const NO_OFFICE = /^人行[道为横]/u;

function countsInSentence(
  body: Body,
  { text, start, end }: { text: string; start: number; end: number },
): boolean {
  if (body.kind === 'district') return true;
  const behindLevel = OF_ANOTHER_LEVEL.test(text.slice(Math.max(0, start - 2), start));
  if (body.kind === 'unit' && behindLevel && !OWN_LEVEL.test(text.slice(start))) return false;
  if (end - start > 2) return true;
  if (NO_OFFICE.test(text.slice(start, end + 1))) return false;
  const before = text.slice(Math.max(0, start - 1), start);
  return LEADS_TO_OFFICE.has(before) || !WORD_UNDER_WAY.test(before);
}

function longestAt(text: string, start: number, names: NameLookup): Mention | null {
  for (let length = Math.min(names.longest, text.length - start); length > 1; length -= 1) {
    const key = text.slice(start, start + length);
    const body = names.lookUp(key);
    if (body && countsInSentence(body, { text, start, end: start + length })) return { body, written: key };
  }
  return null;
}

/** Bodies that a folded sentence names, each once, in its order; at each place the longest name wins. */
export function findMentions(text: string, names: NameLookup): readonly Mention[] {
  const found = new Map<Body, Mention>();
  let at = 0;
  while (at < text.length) {
    const mention = names.beginnings.has(text.charAt(at)) ? longestAt(text, at, names) : null;
    if (mention && !found.has(mention.body)) found.set(mention.body, mention);
    at += mention ? mention.written.length : 1;
  }
  return [...found.values()];
}
