import { Between, betweenKind, UNITS } from './characters.ts';

/** How far two digits stand apart. The order is meant: what joins at `noise` joins at `light` too. */
export const Gap = { tight: 0, light: 1, noise: 2, apart: 3, stars: 4 } as const;

/** 「[玫瑰]」: how a chat writes its small pictures out. */
const PICTURE = /^\[[\u4e00-\u9fa5]{1,4}\]/;

const LONGEST = 14;
const LONGEST_LIGHT = 6;
const MOST_LETTERS = 2;
/** A mask hides three signs at least; two stars are emphasis. */
const FEWEST_STARS = 3;

const hasStars = (text: string): boolean => text.split('*').length > FEWEST_STARS;

/**
 * 「138后面0000 0000」「138加0000加0000」「138开头，后面是…」「159后面是1234，再后面是0000」 — the words that lead from
 * one group of digits to the next are put together from these characters.
 */
const LEADING_ON =
  /^(?:[再加接后]|[再然往后前中间接跟着是面边头来加位的开打最末尾号数那就还有完了下连杠横短斜线减空格小点逗转分机内之这段组结到去记写拨按输发补换行区一两二三四五六七八个]{2,9})$/;

/** 「138，嗯，0000」. */
const HESITATION = /^(?:[嗯呃啊哦额诶哎呀哈嘛呢]{1,2}|那个)$/;

/** What was met between two digits. */
interface Tally {
  light: number;
  noise: number;
  newlines: number;
  stars: number;
  letters: number;
  hanzi: string;
  /** A unit or the end of a sentence was among it. */
  units: boolean;
}

/** The gap between two digits: `text` is folded, `from` and `to` are units. Looks at 14 units at most. */
export function gapBetween(text: string, from: number, to: number): number {
  if (from >= to) return Gap.tight;
  if (to - from === 1) return gapOf(text, from);
  if (to - from > LONGEST * 2)
    return hasStars(text.slice(from, from + LONGEST) + text.slice(to - LONGEST, to)) ? Gap.stars : Gap.apart;
  const tally: Tally = { light: 0, noise: 0, newlines: 0, stars: 0, letters: 0, hanzi: '', units: false };
  for (let at = from; at < to; at += 1) {
    const picture = text.charAt(at) === '[' ? (PICTURE.exec(text.slice(at, at + 6))?.[0].length ?? 0) : 0;
    if (picture > 0) tally.noise += 1;
    else count(text, at, tally);
    at += Math.max(0, picture - 1);
  }
  if (tally.stars >= FEWEST_STARS) return Gap.stars;
  if (tally.units && !LEADING_ON.test(tally.hanzi)) return Gap.apart;
  return classify(tally, to - from);
}

const SAME_WORD = /^[\u4e00-\u9fa5a-z]{2,4}$/;

/** 「138中文0000中文0000」: the same word twice, with four digits between, is put there against filters. */
export const isSameWord = (one: string, other: string): boolean =>
  one === other && SAME_WORD.test(one) && !Array.from(one).some((sign) => UNITS.has(sign));

/** The gap that one sign makes; by far the most there are. */
function gapOf(text: string, at: number): number {
  switch (betweenKind(text.charCodeAt(at))) {
    case Between.invisible:
      return Gap.tight;
    case Between.light:
      return Gap.light;
    case Between.unit:
      return Gap.apart;
    default:
      return Gap.noise;
  }
}

function count(text: string, at: number, tally: Tally): void {
  switch (betweenKind(text.charCodeAt(at))) {
    case Between.invisible:
      break;
    case Between.light:
      tally.light += 1;
      break;
    case Between.newline:
      tally.newlines += 1;
      break;
    case Between.star:
      tally.stars += 1;
      break;
    case Between.hanzi:
      tally.hanzi += text.charAt(at);
      break;
    case Between.letter:
      tally.letters += 1;
      break;
    case Between.unit:
      tally.units = true;
      tally.hanzi += text.charAt(at);
      break;
    default:
      tally.noise += 1;
      break;
  }
}

/** 「哈哈」. */
const isDoubled = (hanzi: string): boolean => hanzi.length === 2 && hanzi.charAt(0) === hanzi.charAt(1);

function classify({ light, noise, newlines, stars, letters, hanzi }: Tally, length: number): number {
  const strange = noise + newlines + stars + letters;
  if (hanzi !== '') {
    // 「记一下：幺五九…」: a word of talk ends in a comma or colon.
    const joins =
      (hanzi.length === 1 && noise === 0) ||
      isDoubled(hanzi) ||
      LEADING_ON.test(hanzi) ||
      HESITATION.test(hanzi);
    return joins && strange <= 4 && newlines < 2 ? Gap.noise : Gap.apart;
  }
  if (strange === 0) return light === 0 ? Gap.tight : light <= LONGEST_LIGHT ? Gap.light : Gap.noise;
  if (newlines > 1 || letters > MOST_LETTERS || length > LONGEST) return Gap.apart;
  return Gap.noise;
}
