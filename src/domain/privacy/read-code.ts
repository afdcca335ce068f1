import { Between, betweenKind, digitValues, NONE } from './characters.ts';
import { Gap, gapBetween } from './gaps.ts';
import { isAlphanumeric } from './words-as-digits.ts';

export interface Code {
  readonly text: string;
  /** Where each sign stands. */
  readonly places: readonly number[];
  /** How the signs are grouped: a true at n means that a separator stands before sign n. */
  readonly cuts: readonly boolean[];
  /** True where more than blanks and dashes stands between some signs. */
  readonly wide: boolean;
}

/** What may stand between the signs of a code: blanks, dashes, dots, what is invisible, pictographs. */
export function isSeparator(unit: number): boolean {
  const kind = betweenKind(unit);
  return kind === Between.light || kind === Between.invisible || isPictograph(unit);
}

const isPictograph = (unit: number): boolean =>
  (unit >= 0xd83c && unit <= 0xdfff) || (unit >= 0x2600 && unit <= 0x27bf);

/** Sign of a code at a unit of the folded text: a–z, 0–9, or null. */
export function signAt(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if (isAlphanumeric(unit)) return text.charAt(at);
  const value = digitValues()[unit] ?? NONE;
  return value < 10 ? String(value) : null;
}

const MOST_GROUPS = 8;
const LONGEST_SKIP = 8;

/** How far a code is read. */
interface Reach {
  /** Signs at most. */
  readonly most: number;
  readonly groups?: number;
  /** The widest gap that joins. */
  readonly widest?: number;
}

/** Up to `most` signs from `from` on; ends where there are too many groups or the gap is too wide. */
export function readCode(
  text: string,
  from: number,
  { most, groups = MOST_GROUPS, widest = Gap.light }: Reach,
): Code {
  const places: number[] = [];
  const cuts: boolean[] = [];
  let code = '';
  let end = from;
  let cut = 0;
  let wide = false;
  for (let at = from; at < text.length && code.length < most && at - end <= LONGEST_SKIP; at += 1) {
    const sign = signAt(text, at);
    if (sign === null) {
      if (code === '') break;
      continue;
    }
    const gap = code === '' ? Gap.tight : gapBetween(text, end, at);
    if (gap > Gap.tight) cut += 1;
    if (gap > widest || cut >= groups) break;
    wide ||= gap > Gap.light;
    cuts.push(gap > Gap.tight);
    places.push(at);
    code += sign;
    end = at + 1;
  }
  return { text: code, places, cuts, wide };
}
