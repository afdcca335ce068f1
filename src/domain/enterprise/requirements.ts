import { seriesIn } from '../policy/benefits/money.ts';
import { readNumber } from '../policy/numbers.ts';
import type { Benefit, Policy, PolicyClause } from '../policy/types.ts';
import type { Requirement } from './matching-types.ts';
import { INDUSTRY_WORDS, isCarrier, isPerson, SIZE_WORDS, TOPIC_WORDS } from './requirement-words.ts';
import { isMunicipality, titlesIn } from './titles.ts';
import type { Form } from './types.ts';
import { generalOf, whoOf } from './who.ts';

/** What is left of the words after each finding took its own out. */
interface Reading {
  readonly rest: string;
  readonly found: readonly Requirement[];
}

type Step = (reading: Reading) => Reading;

const GAP = '·';
const without = (text: string, words: string): string => text.replace(words, GAP);
const FIRST = /首次|首个|新认定|新获评|新获批|新评定|新评|新获|新纳入|新增|新晋|首批/;
const AGAIN = /重新认定|再次|通过复核|复核通过|迁入|落户/;

/** 「未纳入规上的」「拟申报专精特新的」「采购专精特新企业产品的」: named, but not asked for. */
const NOT_ASKED =
  /(?:[未非](?:纳入|获得?|认定|达到|列入)?|拟(?:申报|认定)?|申报|争创|创建|采购|孵化出?|退出|净增|贷款给|服务)$/;

const titles =
  (municipality: boolean): Step =>
  ({ rest, found }) => {
    const mentions = titlesIn(rest, { municipality }).filter(
      ({ start }) => !NOT_ASKED.test(rest.slice(0, start)),
    );
    const groups: { anyOf: readonly (typeof mentions)[number][] }[] = [];
    for (const mention of mentions) {
      const last = groups.at(-1)?.anyOf.at(-1);
      // 「高新技术企业、科技型中小企业」: one of them is enough.
      if (last && /^(?:企业)?[、,/或和及与者以]*$/.test(rest.slice(last.end, mention.start)))
        groups[groups.length - 1] = { anyOf: [...(groups.at(-1)?.anyOf ?? []), mention] };
      else groups.push({ anyOf: [mention] });
    }
    // 再次 and 重新 stay behind to be checked.
    const event = AGAIN.test(rest) ? 'again' : FIRST.test(rest) ? 'first' : null;
    const requirements = groups.map(
      ({ anyOf }): Requirement => ({
        kind: 'title',
        anyOf: anyOf.flatMap((mention) => mention.anyOf),
        maybe: anyOf.flatMap((mention) => mention.maybe),
        event,
        words: anyOf.map(({ words }) => words).join('、'),
      }),
    );
    const left = mentions.reduce((text, { words }) => without(text, words), rest);
    return {
      rest: requirements.length > 0 ? left.replace(FIRST, GAP) : left,
      found: [...found, ...requirements],
    };
  };

const REVENUE =
  /(?:上一?年度?|当年|年度?|全年)*(?:主营业务收入|营业收入|营业额|营收|销售收入|销售额)(?:首次)?(?:达到|达|突破|超过|超|不低于|不少于|高于|在)?([\d.,一二两三四五六七八九十百千]+[百千]?[万亿]元?)(以上|以下|以内|及以上|\(含\))?/;

const revenue: Step = ({ rest, found }) => {
  const hit = REVENUE.exec(rest);
  const yuan = hit ? seriesIn(`${hit[1]}元`.replace('元元', '元'))[0]?.sums[0]?.yuan : undefined;
  if (!hit || yuan === undefined) return { rest, found };
  const requirement: Requirement = {
    kind: 'revenue',
    bound: /以下|以内/.test(hit[2] ?? '') || /低于$|不超过/.test(hit[0]) ? 'up-to' : 'from',
    yuan,
    firstTime: /首次/.test(rest),
    words: hit[0],
  };
  return { rest: without(rest, hit[0]).replace(FIRST, GAP), found: [...found, requirement] };
};

const AGE =
  /(?:成立|注册|登记|设立)(?:时间|登记)?(?:已)?(满|不满|未满|不足|不超过|超过)?([\d一二两三四五六七八九十]+)年(?:\(含\))?(以上|以内|以下|内)?/;

const age: Step = ({ rest, found }) => {
  const hit = AGE.exec(rest);
  const years = hit ? readNumber(hit[2] as string) : null;
  if (!hit || years === null) return { rest, found };
  const bound = /^[不未]/.test(hit[1] ?? '') || /内|以下/.test(hit[3] ?? '') ? 'up-to' : 'from';
  return { rest: without(rest, hit[0]), found: [...found, { kind: 'age', years, bound, words: hit[0] }] };
};

