import { isBankAccount, isIdCard, isQqNumber, isTravelNumber, isWechatNumber } from './accounts.ts';
import { Gap } from './gaps.ts';
import { beginsGroup, createWindow, type Page, type Window } from './number-window.ts';
import {
  findMobile,
  isFirmNumber,
  isForeignNumber,
  isLandline,
  isLocalNumber,
  isPairOfMobiles,
} from './phones.ts';
import type { Digits } from './read-digits.ts';
import type { Cell, Finding, SecretKind } from './types.ts';

interface NumberRule {
  readonly kind: SecretKind;
  readonly least: number;
  readonly most: number;
  readonly holds: (page: Page, window: Window) => boolean;
}

/** The first rule that holds gives the kind; of windows that begin in one place the earlier rule, then the longer wins. */
const RULES: readonly NumberRule[] = [
  { kind: 'identity-card', least: 15, most: 18, holds: isIdCard },
  { kind: 'mobile', least: 11, most: 16, holds: (page, window) => findMobile(page, window) !== null },
  { kind: 'mobile', least: 22, most: 22, holds: isPairOfMobiles },
  { kind: 'landline', least: 10, most: 20, holds: isLandline },
  { kind: 'landline', least: 10, most: 14, holds: isFirmNumber },
  { kind: 'bank-account', least: 9, most: 32, holds: isBankAccount },
  { kind: 'landline', least: 10, most: 15, holds: isForeignNumber },
  { kind: 'landline', least: 7, most: 8, holds: isLocalNumber },
  { kind: 'qq', least: 5, most: 12, holds: isQqNumber },
  { kind: 'travel-document', least: 7, most: 10, holds: isTravelNumber },
  { kind: 'wechat', least: 5, most: 12, holds: isWechatNumber },
];

const LONGEST = 32;

interface Match {
  readonly rule: number;
  readonly window: Window;
}

/** Every secret that is a number, from left to right, none overlapping. Linear: a window has 32 digits at most. */
export function findNumbers(page: Page): readonly Finding[] {
  const findings: Finding[] = [];
  const { digits } = page;
  for (let first = 0; first < digits.count; ) {
    const match = beginsGroup(digits, first) ? bestFrom(page, first) : null;
    if (match === null) {
      first += 1;
      continue;
    }
    findings.push(...toFindings(page, match));
    first = match.window.last + 1;
  }
  return findings;
}

function bestFrom(page: Page, first: number): Match | null {
  const { digits } = page;
  let best: Match | null = null;
  let widest: number = Gap.tight;
  for (let last = first; last < digits.count && last - first < LONGEST; last += 1) {
    if (last > first) {
      const gap = digits.gap[last] ?? Gap.apart;
      if (gap >= Gap.apart) break;
      widest = Math.max(widest, gap);
    }
    if (!endsGroup(digits, last) || last - first < 4) continue;
    if (isLeftOver(digits, first, last)) continue;
    const rule = matchRule(page, { first, last, widest });
    if (rule === null) continue;
    if (best === null || rule.rule <= best.rule) best = rule;
  }
  return best;
}

const endsGroup = (digits: Digits, last: number): boolean =>
  last + 1 >= digits.count || beginsGroup(digits, last + 1);

/** What a mask left visible beside its stars is no number of its own. */
const isLeftOver = ({ gap }: Digits, first: number, last: number): boolean =>
  last - first < 4 && (gap[first] === Gap.stars || gap[last + 1] === Gap.stars);

function matchRule(page: Page, range: { first: number; last: number; widest: number }): Match | null {
  const length = range.last - range.first + 1;
  let window: Window | null = null;
  for (const [at, rule] of RULES.entries()) {
    if (length < rule.least || length > rule.most) continue;
    window ??= createWindow(page, range);
    if (rule.holds(page, window)) return { rule: at, window };
  }
  return null;
}

function toFindings(page: Page, { rule, window }: Match): readonly Finding[] {
  const { kind, holds } = RULES[rule] as NumberRule;
  const cells = cellsOf(page.digits, window);
  if (holds === isPairOfMobiles)
    return [cells.slice(0, 11), cells.slice(11)].map((half) => ({ kind, cells: half }));
  return [{ kind, cells: cells.slice(kind === 'mobile' ? (findMobile(page, window) ?? 0) : 0) }];
}

function cellsOf({ from, to }: Digits, { first, last }: Window): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = first; at <= last; at += 1) cells.push({ from: from[at] ?? 0, to: to[at] ?? 0 });
  return cells;
}
