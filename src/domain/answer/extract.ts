import { sentences } from '../document/sentences.ts';
import { isUnstated } from './basis.ts';
import { writtenAs } from './written-date.ts';
import type { AskedFact, Entry, Extract, ExtractFact, Quote } from './types.ts';

/** Weight of the question's pieces, as the answer room asks the index for them. */
export interface Needles {
  /** Piece of the folded question (or of a synonym) → weight; longer and rarer pieces weigh more. */
  readonly weights: ReadonlyMap<string, number>;
  /** Toneless pinyin of such pieces: finds homophone typos. */
  readonly sounds: ReadonlyMap<string, number>;
  /** The question itself, folded. */
  readonly asked: string;
  readonly fold: (text: string) => string;
  readonly sound: (text: string) => string;
}

/** Longest quote in characters. */
export const MAX_QUOTE = 150;

const SIGNS: Partial<Record<AskedFact, RegExp>> = {
  amount: /\d[\d.,]*\s*(?:万|亿|千|百)?元|\d[\d.]*\s*[%％]|1[∶:：]1|补贴|奖励|补助|支持/,
  count:
    /\d[\d.,]*\s*(?:余|多)?\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:家|户|个|场|名|人|项|件|期|次|亿|元|条|支|种|类|所|座|%|％|平)/,
  deadline: /\d{4}\s*年|年内|年底|每[年月季周]|月底|\d+\s*月|截止|期限|五年|“[一二三四]+五”/,
  validity: /有效期|施行|废止/,
  published: /\d{4}\s*年\s*\d+\s*月\s*\d+\s*日/,
  conditions: /符合|条件|要求|应当|须/,
  definition: /是|指|即|称|打造|形成|实现|推动/,
};

/** The clause's text without the bracket that names its units: they stand on their own line of the reply. */
export function withoutUnitMark(text: string): string {
  const cut = text.search(/[(（〔]\s*(?:责任|牵头|配合|主办|协办)(?:单位|部门)/);
  return cut > 0 ? text.slice(0, cut).trimEnd() : text;
}

/** The number stands in the source line: 「——《…》二、(一)3」. */
const withoutNumber = (text: string): string =>
  text.replace(
    /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,3}[.．、](?!\d))\s*/,
    '',
  );

function weightOf(sentence: string, needles: Needles): number {
  const folded = needles.fold(sentence).replace(/\s+/g, '');
  let total = 0;
  for (const [piece, weight] of needles.weights) if (folded.includes(piece)) total += weight;
  if (needles.sounds.size > 0) {
    const sound = needles.sound(folded);
    for (const [piece, weight] of needles.sounds) if (sound.includes(piece)) total += weight;
  }
  return total;
}

function signBonus(sentence: string, asks: readonly AskedFact[], top: number): number {
  const sign = asks.map((ask) => SIGNS[ask]).find((pattern) => pattern !== undefined);
  return sign?.test(sentence) ? 0.35 * top + 0.01 : 0;
}

