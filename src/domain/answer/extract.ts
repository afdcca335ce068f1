import { sentences } from '../document/sentences.ts';
import { withoutNumber } from '../policy/heading.ts';
import { factOf } from './facts.ts';
import type { AskedFact, Entry, Extract, Quote } from './types.ts';
import { type Needles, weightOf } from './weight.ts';

/** Longest quote in characters. */
export const MAX_QUOTE = 150;
const BESIDE_AMOUNTS = 110;

const SIGNS: Partial<Record<AskedFact, RegExp>> = {
  amount: /\d[\d.,]*\s*(?:万|亿|千|百)?元|\d[\d.]*\s*[%％]|1[∶:：]1|补贴|奖励|补助|支持/,
  count:
    /\d[\d.,]*\s*(?:余|多)?\s*(?:万|亿|千|百)?\s*(?:余|多)?\s*(?:家|户|个|场|名|人|项|件|期|次|亿|元|条|支|种|类|所|座|%|％|平)/,
  deadline: /\d{4}\s*年|年内|年底|每[年月季周]|月底|\d+\s*月|截止|期限|五年|“[一二三四]+五”/,
  validity: /有效期|施行|废止/,
  published: /\d{4}\s*年\s*\d+\s*月\s*\d+\s*日/,
  conditions: /符合|条件|要求|应当|须/,
  list: /提供|包括|包含|开展|鼓励/,
  definition: /是|指|即|称|打造|形成|实现|推动/,
};

/** The clause's text without the bracket that names its units: they stand on their own line of the reply. */
export function withoutUnitMark(text: string): string {
  const cut = text.search(/[(（〔]\s*(?:责任|牵头|配合|主办|协办)(?:单位|部门)/);
  return cut > 0 ? text.slice(0, cut).trimEnd() : text;
}

/** The number stands in the source line: 「——《…》二、(一)3」. */
const withoutMark = (text: string): string =>
  LEADING_DASH.test(text) ? text.replace(LEADING_DASH, '') : withoutNumber(text);

const LEADING_DASH = /^\s*[—–-]{1,3}\s*/;

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

interface Sum {
  readonly score: number;
  readonly length: number;
}

/** The neighbourhood of a part that says most within the limit; of equal ones the longest. */
function grow(
  parts: readonly string[],
  scores: readonly number[],
  { at, limit }: { at: number; limit: number },
): Window {
  const plus = (sum: Sum, part: number): Sum => ({
    score: sum.score + (scores[part] as number),
    length: sum.length + (parts[part] as string).length,
  });
  let best = { from: at, to: at, ...plus({ score: 0, length: 0 }, at) };
  let left: Sum = { score: 0, length: 0 };
  for (let from = at; from >= 0 && left.length <= limit; from -= 1) {
    if (from < at) left = plus(left, from);
    let window = left;
    for (let to = at; to < parts.length && window.length <= limit; to += 1) {
      window = plus(window, to);
      const isMore =
        window.score > best.score || (window.score === best.score && window.length > best.length);
      if (isMore && window.length <= limit) best = { from, to, ...window };
    }
  }
  return best;
}

/** The sentences of a clause that say most about the question, as they stand, at most `limit` characters. */
export function quoteFrom(
  text: string,
  { needles, asks, limit = MAX_QUOTE }: { needles: Needles; asks: readonly AskedFact[]; limit?: number },
): Quote {
  const whole = withoutMark(withoutUnitMark(text)).trim();
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

/** What the reply says about one clause. */
export function extractFrom(
  entry: Entry,
  { asks, needles, limit }: { asks: readonly AskedFact[]; needles: Needles; limit?: number },
): Extract {
  const fact = factOf(entry, asks, needles);
  // Sums that are told first leave less room for the sentence they stand in.
  const most = Math.min(limit ?? MAX_QUOTE, fact?.kind === 'amounts' ? BESIDE_AMOUNTS : MAX_QUOTE);
  return { entry, fact, ...quoteFrom(entry.clause.text, { needles, asks, limit: most }) };
}
