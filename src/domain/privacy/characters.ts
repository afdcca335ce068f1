import { once } from '../hanzi/once.ts';

/** What a folded UTF-16 unit can be in a number that somebody spells out: a digit, or something between digits. */

/** Not a digit. */
export const NONE = 255;

/** How a digit is written; a number may change between them in the middle. */
export const Script = { arabic: 1, hanzi: 2, letter: 3, enclosed: 4 } as const;

/** What stands between digits. */
export const Between = {
  other: 0,
  invisible: 1,
  light: 2,
  list: 3,
  newline: 4,
  star: 5,
  unit: 6,
  hanzi: 7,
  letter: 8,
} as const;

const HANZI_DIGITS: readonly string[] = [
  '〇零○◯洞',
  '一壹幺弌',
  '二贰两弍',
  '三叁弎',
  '四肆',
  '五伍',
  '六陆',
  '七柒拐',
  '八捌',
  '九玖勾',
];

/** Circled, parenthesised and dotted digits that compatibility folding leaves: first unit, first value, how many. */
const ENCLOSED: readonly (readonly [unit: number, value: number, count: number])[] = [
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x2469, 10, 11],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
  [0x24ff, 0, 1],
  [0x2474, 1, 20],
  [0x2488, 1, 20],
  [0x3220, 1, 10],
  [0x3280, 1, 10],
  [0x2460, 1, 9],
  [0x24ea, 0, 1],
  [0x2b55, 0, 1],
];

/** Look-alikes of other scripts, always read as digits: Greek and Cyrillic o. */
const FOREIGN: Readonly<Record<string, number>> = { ο: 0, о: 0 };

/** Letters written for digits; the second row only within a number that has digits of its own. */
const LOOKALIKES: Readonly<Record<string, number>> = { o: 0, l: 1, i: 1 };
const RARE_LOOKALIKES: Readonly<Record<string, number>> = { ...LOOKALIKES, z: 2, s: 5, b: 8, q: 9, g: 9 };

export const lookalike = (letter: string): number => LOOKALIKES[letter] ?? NONE;
export const rareLookalike = (letter: string): number => RARE_LOOKALIKES[letter] ?? NONE;

/** Values of folded units: 0–9, 10–20 for signs of two digits (「⑬」), NONE for all others. */
export const digitValues = once((): Uint8Array => {
  const values = new Uint8Array(0x10000).fill(NONE);
  for (let unit = 0, value = 0; unit < 0x10000; unit += 1) {
    if (!/\p{Nd}/u.test(String.fromCharCode(unit))) value = 0;
    else {
      values[unit] = value % 10;
      value += 1;
    }
  }
  for (const [unit, value, count] of ENCLOSED)
    for (let at = 0; at < count; at += 1) values[unit + at] = value + at;
  for (const [value, signs] of HANZI_DIGITS.entries())
    for (const sign of signs) values[sign.charCodeAt(0)] = value;
  for (const [sign, value] of Object.entries(FOREIGN)) values[sign.charCodeAt(0)] = value;
  return values;
});

const ASTRAL: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x1d7ce, 0x1d7ff, 0],
  [0x1fbf0, 0x1fbf9, 0],
  [0x1f101, 0x1f10a, 0],
  [0x1f10b, 0x1f10c, 0],
];

/** 「𝟏」, 「🄂」: digits outside the basic plane, 0–9, else NONE. */
export function astralDigit(point: number): number {
  if (point === 0x1f51f) return 10;
  if (point === 0x1f17e) return 0;
  const row = ASTRAL.find(([first, last]) => point >= first && point <= last);
  return row === undefined ? NONE : (point - row[0]) % 10;
}

const HANZI_SET = new Set(HANZI_DIGITS.join(''));
export const isHanziDigit = (sign: string): boolean => HANZI_SET.has(sign);

/** What makes the number before it a quantity, a date or a count. */
export const UNITS = new Set(
  '元万亿千百十年月日时分秒%‰角斤吨米亩平户家人名个项条款章节批次件套台座栋幢间层楼号岁届期倍度股份页例宗笔所天周季室',
);

const SIGNS: readonly (readonly [kind: number, signs: string])[] = [
  [
    Between.invisible,
    '\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufe0e\ufe0f\u20e3\ufeff\u20dd\u20de',
  ],
  [Between.light, ' \u00a0\u3000\u2002\u2003\u2009-_.·•・/\\~()+\'"“”‐‑‒<>「」丶﹒∙⋅'],
  [Between.list, ',、;:。\t|&=…'],
  [Between.newline, '\n\r\u2028\u2029'],
  [Between.star, '*'],
  [Between.unit, '$¥£€'],
];

const betweenKinds = once((): Uint8Array => {
  const kinds = new Uint8Array(0x10000);
  kinds.fill(Between.hanzi, 0x4e00, 0xa000);
  kinds.fill(Between.letter, 0x61, 0x7b);
  for (const unit of UNITS) kinds[unit.charCodeAt(0)] = Between.unit;
  for (const [kind, signs] of SIGNS) for (const sign of signs) kinds[sign.charCodeAt(0)] = kind;
  return kinds;
});

/** The kind of one folded unit between digits. */
export const betweenKind = (unit: number): number => betweenKinds()[unit] ?? 0;
