import { isBankAccount, isIdCard, isQqNumber, isTravelNumber, isWechatNumber } from './accounts.ts';
import { isProvinceCode } from './check-digits.ts';
import { Gap } from './gaps.ts';
import type { LabelKind } from './labels.ts';
import {
  beginsAlone,
  beginsGroup,
  createWindow,
  isCounted,
  type Page,
  type Window,
} from './number-window.ts';
import {
  findMobile,
  isFirmNumber,
  isForeignNumber,
  isLandline,
  isLocalNumber,
  isPairOfMobiles,
  mobileOffset,
} from './phones.ts';
import { type Digits, entry } from './read-digits.ts';
import type { Cell, Finding, SecretKind } from './types.ts';

interface NumberRule {
  readonly kind: SecretKind;
  readonly least: number;
  readonly most: number;
  /** Cheap to ask, before the digits are put together. */
  readonly begins: (page: Page, first: number) => boolean;
  readonly holds: (page: Page, window: Window) => boolean;
}

/** Behind a label, or with the digits of a province or of an issuer of cards. */
const mayBeIdCard = (page: Page, first: number): boolean =>
  isProvinceCode(`${page.digits.value[first]}${page.digits.value[first + 1]}`) ||
  near('identity')(page, first);
const mayBeAccount = (page: Page, first: number): boolean =>
  startsWith(3, 4, 5, 6, 9)(page, first) || near('bank')(page, first);
const isBehindPlus = ({ digits, text }: Page, first: number): boolean =>
  text.slice(Math.max(0, entry(digits.from, first) - 2), digits.from[first]).includes('+');

const startsWith =
  (...values: readonly number[]) =>
  ({ digits }: Page, first: number): boolean =>
    values.includes(entry(digits.value, first));

const AROUND = { back: 24, ahead: 30 };

const near =
  (kind: LabelKind) =>
  ({ digits, labels }: Page, first: number): boolean =>
    labels.near(kind, entry(digits.from, first), AROUND);

/** The first rule that holds gives the kind; of windows that begin in one place the earlier rule, then the longer wins. */
const RULES: readonly NumberRule[] = [
  { kind: 'identity-card', least: 15, most: 18, begins: mayBeIdCard, holds: isIdCard },
  {
    kind: 'mobile',
    least: 11,
    most: 16,
    begins: startsWith(0, 1, 8),
    holds: (page, window) => findMobile(page, window) !== null,
  },
  { kind: 'mobile', least: 22, most: 22, begins: startsWith(1), holds: isPairOfMobiles },
  { kind: 'landline', least: 10, most: 20, begins: startsWith(0, 8), holds: isLandline },
  { kind: 'landline', least: 10, most: 14, begins: startsWith(4, 8), holds: isFirmNumber },
  { kind: 'bank-account', least: 9, most: 32, begins: mayBeAccount, holds: isBankAccount },
  { kind: 'landline', least: 10, most: 15, begins: isBehindPlus, holds: isForeignNumber },
  { kind: 'landline', least: 7, most: 8, begins: near('phone'), holds: isLocalNumber },
  { kind: 'qq', least: 5, most: 12, begins: near('qq'), holds: isQqNumber },
  { kind: 'travel-document', least: 7, most: 10, begins: near('travel'), holds: isTravelNumber },
  { kind: 'wechat', least: 5, most: 12, begins: near('wechat'), holds: isWechatNumber },
];

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

interface Match {
  readonly rule: number;
  readonly window: Window;
}

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
    const follows =
      findings.at(-1)?.kind === 'landline' && first === behind && entry(digits.gap, first) <= Gap.noise;
    const match = beginsGroup(digits, first)
      ? ((follows ? secondLine(page, first) : null) ?? bestFrom(page, first))
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

/** 「027-85000000/85000001」: a local number right behind a landline number. */
function secondLine(page: Page, first: number): Match | null {
  const last = endOfRun(page.digits, first) - 1;
  const window = createWindow(page, { first, last, widest: Gap.tight });
  const isLine = /^[2-8]\d{6,7}$/.test(window.number) && !isCounted(page, window);
  return isLine ? { rule: RULES.findIndex(({ holds }) => holds === isLocalNumber), window } : null;
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
    if (!endsGroup(digits, last) || last - first < 4) continue;
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

function toFindings(page: Page, { rule, window }: Match): readonly Finding[] {
  const { kind, holds } = RULES[rule] as NumberRule;
  const cells = cellsOf(page.digits, window);
  if (holds === isPairOfMobiles)
    return [cells.slice(0, 11), cells.slice(11)].map((half) => ({ kind, cells: half }));
  const prefix = prefixLength(window, kind);
  return [{ kind, cells: cells.slice(prefix), prefixed: prefix > 0 }];
}

/** Country codes are no part of the secret. */
function prefixLength(window: Window, kind: SecretKind): number {
  if (kind === 'mobile') return mobileOffset(window.number) ?? 0;
  if (kind !== 'landline') return 0;
  return /^(?:0086|86(?=0?[1-9]\d{9}))/.exec(window.number)?.[0].length ?? 0;
}

function cellsOf({ from, to }: Digits, { first, last }: Window): readonly Cell[] {
  const cells: Cell[] = [];
  for (let at = first; at <= last; at += 1) cells.push({ from: entry(from, at), to: entry(to, at) });
  return cells;
}
