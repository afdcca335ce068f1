/** The syllables of standard Chinese without tones, ü written v: a fact of the language, listed by initial. */
const FINALS: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou wa wai wan wang wei wen weng wo wu ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  f: 'a an ang ei en eng o ou u',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  k: 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  r: 'an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
};

export const LONGEST_SYLLABLE = 6;

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

/** True for a toneless lower-case syllable, ü as v. */
export const isSyllable = (text: string): boolean => SYLLABLES.has(text);

/** Letters that carry a tone, as one character or as a letter with a mark behind it. */
const TONED = '(?:[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]|[aeiouüvnm](?:\u0300|\u0301|\u0304|\u030c))';
/** Source of a pattern for one letter of pinyin, with or without tone, and for a syllable that has a tone. */
export const PINYIN_LETTER = `(?:${TONED}|[a-züɡ])`;
export const TONED_SYLLABLE = `[a-züɡ]{0,4}${TONED}[a-züɡ]{0,3}`;

const TONE_MARKS = /[\u0300\u0301\u0304\u030c]/g;
const DIAERESIS = /u\u0308/g;

/** `diǎn` → `dian`, `lǜ` → `lv`; lower case. */
export function stripTones(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replace(TONE_MARKS, '')
    .replace(DIAERESIS, 'v')
    .replaceAll('ɡ', 'g')
    .toLowerCase();
}

/** True where a tone is marked, as in `qū`: then it is pinyin and nothing else. */
export const hasTone = (text: string): boolean => text.normalize('NFD').search(TONE_MARKS) >= 0;
