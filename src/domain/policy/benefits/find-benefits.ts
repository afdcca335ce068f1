import { asWritten, plain, sentencesOf, type Plain, type Sentence } from '../plain.ts';
import type { Benefit } from '../types.ts';
import { isBenefit, isBenefitRate, type MoneyContext } from './cues.ts';
import { ratesIn, seriesIn, type Rate, type Series } from './money.ts';
import { receivers } from './tiers.ts';
import { commaParts, completed, spokenOf, subjectBefore, type Subject } from './who.ts';

const BEFORE = 260;
const AFTER = 60;
const NEAR = 18;

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly of: Plain;
  readonly heading: string;
  readonly sentence: Sentence;
}

function contextOf({ of, heading, sentence }: Reading, place: Place): MoneyContext {
  const before = of.text.slice(Math.max(sentence.start, place.start - BEFORE), place.start);
  const after = of.text.slice(place.end, Math.min(sentence.end, place.end + AFTER));
  return {
    before,
    segment: commaParts(before).at(-1) as string,
    after,
    sum: of.text.slice(place.start, place.end),
    heading,
  };
}

const CAP_BEFORE = /(?:最高|不超过|不高于|不得超过|上限|封顶|最多|限额|至多)(?:[^,\d]{0,10})$/;
const CAP_BEHIND = /^(?:\/[\u4e00-\u9fa5]+)?(?:以内|封顶|为上限|为限|上限)/;

const CAP_COLUMN = /(?:上限|封顶|最高限额)$/;

const isCap = (context: MoneyContext): boolean =>
  CAP_BEFORE.test(context.segment.slice(-NEAR)) ||
  CAP_BEHIND.test(context.after) ||
  (context.segment === '' && CAP_COLUMN.test(context.heading));

const UNIT_OF_PRICE =
  '个|名|家庭|家|位|套|台|辆|件|项|户|人|亩|间|吨|度|千瓦时|千瓦|平方米|平米|公里|年度|年|月|天|日|生|学年|学期|次|场|岗位|企业|单位|项目|床位|床|公斤|千克|股|班|标箱|箱|柜|万人次|万人|一万人|百人|亿元|千万元|百万元|万元|满|新增|增加|引进|培养|吸纳|招用|孵化|企|产品|品牌|标准|专利|平台|基地|机构|人次|课时|只|头|羽|株|米|工位|车次|航班|列|展位|展会|证书|门店|商户|摊位|标准箱|标准煤|创业者|毕业生|职工|学员';
const PRICE_BEFORE = new RegExp(
  `(每(?:(?:(?:招用|吸纳|引进|培养|新增|增加|满)一?)?\\d{0,4}(?:${UNIT_OF_PRICE})){1,4}(?:每(?:${UNIT_OF_PRICE}))?)[^,;。每]{0,12}$`,
);
const PRICE_BEHIND = new RegExp(`^(?:/|每|[(]每)((?:${UNIT_OF_PRICE})(?:(?:[·./]|每)(?:${UNIT_OF_PRICE}))?)`);

function priceUnit(context: MoneyContext): string | null {
  const behind = PRICE_BEHIND.exec(context.after)?.[1];
  if (behind) return `每${behind.replace(/[·./]/g, '每').replace('每每', '每')}`;
  return PRICE_BEFORE.exec(context.segment.slice(-26))?.[1] ?? null;
}

/** A schedule of a total that stands before: its members add up to the total. */
function isSchedule(series: readonly Series[], index: number): boolean {
  const parts = series[index] as Series;
  const total = series[index - 1];
  if (!total || total.sums.length !== 1 || parts.sums.length < 2) return false;
  return parts.sums.reduce((sum, part) => sum + part.yuan, 0) === total.sums[0]?.yuan;
}

const lastHeading = (heading: string): string =>
  heading
    .split('\n')
    .filter((line) => line !== '')
    .at(-1) ?? '';

/** The subject, or the heading above where the sentence names none. */
const orHeading = (who: string, reading: Reading): string =>
  who === '' ? lastHeading(reading.heading) : who;

interface Found {
  readonly place: Place;
  readonly benefits: readonly Benefit[];
}

