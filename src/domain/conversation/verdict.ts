import type { Rating } from '../appeal/types.ts';
import { fold } from '../hanzi/fold.ts';
import { isMerelyPolite } from './asks.ts';
import { inPlainWords } from './plain-words.ts';
import { VERDICT_ROWS, type VerdictRow } from './verdict-words.ts';

/** What somebody thinks of an answer, in his own words. */
export interface Verdict {
  /** `unsure`: lukewarm, or two things at once; worth one question. */
  readonly says: Rating | 'solved' | 'unsure';
  /** Said of hardly anything but a service; 「不错」 and 「一般」 are said of lunch, too. */
  readonly isPlain: boolean;
  /** What it says beside; null where that is nothing. */
  readonly reason: string | null;
}

const LONGEST = 60;
/** Before words that are said of anything no more may stand than this if they shall belong together. */
const SHORT = 20;

/** 「怎么评价」「满意吗」 rate nothing; 「不怎么样」「没什么不满意的」 do. */
const ASKS =
  /[?？]|(?:[吗嘛]|呢)\s*$|(?<!不)怎么|如何|哪|(?<!没有?)什么|多少|谁|是不是|能不能|可不可以|几时|何时/u;
const THANKS = /^(?:非常|十分|太|真的?|也|还是|很|万分)*(?:谢|感谢|多谢|辛苦|麻烦)/u;
/** What goes on about the same: 「还行，就是慢了点」. */
const GOES_ON =
  /^(?:就是|但|不过|只是|可是|除了|希望|下次|以后|虽然|尤其|办|处理|速度|态度|效率|进度|慢|快|服务|专员|等|拖|还|都|到现在|钱|款|问题|事)/u;
const GAPS = /[\s,，、.。!！~～;；…]+/u;
const GOOD_SIGN = /\[(?:强|赞|鼓掌|给力)\]|(?:👍|👏)[\u{1F3FB}-\u{1F3FF}]?|💯/gu;
const BAD_SIGN = /\[(?:弱|踩|差劲)\]|👎[\u{1F3FB}-\u{1F3FF}]?/gu;

const rowOf = (clause: string): VerdictRow | null => {
  const plain = inPlainWords(fold(clause));
  return VERDICT_ROWS.find(({ word }) => word.test(plain)) ?? null;
};

/** Of several: what is not done is not, whatever else is good; what contradicts itself is asked about. */
function together(rows: readonly VerdictRow[]): Verdict['says'] {
  const has = (...said: readonly VerdictRow['says'][]): boolean =>
    rows.some(({ says }) => said.includes(says));
  if (rows.some(({ says, isPlain }) => says === 'dissatisfied' && isPlain)) return 'dissatisfied';
  if (has('dissatisfied')) return has('solved', 'satisfied', 'mostly-satisfied') ? 'unsure' : 'dissatisfied';
  if (has('unsure')) return 'unsure';
  if (has('mostly-satisfied')) return 'mostly-satisfied';
  return has('satisfied') ? 'satisfied' : 'solved';
}

/** Whether all of it is about one thing; 「一般，我们月底交税」 and 「车间停电三天，没人管」 are not. */
function belongs(clauses: readonly string[], rows: readonly (VerdictRow | null)[]): boolean {
  const [first, last] = [rows[0] ?? null, rows.at(-1) ?? null];
  if (first !== null) {
    const next = clauses.find((_, at) => rows[at] === null);
    return next === undefined || first.isPlain || GOES_ON.test(next);
  }
  if (last === null || last.isFinal) return false;
  return last.isPlain || (last.says !== 'dissatisfied' && clauses.join('').length <= SHORT);
}

/** 「怎么评价」「在哪打分」, and a bare digit, which never rates: who says so is shown what can be said. */
const WANTS_TO =
  /^(?:请问)?(?:怎么|如何|怎样|咋|在哪里?|哪里)(?:给)?(?:评价?|打分|评分|满意度评价)(?:呢|啊|呀)?[?？。\s]*$|^[1-9][.。、]?$/u;

/** True where somebody wants to rate and does not say how he rates. */
export const wantsToRate = (text: string): boolean => WANTS_TO.test(text.normalize('NFKC').trim());

/** Reads 「还行，就是慢了点」「没啥不满意的」「解决了，谢谢」「👍」; null where nothing is rated, or something asked. */
export function readVerdict(text: string): Verdict | null {
  const words = text.replace(BAD_SIGN, '，差评，').replace(GOOD_SIGN, '，好评，');
  if (words.length > LONGEST || ASKS.test(inPlainWords(fold(words)))) return null;
  const clauses = words.split(GAPS).filter((one) => one !== '' && !THANKS.test(one) && !isMerelyPolite(one));
  const rows = clauses.map(rowOf);
  const rated = rows.filter((row) => row !== null);
  if (rated.length === 0 || !belongs(clauses, rows)) return null;
  const says = together(rated);
  const tells = rated.length < clauses.length || rated.some((row) => row.tells);
  const isBad = says === 'dissatisfied' || says === 'unsure';
  const beside = clauses.filter((_, at) => rows[at] === null).join('，');
  return {
    says,
    isPlain: rated.some(({ isPlain }) => isPlain),
    reason: isBad ? (tells ? text.trim() : null) : beside || null,
  };
}
