import { isQqNumber } from './accounts.ts';
import { type Digits, entry } from './digits.ts';
import { Gap } from './gaps.ts';
import { isLocalNumber } from './landlines.ts';
import { type Match, toFindings } from './number-findings.ts';
import { type NumberRule, RULES } from './number-rules.ts';
import {
  beginsAlone,
  beginsGroup,
  createWindow,
  isBeforeWord,
  isBehindName,
  type Page,
  type Window,
} from './number-window.ts';
import { isCounted } from './surroundings.ts';
import type { Finding, SecretKind } from './types.ts';

const LONGEST = 32;
/** A number in more groups than that must stand alone or be labelled. */
const MANY_GROUPS = 6;
const USUAL_GROUPS = 4;
const REACH = { back: 24, ahead: 0 };
const NUMBER_LABELS = ['phone', 'identity', 'bank', 'qq', 'wechat', 'travel'] as const;

const mayHaveMany = (page: Page, first: number): boolean =>
  beginsAlone(page, first) || isLabelled(page, entry(page.digits.from, first));

const isLabelled = ({ labels }: Page, at: number): boolean =>
  NUMBER_LABELS.some((kind) => labels.near(kind, at, REACH));

/** Every secret that is a number, from left to right, none overlapping. Linear: a window has 32 digits at most. */
export function findNumbers(page: Page): readonly Finding[] {
  const findings: Finding[] = [];
  const { digits } = page;
  let behind = -1;
  for (let first = 0; first < digits.count; ) {
    const run = endOfRun(digits, first) - first;
    if (run > LONGEST && (first === 0 || entry(digits.gap, first) > Gap.tight)) {
      first += run;
      continue;
    }
    const follows = first === behind && entry(digits.gap, first) <= Gap.noise;
    const kind = follows ? findings.at(-1)?.kind : undefined;
    const match =
      beginsGroup(digits, first) || isBehindName(page, first)
        ? (secondNumber(page, first, kind) ?? bestFrom(page, first))
        : null;
    if (match === null) {
      first += 1;
      continue;
    }
    findings.push(...toFindings(page, match));
    first = match.window.last + 1;
    behind = first;
  }
  return findings;
}

/** 「027-85000000/85000001」, 「QQ：123456789、234567890」: a further number right behind one that was labelled. */
function secondNumber(page: Page, first: number, kind: SecretKind | undefined): Match | null {
  const shape = kind === undefined ? undefined : SECONDS[kind];
  if (shape === undefined) return null;
  const last = endOfGroups(page.digits, first) - 1;
  const window = createWindow(page, { first, last, widest: Gap.light });
  if (!shape.pattern.test(window.number) || isCounted(page, window)) return null;
  return { rule: RULES.findIndex(({ holds }) => holds === shape.like), window };
}

const SECONDS: Partial<Record<SecretKind, { readonly pattern: RegExp; readonly like: NumberRule['holds'] }>> =
  {
    landline: { pattern: /^[2-8]\d{6,7}$/, like: isLocalNumber },
    qq: { pattern: /^[1-9]\d{6,9}$/, like: isQqNumber },
  };

/** Behind the digits that follow with light signs between. */
function endOfGroups({ count, gap }: Digits, first: number): number {
  let end = first + 1;
  while (end < count && end - first < LONGEST && entry(gap, end) <= Gap.light) end += 1;
  return end;
}

/** Behind the digits that follow without a gap; digits in hundreds are no number of anybody, and are passed over. */
function endOfRun({ count, gap }: Digits, first: number): number {
  if (first > 0 && gap[first] === Gap.tight) return first;
  let end = first + 1;
  while (end < count && gap[end] === Gap.tight) end += 1;
  return end;
}

function bestFrom(page: Page, first: number): Match | null {
  const { digits } = page;
  let best = null as Match | null;
  let widest: number = Gap.tight;
  let groups = 1;
  for (let last = first; last < digits.count && last - first < LONGEST; last += 1) {
    if (last > first) {
      const gap = entry(digits.gap, last);
      if (gap >= Gap.apart) break;
      widest = Math.max(widest, gap);
    }
    if (last > first && entry(digits.gap, last) > Gap.tight) groups += 1;
    if (groups === MANY_GROUPS && !mayHaveMany(page, first)) break;
    if (last - first < 4 || !(endsGroup(digits, last) || isBeforeWord(page, last))) continue;
    if (isLeftOver(digits, { first, last, groups })) continue;
    best = matchRule(page, { first, last, widest, most: best?.rule ?? RULES.length - 1 }) ?? best;
  }
  return best;
}

const endsGroup = (digits: Digits, last: number): boolean =>
  last + 1 >= digits.count || beginsGroup(digits, last + 1);

/** What a mask left visible beside its stars is no number of its own. */
const isLeftOver = (
  { gap }: Digits,
  { first, last, groups }: { readonly first: number; readonly last: number; readonly groups: number },
): boolean =>
  (last - first < 4 || groups > USUAL_GROUPS) && (gap[first] === Gap.stars || gap[last + 1] === Gap.stars);

/** The first of the rules up to `most` that holds. */
function matchRule(
  page: Page,
  range: { first: number; last: number; widest: number; most: number },
): Match | null {
  const length = range.last - range.first + 1;
  let window: Window | null = null;
  for (let at = 0; at <= range.most; at += 1) {
    const rule = RULES[at] as NumberRule;
    if (length < rule.least || length > rule.most || !rule.begins(page, range.first)) continue;
    window ??= createWindow(page, range);
    if (rule.holds(page, window)) return { rule: at, window };
  }
  return null;
}
