import { gbkCharacter, gbkCode, isLead, isTrail } from './gbk.ts';
import type { Judge } from './plausible.ts';

/** While shifted, a pair of bytes from two neighbours that is no character has left no trace. */
export interface LostPairPlace {
  /** First byte of the character that the pair completed. */
  readonly pending: number;
  /** The last characters before it, folded. */
  readonly before: string;
  /** Code of the shifted character behind the pair, null for a sign outside GBK. */
  readonly code: number | null;
  /** The shifted character behind that one. */
  readonly next: string;
  readonly judge: Judge;
}

export interface LostPair {
  /** The two characters that the pair belonged to. */
  readonly text: string;
  readonly pending: number;
}

const ALONE = new Set('，。、；：“”《》（）的和与及或为在对将等各以并不');

/** The pairs of characters that may have stood here: each must fit its neighbour, or stand alone by nature. */
export function lostPairs({ pending, before, code, next, judge }: LostPairPlace): readonly LostPair[] {
  if (code === null || !isLead(code % 256)) return [];
  const following = followingCharacter(code % 256, next);
  const lefts = allBytes.flatMap((byte) => {
    const text = gbkCharacter(pending, byte);
    return isLead(byte) && text && fitsBehind(text, before, judge) ? [{ text, byte }] : [];
  });
  if (lefts.length === 0) return [];
  const rights = allBytes.flatMap((byte) => {
    const text = isLead(byte) && isTrail(byte) ? gbkCharacter(byte, code >> 8) : '';
    return text && fitsBefore(text, following, judge) ? [{ text, byte }] : [];
  });
  return lefts.flatMap((left) =>
    rights
      .filter((right) => gbkCharacter(left.byte, right.byte) === '')
      .map((right) => ({ text: left.text + right.text, pending: code % 256 })),
  );
}

const allBytes = Array.from({ length: 0xfe - 0x81 + 1 }, (_, offset) => 0x81 + offset);

/** The character that the bytes behind the pair begin, empty where it cannot be told. */
function followingCharacter(lead: number, next: string): string {
  const code = gbkCode(next);
  return code === null ? gbkCharacter(lead, next.charCodeAt(0)) : gbkCharacter(lead, code >> 8);
}

const standsAlone = (text: string): boolean => ALONE.has(text);

const fitsBehind = (text: string, before: string, judge: Judge): boolean =>
  standsAlone(text) ||
  [1, 2, 3].some((length) => before.length >= length && judge.knows(before.slice(-length) + text));

const fitsBefore = (text: string, after: string, judge: Judge): boolean =>
  standsAlone(text) || (after !== '' && judge.knows(text + after));