const sizes: Step = ({ rest, found }) => {
  const hit = SIZE_WORDS.flatMap(({ pattern, sizes: all }) => {
    const words = pattern.exec(rest)?.[0];
    return words === undefined ? [] : [{ words, all }];
  })[0];
  if (!hit) return { rest, found };
  return {
    rest: without(rest, hit.words),
    found: [...found, { kind: 'size', sizes: hit.all, words: hit.words }],
  };
};

const industries: Step = ({ rest, found }) => {
  const named = INDUSTRY_WORDS.flatMap(({ pattern, codes }) => {
    const words = pattern.exec(rest)?.[0];
    return words === undefined ? [] : [{ words, codes }];
  });
  const left = named.reduce((text, { words }) => without(text, words), rest);
  const topics = TOPIC_WORDS.flatMap(({ pattern, codes }) => {
    const words = pattern.exec(rest)?.[0];
    return words === undefined ? [] : [{ words, codes }];
  });
  const hits = named.length > 0 ? named : topics;
  if (hits.length === 0) return { rest, found };
  const requirement: Requirement = {
    kind: 'industry',
    codes: [...new Set(hits.flatMap(({ codes }) => codes))],
    words: hits.map(({ words }) => words).join('、'),
  };
  return { rest: left, found: [...found, requirement] };
};

const FILLER =
  /[\p{P}\p{S}\s]|符合本?(?:政策|办法)|有效期内|经认定|认定为?|评定为?|评为|评价为?|获批|获得|获评|荣获|被|入选|纳入|列入|进入|成为|升级为|达到|通过|国家统计|统计|纳统|联网直报|名录库?|信息库|国家|一次性|企业|公司|单位|单个|每家|我[省市区县]|[本全](?:省|市|区|县)|市内|区内|辖区内|境内注册|注册|登记|首次|首个|奖励|对|经|获|的|为|在|且|并|或者?|和|及|与|各|家|类|级|者|新/gu;

const RANK_LEFT = /国家级|(?<!本)[省市区县]级|[甲乙丙丁特一二三四五六七八九\dA](?:级|星|等|类)/;

/** Words that none of the findings explains; a person must look at them. */
function openIn(reading: Reading, who: string): readonly Requirement[] {
  const left = reading.rest.replace(FILLER, '');
  // A rank or grade that belongs to no title that was found: 「其中省级」「甲级民宿」.
  const isUnread = left.length >= 2 || RANK_LEFT.test(reading.rest) || AGAIN.test(who);
  return isUnread || reading.found.length === 0 ? [{ kind: 'open', words: who }] : [];
}

const ANY_TRADER = /个体工商户|市场主体|经营主体|商户|[(]项目[)]|项目$/;
const COMPANY = /企业|公司|单位|工厂|集团/;
const CONVERTED = /个转企|转(?:型|升级|为|成)*(?:为|成)?(?:小微)?企业/;

function formIn(who: string): Form | null {
  if (CONVERTED.test(who)) return 'company';
  if (ANY_TRADER.test(who)) return /个体工商户/.test(who) && !COMPANY.test(who) ? 'sole-trader' : null;
  return COMPANY.test(who) ? 'company' : null;
}

function beneficiary(who: string): Requirement | null {
  if (isPerson(who)) return { kind: 'person', words: who };
  return isCarrier(who) ? { kind: 'carrier', words: who } : null;
}

/** The requirements in the words that say who gets a benefit. */
function inWords(who: string, municipality: boolean): readonly Requirement[] {
  const other = beneficiary(who);
  if (other) return [other];
  const form = formIn(who);
  const steps: readonly Step[] = [titles(municipality), revenue, age, sizes, industries];
  const read = steps.reduce<Reading>((reading, step) => step(reading), { rest: who, found: [] });
  return [
    ...read.found,
    ...(form === null ? [] : [{ kind: 'form', form, words: who } as const]),
    ...(CONVERTED.test(who) ? [{ kind: 'open', words: who } as const] : openIn(read, who)),
  ];
}

/** Everything that is asked of whom a policy's words name. */
export const requirementsInWords = (
  who: string,
  { region }: Pick<Policy, 'region'>,
): readonly Requirement[] => [{ kind: 'region', name: region }, ...inWords(who, isMunicipality(region))];

/** Everything that a benefit asks for; null for what is no benefit of its own. */
export function requirementsOf(
  benefit: Benefit,
  { policy, clause }: { readonly policy: Policy; readonly clause: PolicyClause },
): readonly Requirement[] | null {
  const municipality = isMunicipality(policy.region);
  const who = whoOf(benefit, clause);
  if (who === null) return null;
  const general = generalOf(benefit, clause);
  const inherited = general
    ? inWords(whoOf(general, clause) ?? '', municipality).filter(({ kind }) => kind !== 'open')
    : [];
  return [{ kind: 'region', name: policy.region }, ...inherited, ...inWords(who, municipality)];
}
