import { fold } from '../hanzi/fold.ts';
import { type LocalDate, partsOf } from '../time.ts';
import type { UnitDirectory } from '../unit/types.ts';
import { formOf, readCreditCode } from './credit-code.ts';
import type { Industries } from './industries.ts';
import { ownStatements } from './own-statements.ts';
import { type OwnTitles, ownTitles } from './own-titles.ts';
import { foundedIn, headsIn, moneyIn } from './quantities.ts';
import { isMunicipality, titlesIn } from './titles.ts';
import type { Facts, Form, Place } from './types.ts';

/** What reading needs to know of the world. */
export interface ReaderTools {
  readonly industries: Industries;
  readonly units: Pick<UnitDirectory, 'mentions'>;
  /** Regions that a text names, in its order, with their provinces' official names. */
  readonly regionsIn: (text: string) => readonly { readonly name: string; readonly province: string }[];
  /** The city that the bot serves. */
  readonly home: Place;
}

/** A text with the day on which it was written. */
export interface Said {
  readonly text: string;
  readonly on: LocalDate;
}

/** Characters of a message that are read; what comes behind is no answer. */
export const LONGEST = 600;

const squeezed = (text: string): string => fold(text).replace(/[\s"'“”‘’「」『』《》]+/g, '');

/** 「租了洪山区的厂房」「搬到」「我在光谷上班」: where something is done, not where the enterprise is registered. */
const ELSEWHERE = /上班|打工|住在|租|搬|迁|厂房|项目|客户|分店|分公司|仓库|出差/;

function placeIn(text: string, { units, regionsIn, home }: ReaderTools): Place | null {
  for (const { body } of units.mentions(text, home.city)) {
    if (body.kind === 'district') return { district: body.name, city: body.city, province: body.province };
  }
  const region = regionsIn(text)[0];
  if (!region) return null;
  // A province by itself does not say which city.
  const city = region.name === region.province && !isMunicipality(region.name) ? null : region.name;
  return { district: null, city, province: region.province };
}

/** 注册资本, 贷款, 奖励 … are no revenue. */
const OTHER_MONEY =
  /(?:注册资本|注册资金|注资|实缴|投资|投入|投了?|花了?|贷款|贷|借|融资|补贴|奖励|奖|补助|拖欠|欠|罚|租金|房租|设备|研发|税|利润|工资|押金|保证金|货款|估值|成本|每月|一?个?月)[^,，。;；]{0,6}$/;
const ASSETS = /资产[^,，。;；]{0,6}$/;
const OTHER_BEHIND = /^(?:的)?(?:注册资本|贷款|补贴|奖励|投资|设备|税|利润|一?个?月)/;
const REVENUE_CUE = /营收|营业|销售|产值|流水|收入|做了|一年|去年|上年|年度|年[做产卖]|卖了|业绩|规模/;

function moneyFacts(text: string, { needsCue }: { readonly needsCue: boolean }): Facts {
  const sums = moneyIn(text).map((sum) => ({
    ...sum,
    before: text.slice(Math.max(0, sum.start - 14), sum.start),
    behind: text.slice(sum.end),
  }));
  const assets = sums.find(({ before }) => ASSETS.test(before));
  const revenue = sums.find(
    ({ before, behind }) =>
      !ASSETS.test(before) &&
      !OTHER_MONEY.test(before) &&
      !OTHER_BEHIND.test(behind) &&
      (!needsCue || REVENUE_CUE.test(before) || /^元?(?:的)?(?:营收|营业额|产值|销售)/.test(behind)),
  );
  return {
    ...(assets ? { assetsYuan: assets.value } : {}),
    ...(revenue ? { revenueYuan: revenue.value } : {}),
  };
}

const NAME =
  /[\p{Script=Han}a-z0-9()·]{2,40}?(?:有限责任公司|有限公司|合伙企业(?:\([^()]*\))?|专业合作社|合作社)/u;
const BEFORE_NAME =
  /^.*(?:我们公司是|我们公司叫|我们是|我公司是|我公司叫|我公司|我司是|我司|我是|本公司|公司名称|企业名称|公司名|名称|叫做|叫|注册了|:|：)/u;

function nameIn(text: string): string | null {
  const hit = NAME.exec(fold(text));
  if (!hit) return null;
  const written = text.slice(hit.index, hit.index + hit[0].length);
  const lead = BEFORE_NAME.exec(written)?.[0].length ?? 0;
  const name = written.slice(lead);
  return name.length > 4 ? name : null;
}

const SOLE_TRADER = /(?<!不是|非)个体(?:工商)?户|个体经营|个体工商/;
const COMPANY = /有限责任公司|有限公司|股份公司|合伙企业|个人独资/;

function formIn(text: string): Form | null {
  if (SOLE_TRADER.test(text)) return 'sole-trader';
  return COMPANY.test(text) ? 'company' : null;
}

const DOES =
  /(?:主要|专门|一直)?(?:做|搞|开(?!发|会|工(?!厂|作室|程)|始|票|通|放|展|支|销|具|关|除)|干|经营|从事|生产|卖|跑|写|主营|加工|种|养|批发|销售|修|运营)|行业|是.{0,12}(?:公司|企业|厂|店|馆|的)$/;
/** In passing the doing stands near who does it: 「我们厂门口的路灯坏了没人修」 tells no industry. */
const STATES = new RegExp(`^.{0,8}?(?:${DOES.source})`);
const BEFORE_BUSINESS = /^.*?(?:我们|我司|我公司|本公司|咱们?|我)?(?:公司|厂|店)?(?:就是|是|主要)?/;
const LONGEST_BUSINESS = 30;

/** The words without titles: 「制造业单项冠军」 tells no industry by itself. */
const untitled = (text: string): string =>
  titlesIn(text, { municipality: false }).reduce((rest, { words }) => rest.replace(words, ''), text);

function industryFacts(
  parts: readonly string[],
  { tools: { industries }, needsCue }: { readonly tools: ReaderTools; readonly needsCue: boolean },
): Facts {
  for (const part of parts) {
    const words = untitled(part);
    const industry = DOES.test(words) && (!needsCue || STATES.test(words)) ? industries.read(words) : null;
    if (industry)
      return {
        industry: industry.code,
        business: words.replace(BEFORE_BUSINESS, '').slice(0, LONGEST_BUSINESS) || words,
      };
  }
  return {};
}

export const partsOfText = (text: string): readonly string[] =>
  text.split(/[,，。;；!！?？、\n]/).filter((part) => part !== '');

/** Facts that a text states when all of it is about the speaker's enterprise, and whether a title's level is open. */
export function factsIn(
  { text, on }: Said,
  { tools, needsCue }: { readonly tools: ReaderTools; readonly needsCue: boolean },
): { readonly facts: Facts; readonly titles: OwnTitles } {
  const code = readCreditCode(text);
  const known = code.ok && code.value ? code.value : null;
  const short = squeezed(text);
  const { year } = partsOf(on);
  const place = placeIn(
    needsCue
      ? partsOfText(short)
          .filter((part) => !ELSEWHERE.test(part))
          .join('，')
      : short,
    tools,
  );
  const titles = ownTitles(short, { year, municipality: isMunicipality((place ?? tools.home).city) });
  const name = nameIn(text);
  const form = (known ? formOf(known.code) : null) ?? formIn(short);
  const staff = headsIn(short);
  const founded = foundedIn(short, year);
  const facts: Facts = {
    ...(name === null ? {} : { name }),
    ...(known ? { creditCode: known.code } : {}),
    ...(place ? { place } : {}),
    ...industryFacts(partsOfText(short), { tools, needsCue }),
    ...(form ? { form } : {}),
    ...(staff ? { staff: staff.value } : {}),
    ...moneyFacts(known ? short.replace(known.written.replace(/\s/g, ''), '') : short, { needsCue }),
    ...(founded === null ? {} : { founded }),
    ...(titles.holdings.length > 0 ? { holdings: titles.holdings } : {}),
  };
  return { facts, titles };
}

/** What an ordinary message states in passing about the speaker's own enterprise; empty where it states nothing. */
export function collectInPassing({ text, on }: Said, tools: ReaderTools): Facts {
  const stated = ownStatements(text.slice(0, LONGEST));
  return stated.length === 0 ? {} : factsIn({ text: stated.join('，'), on }, { tools, needsCue: true }).facts;
}
