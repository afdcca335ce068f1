/** A 64-bit checksum over 32-bit words in four lanes, after xxHash32's rounds: against damage, not against malice. */
export function checksumOf(words: Uint32Array): readonly [low: number, high: number] {
  let a = 0x24234428;
  let b = 0x85ebca77;
  let c = 0;
  let d = 0x61c8864f;
  const whole = words.length - (words.length % 4);
  for (let at = 0; at < whole; at += 4) {
    a = round(a, words[at]!);
    b = round(b, words[at + 1]!);
    c = round(c, words[at + 2]!);
    d = round(d, words[at + 3]!);
  }
  for (let at = whole; at < words.length; at += 1) a = round(a, words[at]!);
  const low = settle(turn(a, 1) + turn(b, 7) + turn(c, 12) + turn(d, 18) + words.length);
  return [low, settle(low ^ turn(a, 18) ^ turn(b, 12) ^ turn(c, 7) ^ turn(d, 1))];
}

const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

const round = (lane: number, word: number): number =>
  Math.imul(turn((lane + Math.imul(word, 0x85ebca77)) | 0, 13), 0x9e3779b1);

function settle(value: number): number {
  const first = Math.imul(value ^ (value >>> 15), 0x85ebca77);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae3d);
  return (second ^ (second >>> 16)) >>> 0;
}
