import { type Digits, entry } from './digits.ts';
import { isPairOfMobiles, mobileOffset } from './mobiles.ts';
import { RULES, type NumberRule } from './number-rules.ts';
import type { Page, Window } from './number-window.ts';
import type { Cell, Finding, SecretKind } from './types.ts';

/** A window in which the rule of that index holds. */
export interface Match {
  readonly rule: number;
  readonly window: Window;
}

/** What a match hides: two numbers written as one are two; a country code is no part of the secret. */
export function toFindings(page: Page, { rule, window }: Match): readonly Finding[] {
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
