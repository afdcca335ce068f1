/**
 * What kind of UTF-16 unit text is made of, as one table, since the answer is asked for every character of
 * every passage: writing that has no spaces between words is cut into pairs, other letters into words.
 */
export const OTHER = 0;
export const IDEOGRAPH = 1;
export const LETTER = 2;
export const DIGIT = 3;

/** Ranges, both ends included. Surrogates count as ideographs: beyond the BMP there is little else in documents. */
const RANGES = [
  { kind: DIGIT, from: 0x30, to: 0x39 },
  { kind: LETTER, from: 0x61, to: 0x7a },
  { kind: LETTER, from: 0xdf, to: 0x24f },
  { kind: LETTER, from: 0x370, to: 0x52f },
  { kind: IDEOGRAPH, from: 0x3007, to: 0x3007 },
  { kind: IDEOGRAPH, from: 0x3041, to: 0x30ff },
  { kind: IDEOGRAPH, from: 0x3400, to: 0x4dbf },
  { kind: IDEOGRAPH, from: 0x4e00, to: 0x9fff },
  { kind: IDEOGRAPH, from: 0xac00, to: 0xd7a3 },
  { kind: IDEOGRAPH, from: 0xd800, to: 0xdfff },
] as const;

/** The kind of each UTF-16 unit of folded text. */
export const KINDS: Uint8Array = new Uint8Array(0x10000);
for (const { kind, from, to } of RANGES) KINDS.fill(kind, from, to + 1);

/** The UTF-16 units of a text. */
export function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}
