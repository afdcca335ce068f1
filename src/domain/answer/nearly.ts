import { basisOf } from './basis.ts';
import { sectionOf } from './beside.ts';
import { confidenceOf } from './confidence.ts';
import { isForeign, signsOf } from './holds.ts';
import { shownAnswer, withFirst } from './shown.ts';
import type { Answer, AnswerContext, AskedFact, Candidate, Question, UnstatedFact } from './types.ts';

/** What is asked of any policy: these words name no thing by themselves. */
export const OF_ANY_POLICY =
  /申请|申报|报名|办理|提交|递交|领取|最晚|最迟|享受|条件|要求|资格|材料|资料|流程|手续|作数|算数|负责|牵头|主管|部门|单位|金额|标准|时间|电话|热线|号码|联系方式|联系|地址|网址|网站|链接|咨询|办|报|交|拿|领/g;

/** A clause is surely about the thing from here on, whatever it says of it. */
const ABOUT_THE_THING = 0.85;
/** Such words as the clause does not say are of little weight. */
const LEAST_COVERAGE = 0.75;

const UNSTATED: Partial<Record<AskedFact, UnstatedFact>> = {
  amount: 'amount',
  rate: 'rate',
  count: 'count',
  contact: 'contact',
  conditions: 'conditions',
  'how-to': 'how-to',
};

const MONEY_WORDS = /奖励|奖金|补贴|补助|资助|扶持|优惠|利率|利息|客服|位置|门牌/g;

/** 「个转企奖励多少」: the nearest clause is about the thing and does not say what is asked of it. */
export function unstatedDecline(
  question: Question,
  found: readonly Candidate[],
  context: AnswerContext,
): Answer | null {
  const best = found[0];
  if (!best || isForeign(question, found, context)) return null;
  // What asks for the fact stands in no clause that lacks it.
  const subject = question.subject.replace(OF_ANY_POLICY, ' ').replace(MONEY_WORDS, ' ');
  const basis = basisOf({ ...question, subject }, best.entry, context.segmenter);
  const lacks = basis.lacks && UNSTATED[basis.lacks];
  if (!lacks || basis.coverage < LEAST_COVERAGE) return null;
  const known = { ...basis, lacksFact: false };
  const confidence = confidenceOf({
    basis: known,
    foreign: false,
    asks: true,
    procedure: false,
    ...signsOf(question, found),
  });
  if (confidence < ABOUT_THE_THING) return null;
  const section = sectionOf(question, best.entry, context);
  if (section) {
    return shownAnswer(question, { about: best.entry, candidates: withFirst(section, found), context });
  }
  return { kind: 'decline', reason: 'unstated', near: found, region: null, lacks };
}
