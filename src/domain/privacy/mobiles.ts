import { Gap } from './gaps.ts';
import { groupsOf, isSpelt, type Page, type Window } from './number-window.ts';
import { hasPhoneLabel, holdsTogether, isRefused, narrow } from './phone-shapes.ts';
import { entry } from './digits.ts';
import { isInCode } from './surroundings.ts';

/** Usual ways to cut a mobile number in groups. */
const MOBILE_GROUPS = new Set(
  '11 3-4-4 3-8 7-4 4-3-4 4-4-3 3-3-5 3-5-3 5-6 6-5 4-7 3-4-2-2 3-2-2-4 3-2-2-2-2 3-3-3-2 2-3-3-3 2-9 1-10'.split(
    ' ',
  ),
);

/** Where the eleven digits of a mobile number begin: behind +86, 0086, 0; null where it is none. */
export function mobileOffset(number: string): number | null {
  const prefix = /^(?:0086|086|86|0|17951|12593|17909)?(?=1[3-9]\d{9}$)/.exec(number);
  return prefix === null || !/^1[3-9]\d{9}$/.test(number.slice(prefix[0].length)) ? null : prefix[0].length;
}

/** How many leading digits are prefix, where the window is a mobile number; else null. */
export function findMobile(page: Page, window: Window): number | null {
  if (window.number.length < 11 || window.number.length > 16) return null;
  const offset = mobileOffset(window.number);
  if (offset === null) return null;
  const first = window.first + offset;
  const body = narrow(page, { ...window, first, start: entry(page.digits.from, first) });
  if (!holdsTogether(page, body, MOBILE_GROUPS)) return null;
  if (offset > 0 && !isPrefixApart(page, body)) return null;
  return isRefused(page, window) ? null : offset;
}

/** The number begins a group of its own behind its prefix, or is cut in a usual way: not 「015/2026-00317」. */
const isPrefixApart = (page: Page, body: Window): boolean =>
  entry(page.digits.gap, body.first) > Gap.tight ||
  MOBILE_GROUPS.has(groupsOf(page, body).join('-')) ||
  hasPhoneLabel(page, body);

/** Two mobile numbers written as one. */
export const isPairOfMobiles = (page: Page, window: Window): boolean =>
  /^1[3-9]\d{9}1[3-9]\d{9}$/.test(window.number) &&
  window.widest === Gap.tight &&
  !isInCode(page, window) &&
  !isSpelt(page, window);
