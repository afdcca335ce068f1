import type { Offer, Verdict } from '../../domain/enterprise/matching-types.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import type { Choice } from '../../ports/message.ts';
import { offerRemark, offerSource } from './enterprise-offers.ts';
import { amountsText } from './enterprise-words.ts';

/** What the digits of a list of offers are about. */
export const OFFERS_TOPIC = '奖补';

/** One line of the list: tiers of one sentence. */
export type Lump = readonly Offer[];

/** A stretch of the list as it is shown. */
export interface OfferPage {
  readonly profile: Profile;
  /** The whole list, best first. */
  readonly all: readonly Lump[];
  /** Place of the first that is shown, from 0. */
  readonly from: number;
  readonly shown: readonly Lump[];
  readonly past: boolean;
  /** How many are left out because they have ended. */
  readonly ended: number;
  /** Nothing is known of the enterprise. */
  readonly isBlank: boolean;
  /** What would decide most; null where nothing is asked. */
  readonly question: string | null;
}

const LONGEST_WHO = 22;
const LONGEST_REMARK = 34;
const cut = (words: string, longest: number): string =>
  words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
const whoOf = ([offer]: Lump): string => cut(offer?.who ?? '', LONGEST_WHO);

const COUNTS: readonly (readonly [Verdict, string])[] = [
  ['fits', '符合'],
  ['check', '需核对'],
  ['one-step', '差一步'],
];

const countsOf = (all: readonly Lump[]): string =>
  COUNTS.flatMap(([verdict, word]) => {
    const count = all.filter(([offer]) => offer?.verdict === verdict).length;
    return count === 0 ? [] : [`${word}${count}项`];
  }).join('，');

const ENDED = new Set(['expired', 'over']);

function lineOf(lump: Lump, key: number, profile: Profile): string {
  const offer = lump[0] as Offer;
  const marks = `${offer.automatic ? '【免申即享】' : ''}${ENDED.has(offer.status) ? '【已过期】' : ''}`;
  const tiers = lump.length > 1 ? `等${lump.length}档` : '';
  return `${key} ${whoOf(lump)}：${marks}${amountsText(offer)}${tiers}（${cut(offerRemark(offer, profile), LONGEST_REMARK)}）`;
}

const MORE = '更多';
const suffix = (past: boolean): string => (past ? ' 包括过期的' : '');

/** The digits of the page: each line's evidence, and what comes behind. */
export function offerChoices({ all, from, shown, past }: OfferPage): readonly Choice[] {
  const picks = shown.map((lump, at) => ({
    key: String(at + 1),
    label: whoOf(lump),
    says: `看第${from + at + 1}项${suffix(past)}`,
  }));
  const page = Math.floor(from / Math.max(1, shown.length)) + 2;
  const more = { key: String(shown.length + 1), label: MORE, says: `更多政策 ${page}${suffix(past)}` };
  return from + shown.length < all.length ? [...picks, more] : picks;
}

function headOf({ all, from, isBlank }: OfferPage): string {
  const basis = isBlank ? '还不知道您企业的情况，先按本市企业看' : '按您的资料';
  const place = from === 0 ? '' : `（从第${from + 1}项起）`;
  return `${basis}：${countsOf(all)}${place}`;
}

const endedHint = ({ past, ended }: OfferPage): string =>
  past || ended === 0 ? '' : `另有${ended}项已过期，想看发“包括过期的”。`;

/** 「我能享受什么政策」 in at most eight lines. */
export function offerPage(page: OfferPage): string {
  const { all, from, shown, profile, question } = page;
  if (all.length === 0) {
    const nothing = '政策库里现行有效的文件中，没有找到适合您的奖补。';
    return [`${nothing}${endedHint(page)}`, question].filter(Boolean).join('\n');
  }
  const isMore = from + shown.length < all.length;
  const foot = `回数字看依据${isMore ? ` | ${shown.length + 1} ${MORE}` : ''}`;
  const hint = all.length <= shown.length ? endedHint(page) : '';
  return [
    headOf(page),
    ...shown.map((lump, at) => lineOf(lump, at + 1, profile)),
    foot,
    hint,
    question === null ? '' : `再说一项会更准：${question}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const LONGEST_TEXT = 220;

/** One line of the list with its evidence: who gets what, why, where it stands, who is responsible, the clause. */
export function offerDetail(lump: Lump, profile: Profile): string {
  const [offer] = lump as readonly [Offer];
  const { clause } = offer;
  const tiers = lump.map((one) => `${one.who}：${amountsText(one)}`);
  const units = clause.units.map(({ name }) => name).join('、');
  return [
    `${offer.automatic ? '【免申即享】' : ''}${tiers.join('；')}`,
    offerRemark(offer, profile),
    `依据：${offerSource(offer)}`,
    units === '' ? '' : `责任单位：${units}`,
    `原文：${cut(clause.text, LONGEST_TEXT)}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export const noSuchOffer = '没有这一项，发“我能享受什么政策”看最新的。';

/** In a group that is not the enterprise's own: numbers alone. */
export const offerCount = (all: readonly Lump[]): string =>
  all.length === 0 ? '按现有资料没有找到适合的奖补，详情已私信您。' : `找到${countsOf(all)}，详情已私信您。`;