function fromSeries(
  reading: Reading,
  series: Series,
  earlier: Subject | null,
): { readonly found: Found; readonly subject: Subject } | null {
  const context = contextOf(reading, series);
  if (!isBenefit(context)) return null;
  const subject = subjectBefore(context.before, earlier);
  const count = series.sums.length;
  const who = count === 1 ? [spokenOf(subject)] : receivers(subject.who, count);
  const shared = {
    atMost: isCap(context),
    rate: null,
    per: priceUnit(context),
    snippet: asWritten(reading.of, reading.sentence),
  };
  const benefits = series.sums.map(
    (sum, index): Benefit => ({
      ...shared,
      who: orHeading(who[index] as string, reading),
      amountYuan: sum.yuan,
    }),
  );
  return { found: { place: series, benefits }, subject };
}

function fromRate(reading: Reading, rate: Rate): Found | null {
  const context = contextOf(reading, rate);
  const around = `${context.segment.slice(-NEAR)}${context.after.slice(0, NEAR)}`;
  const holds = rate.matching
    ? /配套|匹配/.test(around) && !/权重|分担|共担/.test(around)
    : isBenefitRate(context);
  if (!holds) return null;
  const benefit: Benefit = {
    who: orHeading(subjectBefore(context.before, null).who, reading),
    amountYuan: null,
    atMost: isCap(context),
    rate: rate.rate,
    per: null,
    snippet: asWritten(reading.of, reading.sentence),
  };
  return { place: rate, benefits: [benefit] };
}

/** 「按投资额的12%给予最高800万元补贴」: a rate and the cap behind it are one benefit. */
function capRates(found: readonly Found[]): readonly Found[] {
  return found.flatMap((one, index) => {
    const next = found[index + 1];
    const before = found[index - 1];
    const rate = one.benefits[0];
    if (rate && isBare(rate) && next && isLoneCap(next)) return [];
    const earlier = before?.benefits[0];
    if (earlier && isBare(earlier) && isLoneCap(one)) {
      return [
        { ...one, benefits: one.benefits.map((cap) => ({ ...cap, who: earlier.who, rate: earlier.rate })) },
      ];
    }
    return [one];
  });
}

const isBare = (benefit: Benefit): boolean =>
  benefit.rate !== null && benefit.amountYuan === null && benefit.rate !== 1;
const isLoneCap = (found: Found): boolean =>
  found.benefits.length === 1 && found.benefits[0]?.amountYuan !== null && found.benefits[0]?.atMost === true;

function inSentence(reading: Reading, series: readonly Series[], rates: readonly Rate[]): readonly Benefit[] {
  const found: Found[] = rates.flatMap((rate) => fromRate(reading, rate) ?? []);
  let subject: Subject | null = null;
  series.forEach((one, index) => {
    if (isSchedule(series, index)) return;
    const read = fromSeries(reading, one, subject);
    if (!read) return;
    subject = read.subject;
    found.push(read.found);
  });
  const ordered = found.toSorted((one, other) => one.place.start - other.place.start);
  return capRates(ordered).flatMap((one) => one.benefits);
}

/** Benefits that a text grants, in its order; sums that nobody gets are left out. */
export function findBenefits({
  text,
  heading,
}: {
  readonly text: string;
  readonly heading: string;
}): readonly Benefit[] {
  if (!/[元万%‰:∶：]|[百千]分之/.test(text)) return [];
  const of = plain(text);
  const series = seriesIn(of.text);
  const rates = ratesIn(of.text);
  if (series.length === 0 && rates.length === 0) return [];
  const benefits = sentencesOf(of.text).flatMap((sentence) => {
    const within = <Kind extends Place>(places: readonly Kind[]): readonly Kind[] =>
      places.filter((place) => place.start >= sentence.start && place.end <= sentence.end);
    const [sums, shares] = [within(series), within(rates)];
    return sums.length + shares.length === 0 ? [] : inSentence({ of, heading, sentence }, sums, shares);
  });
  return withWholeNames(benefits);
}

/** 「…达到2000万元以上的,奖励5万元;达到1亿元以上的,奖励20万元」: who says only how much takes the rest from before. */
function withWholeNames(benefits: readonly Benefit[]): readonly Benefit[] {
  const named: Benefit[] = [];
  for (const benefit of benefits) {
    const before = named.at(-1);
    named.push(
      before && before.snippet !== benefit.snippet
        ? { ...benefit, who: completed(benefit.who, before.who) }
        : benefit,
    );
  }
  return named;
}
