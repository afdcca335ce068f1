import { type Rating, ratingOf } from '../appeal/types.ts';
import { parseNumeral } from '../hanzi/numerals.ts';
import { readLettingGo } from './letting-go.ts';
import { readVerdict, wantsToRate } from './verdict.ts';
import { incomplete, readFree, wish, type WishReading, type WishTools } from './wish-reading.ts';

const RATED = /^(.*?)满意[了啊呀哦哈的吧呢]*[\s:：,，。;；!！~、]*(.*)$/su;
/** 「还没付呢，不满意」 */
const REASON_FIRST = /^(.{2,}?)[\s,，。!！]+不太?$/su;

const isPlainlyBad = (reason: string): boolean => {
  const verdict = readVerdict(reason);
  return verdict?.says === 'dissatisfied' && verdict.isPlain;
};

/** 「基本满意，就是慢」「还没付呢，不满意」 */
export function readRating(rest: string): WishReading {
  const [, how = '', after = ''] = RATED.exec(rest) ?? [];
  const rating: Rating = how.includes('不')
    ? 'dissatisfied'
    : /基本|比较|还算/.test(how)
      ? 'mostly-satisfied'
      : 'satisfied';
  const reason = after.trim() || (REASON_FIRST.exec(how)?.[1] ?? '').trim();
  // 「满意，但没解决」
  const isTwofold = rating !== 'dissatisfied' && isPlainlyBad(reason);
  if (isTwofold) return { kind: 'unclear-rating', reason };
  return wish({ kind: 'rate', rating, score: null, reason: reason || null });
}

/** 「5分，办得快」 */
export function readScore(rest: string): WishReading {
  const [, digits = '', reason = ''] =
    /(\d{1,2}|[一二三四五十])\s*(?:分|颗?星)(?:好评)?[了吧啊]*[\s:：,，。;；!！~]*(.*)$/s.exec(rest) ?? [];
  const score = parseNumeral(digits);
  const rating = score === null ? null : ratingOf(score);
  return score === null || rating === null
    ? incomplete('rating')
    : wish({ kind: 'rate', rating, score, reason: reason.trim() || null });
}

/** 「还行」「没啥不满意的」「👍」; of the staff it is a note like any other. */
export function readAppraisal(rest: string, tools: WishTools): WishReading {
  const verdict = tools.isOwner ? readVerdict(rest) : null;
  if (tools.isOwner && wantsToRate(rest)) return { kind: 'unclear-rating', reason: null };
  if (verdict === null) return readFree(rest, tools);
  const { says, reason } = verdict;
  if (says === 'unsure') return { kind: 'unclear-rating', reason };
  return wish(
    says === 'solved' ? { kind: 'confirm-solved' } : { kind: 'rate', rating: says, score: null, reason },
  );
}

/** 「算了」, or 「已经解决了」 while nobody has answered. */
export function readGivenUp(rest: string, tools: WishTools): WishReading {
  if (!tools.isOwner) return readFree(rest, tools);
  const solved = readVerdict(rest)?.says === 'solved' ? rest : null;
  return wish({ kind: 'withdraw', reason: readLettingGo(rest)?.reason ?? solved });
}

/** 「解决了」, and what is said of it behind: 「解决了，但是不满意」. */
export const readSolved = (rest: string): WishReading => {
  const verdict = rest === '' ? null : readVerdict(rest);
  return verdict === null || verdict.says === 'solved'
    ? wish({ kind: 'confirm-solved' })
    : readAppraisal(rest, { isOwner: true, unit: () => null });
};