/** Cuts a long sentence at its commas and keeps the parts around the best one, at most `limit` characters. */
function partOf(sentence: string, score: (text: string) => number, limit: number): string {
  const parts = sentence.split(/(?<=[,，;；、])/).filter((part) => part !== '');
  const scores = parts.map(score);
  const best = scores.indexOf(Math.max(...scores));
  const window = grow(parts, scores, { at: best, limit });
  return parts
    .slice(window.from, window.to + 1)
    .join('')
    .replace(/[,，;；、]$/, '')
    .slice(0, limit);
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Takes in neighbours of a part, the better one first, as long as all fit. */
function grow(
  parts: readonly string[],
  scores: readonly number[],
  { at, limit }: { at: number; limit: number },
): Window {
  let from = at;
  let to = at;
  let length = (parts[at] as string).length;
  for (;;) {
    const before = from > 0 ? (parts[from - 1] as string).length : Infinity;
    const after = to + 1 < parts.length ? (parts[to + 1] as string).length : Infinity;
    const fitsBefore = length + before <= limit;
    const fitsAfter = length + after <= limit;
    if (!fitsBefore && !fitsAfter) return { from, to };
    const takeBefore =
      fitsBefore && (!fitsAfter || (scores[from - 1] as number) > (scores[to + 1] as number));
    if (takeBefore) {
      from -= 1;
      length += before;
    } else {
      to += 1;
      length += after;
    }
  }
}

/** The sentences of a clause that say most about the question, as they stand, at most `limit` characters. */
export function quoteFrom(
  text: string,
  { needles, asks, limit = MAX_QUOTE }: { needles: Needles; asks: readonly AskedFact[]; limit?: number },
): Quote {
  const whole = withoutNumber(withoutUnitMark(text)).trim();
  if (whole.length <= limit) return { quote: whole, leavesBefore: false, leavesAfter: false };
  const parts = sentences(whole);
  const raw = parts.map((part) => weightOf(part, needles));
  const top = Math.max(...raw, 0);
  const scores = parts.map((part, at) => (raw[at] as number) + signBonus(part, asks, top));
  const best = scores.indexOf(Math.max(...scores));
  const sentence = parts[best] as string;
  if (sentence.length > limit) {
    const scored = (part: string): number => weightOf(part, needles) + signBonus(part, asks, top);
    const quote = partOf(sentence, scored, limit);
    const leavesBefore = !whole.startsWith(quote);
    // The same words may stand at both ends: one of them is left out.
    return { quote, leavesBefore, leavesAfter: !leavesBefore || !whole.endsWith(quote) };
  }
  const { from, to } = grow(parts, scores, { at: best, limit });
  return {
    quote: parts
      .slice(from, to + 1)
      .join('')
      .trim(),
    leavesBefore: from > 0,
    leavesAfter: to + 1 < parts.length,
  };
}

const yuan = (amount: number): string =>
  amount >= 1e8 && amount % 1e6 === 0
    ? `${amount / 1e8}亿元`
    : amount >= 1e4
      ? `${amount / 1e4}万元`
      : `${amount}元`;

/** The tiers of a clause's benefits with the amounts as they stand in it; those that the question names, else all. */
function amountFact(entry: Entry, needles: Needles): ExtractFact | null {
  const text = entry.clause.text.replace(/\s+/g, '');
  const tiers = entry.clause.benefits.flatMap((benefit) => {
    const amount = benefit.amountYuan === null ? null : yuan(benefit.amountYuan);
    return amount !== null && text.includes(amount)
      ? [{ who: benefit.who, amount, weight: weightOf(benefit.who, needles) }]
      : [];
  });
  if (tiers.length === 0) return null;
  const named = tiers.filter(({ who }) => namesTier(who, needles.asked));
  const top = Math.max(...tiers.map(({ weight }) => weight));
  const near = top > 0 ? tiers.filter(({ weight }) => weight >= top * 0.6) : tiers;
  const meant = named.length > 0 ? named : near;
  return { kind: 'amounts', tiers: meant.slice(0, 5).map(({ who, amount }) => ({ who, amount })) };
}

/** Steps of one ladder; a question that names one wants that one. */
const TIERS = /国家级?|省级?|市级|区级|一等|二等|三等|优秀奖|特等|国际|行业|地方|团体/g;

const namesTier = (who: string, asked: string): boolean => {
  const wanted = asked.match(TIERS) ?? [];
  return wanted.some((tier) => who.includes(tier.replace(/级$/, '')));
};

/** 「截止」 is asked of a clause that names no day: better said than left to guess. */
const ASKS_LIMIT = /截止|来得及|赶得上|还能报|最晚|最迟|到期/;
const SPEAKS_OF_MONEY =
  /\d\s*[万亿千百]?元|[%％]|奖|补贴|补助|资助|贴息|优惠|减免|返还|补偿|降费|资金|基金|融资|贷款|授信|租金/;
const SPEAKS_OF_TIME = /\d{4}\s*年|\d\s*月|年内|年底|每[年月季周]|常年|随时|截止|之日起/;

function factOf(entry: Entry, asks: readonly AskedFact[], needles: Needles): ExtractFact | null {
  const { policy } = entry;
  const { text } = entry.clause;
  for (const ask of asks) {
    if (ask === 'amount' || ask === 'benefit') {
      const amounts = amountFact(entry, needles);
      return (
        amounts ?? (SPEAKS_OF_MONEY.test(entry.clause.text) ? null : { kind: 'unstated', what: 'benefit' })
      );
    }
    if (ask === 'units' && entry.units.length > 0) return { kind: 'units' };
    if (ask === 'deadline') {
      const due = entry.clause.deadlines.find(
        ({ kind, on, implied }) =>
          kind === 'application' && on !== null && !implied && writtenAs(on).test(text),
      );
      if (due?.on) return { kind: 'due', on: due.on };
    }
    if (ask === 'deadline' && ASKS_LIMIT.test(needles.asked) && !SPEAKS_OF_TIME.test(entry.clause.text)) {
      return { kind: 'unstated', what: 'deadline' };
    }
    if ((ask === 'how-to' || ask === 'conditions') && isUnstated(ask, entry.clause.text)) {
      return { kind: 'unstated', what: ask };
    }
    if (ask === 'validity' && policy.validUntil !== null) return { kind: 'validity' };
    if (ask === 'issuer' && policy.issuingAuthority !== null && text.includes(policy.issuingAuthority)) {
      return { kind: 'issuer', name: policy.issuingAuthority };
    }
    if (ask === 'published') {
      const on = [policy.signedOn, policy.publishedOn].find(
        (day) => day !== null && writtenAs(day).test(text),
      );
      if (on) return { kind: 'published', on, signed: on === policy.signedOn };
    }
    if (ask === 'document-number' && policy.documentNumber !== null && text.includes(policy.documentNumber)) {
      return { kind: 'document-number', number: policy.documentNumber };
    }
  }
  return null;
}

/** What the reply says about one clause. */
export function extractFrom(
  entry: Entry,
  { asks, needles, limit }: { asks: readonly AskedFact[]; needles: Needles; limit?: number },
): Extract {
  const quote = quoteFrom(entry.clause.text, { needles, asks, ...(limit ? { limit } : {}) });
  return { entry, fact: factOf(entry, asks, needles), ...quote };
}
