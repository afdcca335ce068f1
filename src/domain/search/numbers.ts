/**
 * Numbers as one value whatever their writing: 「20万元」「二十万元」「200,000元」 share a key. Digits and numerals
 * are read in place, unit by unit, since this runs over every passage.
 */
import { DIGIT, KINDS } from './characters.ts';

/** Place values of Chinese numerals; 「〇零」 to 「九」 are their digit, marked as below 10. */
const NUMERALS = new Map<number, number>(
  Object.entries({
    〇: 0,
    零: 0,
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    百: 100,
    千: 1000,
  }).map(([character, value]) => [character.charCodeAt(0), value]),
);
const MYRIAD = '万'.charCodeAt(0);
const HUNDRED_MILLION = '亿'.charCodeAt(0);
const COMMA = 0x2c;
const POINT = 0x2e;

/** 1 where a unit can begin a number: a digit, or a numeral other than 「零〇百千」. */
const BEGINS = new Uint8Array(0x10000);
for (const [unit, value] of NUMERALS) BEGINS[unit] = value > 0 && value <= 10 ? 1 : 0;
for (let unit = 0x30; unit <= 0x39; unit += 1) BEGINS[unit] = 1;

/** What is counted: 「二十万元」「三个月」 are numbers, 「一般」「三农」「十分」 are words. */
const COUNTED = new Uint8Array(0x10000);
for (const character of '元家个年月日天人户亩项条名次岁期批类所件号倍笔款吨米周台套元%')
  COUNTED[character.charCodeAt(0)] = 1;

const NUMBER_REGION = 0xf8000000;

/** The key of a value, the same for all its writings; 27 bits, so that two values seldom share one. */
export function numberKey(value: number): number {
  const scaled = Math.round(value * 10_000);
  const mixed = Math.imul(
    (scaled >>> 0) ^ Math.imul(Math.floor(scaled / 0x100000000), 0x9e3779b1),
    0x85ebca6b,
  );
  return (NUMBER_REGION | ((mixed ^ (mixed >>> 15)) & 0x07ffffff)) >>> 0;
}

/**
 * Writes the keys of all numbers in `units[from..to)` into `keys` from `count` on and returns the new count.
 * With a multiplier there are two: 「20万」 is found by 20 and by 200000.
 */
export function numberKeys(
  { units, from, to }: { readonly units: Uint16Array; readonly from: number; readonly to: number },
  keys: Uint32Array,
  count: number,
): number {
  let written = count;
  let at = from;
  while (at < to) {
    const unit = units[at]!;
    if (BEGINS[unit] !== 1) {
      at += 1;
      continue;
    }
    const read = KINDS[unit] === DIGIT ? readDigits(units, at, to) : readNumerals(units, at, to);
    const factor = factorAt(units[read.end]!, read.end < to);
    const after = read.end + (factor > 1 ? 1 : 0);
    if (read.plain || factor > 1 || (read.value > 1 && after < to && COUNTED[units[after]!] === 1)) {
      keys[written++] = numberKey(read.value);
      if (factor > 1) keys[written++] = numberKey(read.value * factor);
    }
    at = Math.max(after, at + 1);
  }
  return written;
}

interface Read {
  readonly value: number;
  readonly end: number;
  /** Written in digits: a number whatever follows. */
  readonly plain: boolean;
}

function factorAt(unit: number, within: boolean): number {
  if (!within) return 1;
  return unit === MYRIAD ? 10_000 : unit === HUNDRED_MILLION ? 100_000_000 : 1;
}

/** 「1,000」 「3.5」 「0201」; a second point ends it, so that 2023.5.31 is read as 2023.5 and 31. */
function readDigits(units: Uint16Array, from: number, to: number): Read {
  let value = 0;
  let scale = 0;
  let at = from;
  for (; at < to; at += 1) {
    const unit = units[at]!;
    const digitFollows = at + 1 < to && KINDS[units[at + 1]!] === DIGIT;
    if (KINDS[unit] === DIGIT) {
      if (scale === 0) value = value * 10 + unit - 0x30;
      else {
        value += (unit - 0x30) * scale;
        scale /= 10;
      }
    } else if (unit === POINT && scale === 0 && digitFollows) scale = 0.1;
    else if (!(unit === COMMA && scale === 0 && thousandFollows(units, at, to))) break;
  }
  return { value: Number.isFinite(value) ? value : 0, end: at, plain: true };
}

function thousandFollows(units: Uint16Array, comma: number, to: number): boolean {
  for (let at = comma + 1; at <= comma + 3; at += 1)
    if (at >= to || KINDS[units[at]!] !== DIGIT) return false;
  return comma + 4 >= to || KINDS[units[comma + 4]!] !== DIGIT;
}

/** 「二十」 「一百零五」 「二〇二三」; each digit before a place value counts that often. */
function readNumerals(units: Uint16Array, from: number, to: number): Read {
  let value = 0;
  let digits = 0;
  let at = from;
  for (; at < to; at += 1) {
    const numeral = NUMERALS.get(units[at]!);
    if (numeral === undefined) break;
    if (numeral < 10) digits = digits * 10 + numeral;
    else {
      value += (digits || 1) * numeral;
      digits = 0;
    }
  }
  return { value: Number.isFinite(value) ? value + digits : 0, end: at, plain: false };
}
