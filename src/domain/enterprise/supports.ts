import { plain, sentencesOf } from '../policy/plain.ts';
import type { Benefit, Policy, PolicyClause } from '../policy/types.ts';
import type { Requirement } from './matching-types.ts';
import { requirementsInWords } from './requirements.ts';
import type { Asked } from './sure-amounts.ts';
import { withoutQuotes } from './titles.ts';

/** Support without a figure: a fast lane, a place on a list, a service for nothing. */

/** Somebody who gets something; a number of enterprises (200家企业) is a plan's goal. */
const WHO = String.raw`(?<who>(?:(?!\d家|领域)[^,。;:]){0,24}?(?:企业|个体工商户))`;

interface Form {
  readonly pattern: RegExp;
  readonly toSupport: (what: string) => string;
}

const asWritten = (what: string): string => what;
const FREELY = '免费|优先|无偿|专属|公益性?';

const FORMS: readonly Form[] = [
  // 「将专精特新小巨人企业纳入上市后备企业名单」
  {
    pattern: new RegExp(
      String.raw`将${WHO}(?:优先)?(?<what>(?:列入|纳入)[^,。;]{2,24}(?:名单|库|范围|清单|目录|计划))`,
    ),
    toSupport: asWritten,
  },
  // 「建立专精特新企业人才引进绿色通道」
  {
    pattern: new RegExp(
      String.raw`(?:建立|开设|设立|开通)${WHO}(?<what>[^,。;]{0,12}(?:绿色通道|直通车|服务专窗|专属通道))`,
    ),
    toSupport: asWritten,
  },
  // 「为初创期中小企业提供专属政策性担保」「对高新技术企业免收…」
  {
    pattern: new RegExp(
      String.raw`(?:^|[,，;])(?:对于?|为|向)${WHO}(?<what>(?:(?:${FREELY})提供|提供(?:${FREELY})|减免|免收|免征|减半收取|减半征收|优先(?:安排|支持|推荐|受理|办理|审批|保障|享受))[^,。;]{2,36})`,
    ),
    toSupport: (what) => what.replace(/^提供/, ''),
  },
  // 「优先支持专精特新企业申报…」
  {
    pattern: new RegExp(String.raw`优先(?:支持|推荐|安排|保障)${WHO}(?<what>[^,。;]{2,30})`),
    toSupport: (what) => `优先${what}`,
  },
  // 「专精特新企业可优先享受…」
  {
    pattern: new RegExp(
      String.raw`(?:^|[,，])${WHO}(?:可|可以)?(?<what>(?:优先|直接|免费)(?:享受|参加|纳入|入驻|获得|使用|办理)[^,。;]{2,30})`,
    ),
    toSupport: asWritten,
  },
  // 「评选表彰活动中向专精特新企业倾斜」「专项重点倾斜专精特新等优质中小企业」
  {
    pattern: new RegExp(String.raw`在(?<what>[^,。;]{2,16})中向${WHO}倾斜`),
    toSupport: (what) => `${what}中倾斜`,
  },
  {
    pattern: new RegExp(String.raw`(?<what>[^,。;]{4,20}专项)(?:重点)?倾斜${WHO}`),
    toSupport: (what) => `${what}倾斜`,
  },
  // 「赋予重点中小企业人才举荐权」
  { pattern: new RegExp(String.raw`赋予${WHO}(?<what>[^,。;]{2,14}权)`), toSupport: asWritten },
  // 「加强专精特新企业分类指导…,开展一对一跟踪服务」
  {
    pattern: new RegExp(String.raw`加强${WHO}[^。;]{0,30}(?<what>一对一跟踪服务)`),
    toSupport: asWritten,
  },
];

/** Whom a plan speaks of must be told apart from everybody: by title, industry or size. */
const TELLING: ReadonlySet<Requirement['kind']> = new Set(['title', 'industry', 'size']);
const NUMBERING = /^(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]\s*)+/;
/** What was reached, and what somebody else is only encouraged to do. */
const NO_PROMISE = /鼓励|引导|力争|共[\d.]+|惠及|累计/;

function supportIn(sentence: string): Benefit | null {
  const text = withoutQuotes(plain(sentence.replace(NUMBERING, '')).text);
  if (NO_PROMISE.test(text)) return null;
  for (const { pattern, toSupport } of FORMS) {
    const { who, what } = pattern.exec(text)?.groups ?? {};
    if (who === undefined || what === undefined) continue;
    const snippet = sentence.replace(NUMBERING, '').trim();
    return { who, support: toSupport(what), snippet, amountYuan: null, atMost: false, rate: null, per: null };
  }
  return null;
}

/** What a clause gives without a figure, with what it asks for; of sentences that promise sums nothing. */
export function supportsIn(clause: PolicyClause, policy: Policy): readonly Asked[] {
  const paid = new Set(clause.benefits.map(({ snippet }) => plain(snippet).text));
  const { text } = clause;
  return sentencesOf(plain(text).text).flatMap(({ start, end }): readonly Asked[] => {
    const sentence = plain(text);
    const written = text.slice(sentence.at(start), sentence.at(end));
    if (paid.has(plain(written).text)) return [];
    const benefit = supportIn(written);
    const requirements = benefit === null ? [] : requirementsInWords(benefit.who, policy);
    return benefit !== null && requirements.some(({ kind }) => TELLING.has(kind))
      ? [{ benefit, requirements }]
      : [];
  });
}
