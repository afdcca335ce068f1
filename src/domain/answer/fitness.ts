import { pairsOf } from '../hanzi/pairs.ts';
import type { AskedFact, Entry, Question } from './types.ts';

const has = (asks: readonly AskedFact[], ...wanted: readonly AskedFact[]): boolean =>
  wanted.some((fact) => asks.includes(fact));

const OF_ANY_RECEIVER = /企业|单位|公司|项目/g;

const MONEY = /\d\s*(?:万|亿|千|百)?元|\d\s*[%％]/;
/** 「予以补贴」 promises something, though no sum. */
const GRANT = /(?:给予|予以|落实)[^,，。;；]{0,14}(?:补贴|补助|奖励|资助|贴息|补偿|支持)|奖补|奖励政策|优惠/;
const NUMBER =
  /\d[\d.,]*\s*(?:余|多)?\s*(?:万|亿)?\s*(?:家|户|个|场|名|人|项|件|期|次|亿|元|条|支|种|%|％|平)/;
const DATE = /年底|年内|每[年月季周]|\d{4}\s*年|\d+\s*月|“[一二三四]+五”|截止|期限/;

/** 0–1: how much of the name of whoever gets one of the sums a question says; 0 where nobody is named. */
export function receiverShare(benefits: readonly { readonly who: string }[], asked: string): number {
  const shares = benefits.map(({ who }) => {
    const pairs = pairsOf(who.replace(OF_ANY_RECEIVER, ' '));
    return pairs.length === 0 ? 0 : pairs.filter((pair) => asked.includes(pair)).length / pairs.length;
  });
  return Math.max(0, ...shares);
}

/** A benefit speaks for the clause, the more so where the question names who gets it. */
function amountFitness({ benefits, text }: Entry['clause'], { text: asked, asks }: Question): number {
  const wantsSum = has(asks, 'amount');
  if (benefits.length === 0) {
    if (MONEY.test(text)) return 1.02;
    return GRANT.test(text) ? (wantsSum ? 0.98 : 1.02) : 0.94;
  }
  // Whether there is anything at all may be answered by a clause without sums.
  const base = wantsSum ? 1.1 : 1.04;
  return base + (1.5 - base) * receiverShare(benefits, asked);
}

const MEASURE = /(?:多少|几多|好多|几)(家|户|个|场|名|人|项|件|期|次|倍|条|支|种|类|所|座|届|笔|批)/;

const SAME_MEASURE = 1.1;
/** What a number of a clause gains that stands right beside everything asked about. */
const BESIDE_NUMBER = 0.4;
const BESIDE_OTHER = 0.12;

/** 「多少户」 is answered by a number of 户, best beside what is asked about: 「新设研发机构500家」. */
function countFitness(text: string, { text: asked, subject }: Question): number {
  const measure = MEASURE.exec(asked)?.[1];
  const counts = measure === undefined ? null : new RegExp(`\\d(?:余|多)?[万亿千百]?(?:余|多)?${measure}`);
  const bare = text.replace(/\s+/g, '');
  const isSame = counts?.test(bare) ?? false;
  const number = isSame && counts ? counts : NUMBER;
  const pairs = pairsOf(subject.replace(/\s+/g, ''));
  const shares = bare
    .split(/[,，;；。、:：]/)
    .filter((part) => number.test(part))
    .map((part) => pairs.filter((pair) => part.includes(pair)).length / Math.max(1, pairs.length));
  if (shares.length === 0) return 0.95;
  const share = Math.max(...shares);
  return isSame ? SAME_MEASURE + BESIDE_NUMBER * share : 1 + BESIDE_OTHER * share;
}

const WRITTEN = /\d[\d.]*[万亿千百]?(?:家|户|个|场|名|人|项|件|元|期|%|平)/g;
const SAME_NUMBER = 1.25;

/** 「高企突破2.6万家是哪年」: a number that the question brings along stands in the clause that is meant. */
function isOfNumber(text: string, asked: string): boolean {
  const numbers = asked.replace(/\s+/g, '').match(WRITTEN) ?? [];
  const bare = text.replace(/\s+/g, '');
  return numbers.some((number) => new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}`).test(bare));
}

/** Chapters that look back or around: what is done for whom stands elsewhere. */
export const BACKGROUND = /回顾|形势|背景|现状|机遇|挑战|成效|指导思想|基本原则/;
const OF_BACKGROUND: readonly AskedFact[] = [
  'count',
  'rate',
  'amount',
  'published',
  'deadline',
  'definition',
];

/** 「为扎实推进…，根据…，现就有关事项通知如下：」 names everything and says nothing. */
const PREAMBLE =
  /现[就将把][^。]{2,80}(?:如下|印发)|(?:通知|公告|明确|规定)如下[:：。]?$|特?制[定订]本(?:办法|细则|措施|指南|规定)[。;；]?$/;
const OF_PREAMBLE: readonly AskedFact[] = ['published', 'issuer', 'document-number', 'definition'];

/** Whether a clause only leads to what its document says. */
export const isPreamble = ({ clause }: Entry, { asks }: Question): boolean =>
  PREAMBLE.test(clause.text.trim()) && !has(asks, ...OF_PREAMBLE);

/** How much the clause's own shape speaks for it, given what is asked; 1 where it says nothing. */
export function fitness({ clause, policy, units }: Entry, question: Question): number {
  let factor = 1;
  const { asks, years } = question;
  if (has(asks, 'amount', 'benefit')) factor *= amountFitness(clause, question);
  else if (has(asks, 'count')) factor *= countFitness(clause.text, question);
  if (clause.path.some((heading) => BACKGROUND.test(heading)) && !has(asks, ...OF_BACKGROUND)) factor *= 0.85;
  if (isOfNumber(clause.text, question.text)) factor *= SAME_NUMBER;
  if (has(asks, 'units')) factor *= units.length > 0 ? 1.08 : 0.9;
  if (has(asks, 'deadline') && DATE.test(clause.text)) factor *= 1.05;
  if (clause.part !== 'body')
    factor *= has(asks, 'validity', 'issuer', 'published', 'document-number') ? 1.05 : 0.8;
  if (years.length > 0 && policy.planYears) {
    const { from, to } = policy.planYears;
    factor *= years.some((year) => year >= from && year <= to) ? 1.05 : 0.9;
  }
  return factor;
}
