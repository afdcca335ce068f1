import type { Brand } from '../brand.ts';
import { toHalfWidth } from '../hanzi/width.ts';

/** 诉求编号: letters without I and O and four digits, A0321. */
export type AppealNumber = Brand<string, 'AppealNumber'>;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const PER_LETTER = 9999;

/** A0001 is the first, B0001 the ten-thousandth; after Z9999 come two letters. Throws `RangeError` below 1. */
export function appealNumber(ordinal: number): AppealNumber {
  if (!Number.isInteger(ordinal) || ordinal < 1) throw new RangeError(`no appeal's ordinal: ${ordinal}`);
  const digits = String(((ordinal - 1) % PER_LETTER) + 1).padStart(4, '0');
  let letters = '';
  for (let rest = Math.floor((ordinal - 1) / PER_LETTER) + 1; rest > 0; ) {
    letters = `${LETTERS.charAt((rest - 1) % LETTERS.length)}${letters}`;
    rest = Math.floor((rest - 1) / LETTERS.length);
  }
  return `${letters}${digits}` as AppealNumber;
}

/** Which one of all it is, 1 for A0001. */
export function ordinalOf(number: AppealNumber): number {
  const letters = number.slice(0, -4).split('');
  const block = letters.reduce((sum, letter) => sum * LETTERS.length + LETTERS.indexOf(letter) + 1, 0);
  return (block - 1) * PER_LETTER + Number(number.slice(-4));
}

// Neither part of a longer code (鄂A12345, ISO9001, A-2026-11) nor a door (B1203室).
const WRITTEN =
  /(?<![A-Z\d])([A-HJ-NP-Z]{1,2})[ \-_]?([\dOIL]{4})(?![A-Z\d]|[-.]\d|\s?(?:室|座|栋|幢|号楼|号房|楼|铺))/g;
// O and I are no letters of a number: where they stand they are digits, as is the small l.
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const FEWEST_DIGITS = 2;

/** The numbers named in a text, each once in its order: 「ａ０３２１」「A-0321」「a 0321」「AO321」. */
export function findAppealNumbers(text: string): readonly AppealNumber[] {
  const plain = toHalfWidth(text)
    .replace(/[\s—–−]/g, (sign) => (sign.trim() === '' ? ' ' : '-'))
    .toUpperCase();
  const numbers = [...plain.matchAll(WRITTEN)].flatMap(([, letters = '', written = '']) => {
    const digits = written.replace(/[OIL]/g, (letter) => MEANT[letter] ?? letter);
    const isNumber = written.replace(/\D/g, '').length >= FEWEST_DIGITS && digits !== '0000';
    return isNumber ? [`${letters}${digits}` as AppealNumber] : [];
  });
  return [...new Set(numbers)];
}

/** The first number named in a text; null where there is none. */
export const parseAppealNumber = (text: string): AppealNumber | null => findAppealNumbers(text)[0] ?? null;
