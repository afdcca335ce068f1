import { areaCodeLength, isCalendarDay } from './check-digits.ts';
import { Gap } from './gaps.ts';
import { groupsOf, type Page, type Window } from './number-window.ts';
import { hasPhoneLabel, holdsTogether, isRefused, isSplitEvenly, narrow } from './phone-shapes.ts';
import { isCounted, isMoney } from './surroundings.ts';

/** Numbers of telephones that stand somewhere: with area code, of firms (400), local, abroad. */

const FIRM_GROUPS = new Set('10 3-3-4 3-4-3 4-3-3 3-7 4-6 7-3 6-4 4-4-2 4-2-4 3-2-2-3 3-1-3-3'.split(' '));

const LOCAL_LENGTHS: Readonly<Record<3 | 4, readonly number[]>> = { 3: [8, 7], 4: [7, 8] };

/** A landline number with area code, with or without extension. */
export function isLandline(page: Page, window: Window): boolean {
  const { number } = window;
  const country = /^(?:0086|86)(?=0?[1-9])/.exec(number)?.[0] ?? '';
  const isForeign =
    country === '0086' ||
    (country !== '' && (isInternational(page, window) || isCalledCountry(page, window)));
  const national = isForeign ? number.slice(country.length).replace(/^0?/, '0') : number;
  const area = areaCodeLength(national);
  if (area === 0 || isCalledAccount(page, window) || isBehindLetter(page, window)) return false;
  if (isHotline(page, window)) return false;
  const shift = window.number.length - national.length;
  const rest = splitExtension(page, window, national.length);
  if (rest === null) return false;
  const local = rest - area;
  if (!LOCAL_LENGTHS[area].includes(local) || (area === 3 && local === 7 && !hasPhoneLabel(page, window)))
    return false;
  const base = narrow(page, { ...window, last: window.first + shift + rest - 1 });
  return keepsAreaCode(page, base, { area, shift }) && !isRefused(page, window);
}

/** 「Tel: (86-27) 8500 0000」: no plus before the country code, but a label. */
const isCalledCountry = (page: Page, window: Window): boolean =>
  groupsOf(page, window)[0] === 2 && hasPhoneLabel(page, window);

/** 「027-12345、027-12315」: an area code before the number of a hotline. */
const isHotline = (page: Page, window: Window): boolean =>
  groupsOf(page, window)[1] === 5 && /^0\d{2,3}(?:1[0-2]|9[56])/.test(window.number);

/** 「A0321 1380…」: the digits of an appeal's number are no area code. */
const isBehindLetter = ({ text, labels }: Page, { start }: Window): boolean =>
  /[a-z]/.test(text.charAt(start - 1)) && labels.before('phone', start, 0) === null;

/** 「开户账号：0302…」. */
const isCalledAccount = ({ labels }: Page, { start }: Window): boolean =>
  /^[\s:是为]*$/.test(labels.before('bank', start, 4) ?? '-');

/** Digits without the extension: 「-801」「转801」「分机801」 behind the number; null where there is too much of it. */
function splitExtension(page: Page, window: Window, length: number): number | null {
  const sizes = groupsOf(page, window);
  if (length <= 12 && sizes.length < 3 && window.widest <= Gap.light) return length;
  const last = sizes.at(-1) ?? 0;
  const hasExtension =
    last >= 1 &&
    (sizes.at(-2) ?? 0) > 2 &&
    last <= 6 &&
    length - last >= 10 &&
    length - last <= 12 &&
    joinsExtension(page, window, last);
  if (hasExtension) return length - last;
  return length <= 12 ? length : null;
}

function joinsExtension({ digits, text }: Page, { last }: Window, size: number): boolean {
  const at = last - size + 1;
  const gap = text.slice(digits.to[at - 1], digits.from[at]);
  return /^[\s(]*(?:[-_*#/]|转|转接|分机|分机号|ext|ext\.|x|分|内线)[\s:.)]*$/.test(gap);
}

/** A number in groups begins with its area code; where it does not, it must stand alone or be labelled. */
function keepsAreaCode(
  page: Page,
  window: Window,
  { area, shift }: { area: number; shift: number },
): boolean {
  if (window.widest === Gap.tight) return !isCounted(page, window);
  const sizes = groupsOf(page, window);
  if (isCounted(page, window)) return false;
  const cut = [area + Math.max(0, shift), area, area - 1].includes(sizes[0] ?? 0) || shift > 0;
  if (cut && sizes.length <= 4 && window.widest === Gap.light) return true;
  if (hasPhoneLabel(page, window)) return true;
  return (
    window.alone && (window.widest === Gap.light || sizes.length >= 8 || (cut && isSplitEvenly(page, window)))
  );
}

/** 400 and 800 numbers of firms, with or without extension. */
export function isFirmNumber(page: Page, window: Window): boolean {
  if (!/^[48]00\d{7,11}$/.test(window.number)) return false;
  const sizes = groupsOf(page, window);
  const last = sizes.at(-1) ?? 0;
  const extension = window.number.length - 10;
  if (extension > 0 && (last !== extension || !joinsExtension(page, window, last))) return false;
  const base = narrow(page, { ...window, last: window.last - extension });
  if (isRefused(page, window) || isCounted(page, window)) return false;
  return holdsTogether(page, base, FIRM_GROUPS);
}

/** A local number without area code: only where it is called a phone number. */
export function isLocalNumber(page: Page, window: Window): boolean {
  const { number } = window;
  if (!/^[2-8]\d{6,7}$/.test(number) || isCalendarDay(number)) return false;
  const between = page.labels.before('phone', window.start, 12);
  if (
    between === null ||
    /[^\s号码为是有:()的呢一个打拨,/、-]/.test(between.replace(/座机|固话|办公室|家里|公司/g, ''))
  )
    return false;
  const sizes = groupsOf(page, window).join('-');
  const usual = ['7', '8', '4-4', '3-4', '4-3', '2-2-2-2', '3-5', '2-3-3', '3-2-2', '3-3-2'].includes(sizes);
  return (usual || window.alone) && !isRefused(page, window) && !isCounted(page, window);
}

/** A number with a country code behind a plus: +852 9123 4567. */
export function isInternational({ text }: Page, { start }: Window): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  return /\+\s?$/.test(before) && !/[\da-z]\s?\+\s?$/.test(before);
}

const COUNTRY =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|85[2356]|886|971|972|35\d|37\d|38\d|42\d)/;

export function isForeignNumber(page: Page, window: Window): boolean {
  const { number, widest } = window;
  if (number.length < 10 || number.length > 15 || widest > Gap.light) return false;
  return (
    isInternational(page, window) &&
    COUNTRY.test(number) &&
    !isMoney(page, window) &&
    !isCounted(page, window)
  );
}
