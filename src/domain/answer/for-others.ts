import { receiverShare } from './fitness.ts';
import type { Entry, Question } from './types.ts';

/** What a firm is awarded for by name; each with its other names. */
const HONOURS: readonly RegExp[] = [
  /高新技术企业|高企|国高/,
  /小巨人/,
  /单项冠军/,
  /隐形冠军/,
  /瞪羚/,
  /独角兽/,
  /绿色工厂/,
  /灯塔工厂/,
  /科技型中小企业|科小/,
  /创新型中小企业/,
  /老字号/,
];

const MOSTLY_NAMED = 0.4;

/** 「高企奖多少」 is not answered by what the city pays for 灯塔工厂. */
export function isForOthers({ asks, text: asked }: Question, { clause, policy, headings }: Entry): boolean {
  if (!asks.includes('amount')) return false;
  const named = HONOURS.filter((honour) => honour.test(asked));
  const text = [clause.text, clause.heading ?? '', ...headings, policy.title ?? ''].join('\n');
  if (named.length === 0 || named.some((honour) => honour.test(text))) return false;
  return receiverShare(clause.benefits, asked) < MOSTLY_NAMED;
}
