import { gbkCharacter, isLead, isTrail } from './gbk.ts';
import type { Judge } from './plausible.ts';

/** While shifted, a pair of bytes from two neighbours that is no character has left no trace. */
export interface LostPairPlace {
  /** First byte of the character that the pair completed. */
  readonly pending: number;
  /** The last characters before it, folded. */
  readonly before: string;
  /** What may stand behind the pair, the same for every reading that has come this far. */
  readonly rights: () => readonly Right[];
  readonly judge: Judge;
}

/** A character that what comes next completes, with its own first byte. */
export interface Right extends Ending {
  readonly byte: number;
}

export interface Ending {
  readonly text: string;
  /** First byte of the character after it, null where the text is in step again. */
  readonly pending: number | null;
  /** The character after it, empty where it cannot be told. */
  readonly following: string;
}

export interface LostPair {
  /** The two characters that the pair belonged to, three where it was two pairs. */
  readonly text: string;
  readonly pending: number | null;
  readonly price: number;
}

const PRICE_WITH_SIGN = -0.5;
const PRICE = -2;
const PRICE_OF_TWO = -2.5;
const ALONE = new Set('，。、；：“”《》（）的和与及或为在对将等各以并不');
const BYTES = Array.from({ length: 0xfe - 0x81 + 1 }, (_, offset) => 0x81 + offset);
/** Signs that make a lost pair with nearly any neighbour. */
const SIGN_CODES: Readonly<Record<string, readonly [number, number]>> = {
  '，': [0xa3, 0xac],
  '、': [0xa1, 0xa2],
  '。': [0xa1, 0xa3],
  '；': [0xa3, 0xbb],
  '：': [0xa3, 0xba],
};

/** What may have stood here: each character must fit its neighbour, or stand alone by nature. */
export function lostPairs(place: LostPairPlace): readonly LostPair[] {
  const { pending, before, judge } = place;
  const lefts = BYTES.flatMap((byte) => {
    const text = gbkCharacter(pending, byte);
    return text && fitsBehind(text, before, judge) ? [{ text, byte }] : [];
  });
  if (lefts.length === 0) return [];
  return lefts.flatMap((left) => place.rights().flatMap((right) => joined(left, right)));
}

/** All that fits what comes next; `endings` says how a character with a given first byte can be completed. */
export function rightsOf(endings: (lead: number) => readonly Ending[], judge: Judge): readonly Right[] {
  return BYTES.flatMap((byte) =>
    endings(byte)
      .filter((ending) => fitsBefore(ending.text, ending.following, judge))
      .map((ending) => ({ ...ending, byte })),
  );
}

interface Left {
  readonly text: string;
  readonly byte: number;
}

/** One lost pair between the two, or two with a sign in the middle. */
function joined(left: Left, right: Right): readonly LostPair[] {
  const found: LostPair[] = [];
  if (isLost(left.byte, right.byte)) {
    const hasSign = left.text in SIGN_CODES || right.text in SIGN_CODES;
    const price = hasSign ? PRICE_WITH_SIGN : PRICE;
    found.push({ text: left.text + right.text, pending: right.pending, price });
  }
  for (const [sign, [lead, trail]] of Object.entries(SIGN_CODES)) {
    if (!isLost(left.byte, lead) || !isLost(trail, right.byte)) continue;
    found.push({ text: left.text + sign + right.text, pending: right.pending, price: PRICE_OF_TWO });
  }
  return found;
}

const isLost = (lead: number, trail: number): boolean =>
  isLead(lead) && isTrail(trail) && gbkCharacter(lead, trail) === '';

const fitsBehind = (text: string, before: string, judge: Judge): boolean =>
  ALONE.has(text) ||
  [1, 2, 3].some((length) => before.length >= length && judge.knows(before.slice(-length) + text));

const fitsBefore = (text: string, after: string, judge: Judge): boolean =>
  ALONE.has(text) || (after !== '' && judge.knows(text + after));
