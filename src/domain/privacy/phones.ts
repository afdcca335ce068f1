import { areaCodeLength, isCalendarDay } from './check-digits.ts';
import { Gap } from './gaps.ts';
import {
  gapsOf,
  groupsOf,
  isCounted,
  isDocumentNumber,
  isInCode,
  isLettered,
  isMoney,
  isSpelt,
  type Page,
  type Window,
} from './number-window.ts';
import { entry } from './read-digits.ts';

/** Usual ways to cut a mobile number in groups. */
const MOBILE_GROUPS = new Set(
  '11 3-4-4 3-8 7-4 4-3-4 4-4-3 3-3-5 3-5-3 5-6 6-5 4-7 3-4-2-2 3-2-2-4 3-2-2-2-2 3-3-3-2 2-3-3-3 2-9 1-10'.split(
    ' ',
  ),
);
const FIRM_GROUPS = new Set('10 3-3-4 3-4-3 4-3-3 3-7 4-6 7-3 6-4 4-4-2 4-2-4 3-2-2-3 3-1-3-3'.split(' '));

const PHONE_NEAR = 16;

/** A phone label before the number, in the same sentence. */
export const hasPhoneLabel = ({ labels }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean =>
  labels.before('phone', start, PHONE_NEAR) !== null || labels.after('phone', end, 6) !== null;

const isSplitEvenly = (page: Page, window: Window): boolean => {
  const [first = '', ...others] = gapsOf(page, window);
  return others.every((gap) => gap === first);
};

/** 「1999-2021」, 「192.168.10.101」, 「139.767,35.681」: years, addresses of machines, coordinates. */
function isOtherGrouping(page: Page, window: Window): boolean {
  const text = page.text.slice(window.start, window.end);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return true;
  if (/^\d{1,3}\.\d+\D{1,3}\d{1,3}\.\d+$/.test(text)) return true;
  return /^(?:19|20)\d\d[-~](?:19|20)\d\d\D/.test(text);
}

/** True where digits in groups may be taken for one number. */
function holdsTogether(page: Page, window: Window, usual: ReadonlySet<string>): boolean {
  if (window.widest === Gap.tight) return true;
  if (isOtherGrouping(page, window) || isCounted(page, window)) return false;
  const groups = groupsOf(page, window);
  const known = usual.has(groups.join('-'));
  if (window.widest === Gap.light) return known || window.alone || hasPhoneLabel(page, window);
  if (hasPhoneLabel(page, window)) return known || window.alone;
  if (!window.alone) return false;
  const small = groups.every((size) => size <= 2) || groups.length >= 8;
  return (
    known || small || (isSplitEvenly(page, window) && !/^[\s,、;:]+$/.test(gapsOf(page, window)[0] ?? ''))
  );
}

const isRefused = (page: Page, window: Window): boolean =>
  isInCode(page, window) ||
  isLettered(page, window) ||
  isMoney(page, window) ||
  (isDocumentNumber(page, window) && !isLabelledCloser(page, window));

/** 「合同联系电话：…」: the phone's label stands nearer than the document's. */
function isLabelledCloser({ labels }: Page, { start }: Window): boolean {
  const phone = labels.before('phone', start, PHONE_NEAR);
  const document = labels.before('document', start, PHONE_NEAR);
  return phone !== null && (document === null || phone.length < document.length);
}

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

/** The window with what follows from its ends told anew. */
const narrow = (page: Page, window: Window): Window => ({ ...window, widest: widestOf(page, window) });

function widestOf({ digits }: Page, { first, last }: Window): number {
  let widest: number = Gap.tight;
  for (let at = first + 1; at <= last; at += 1) widest = Math.max(widest, entry(digits.gap, at));
  return widest;
}

const LOCAL_LENGTHS: Readonly<Record<3 | 4, readonly number[]>> = { 3: [8, 7], 4: [7, 8] };

/** A landline number with area code, with or without extension. */
export function isLandline(page: Page, window: Window): boolean {
  const { number } = window;
  const country = /^(?:0086|86)(?=0?[1-9])/.exec(number)?.[0] ?? '';
  const isForeign = country === '0086' || (country !== '' && isInternational(page, window));
  const national = isForeign ? number.slice(country.length).replace(/^0?/, '0') : number;
  const area = areaCodeLength(national);
  if (area === 0 || isCalledAccount(page, window)) return false;
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

/** 「027-12345、027-12315」: an area code before the number of a hotline. */
const isHotline = (page: Page, window: Window): boolean =>
  groupsOf(page, window)[1] === 5 && /^0\d{2,3}(?:1[0-2]|9[56])/.test(window.number);

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

/** Two mobile numbers written as one. */
export const isPairOfMobiles = (page: Page, window: Window): boolean =>
  /^1[3-9]\d{9}1[3-9]\d{9}$/.test(window.number) &&
  window.widest === Gap.tight &&
  !isInCode(page, window) &&
  !isSpelt(page, window);
