import { Gap } from './gaps.ts';
import { gapsOf, groupsOf, type Page, type Window } from './number-window.ts';
import { entry } from './digits.ts';
import { isCounted, isDocumentNumber, isInCode, isLettered, isMoney } from './surroundings.ts';

/** What mobile and landline numbers have in common: labels, groups, and what speaks against them. */

const PHONE_NEAR = 16;

/** A phone label before the number, in the same sentence. */
export const hasPhoneLabel = ({ labels }: Page, { start, end }: Pick<Window, 'start' | 'end'>): boolean =>
  labels.before('phone', start, PHONE_NEAR) !== null || labels.after('phone', end, 6) !== null;

/** The window with what follows from its ends told anew. */
export const narrow = (page: Page, window: Window): Window => ({ ...window, widest: widestOf(page, window) });

function widestOf({ digits }: Page, { first, last }: Window): number {
  let widest: number = Gap.tight;
  for (let at = first + 1; at <= last; at += 1) widest = Math.max(widest, entry(digits.gap, at));
  return widest;
}

/** True where all gaps of a window are written alike. */
export const isSplitEvenly = (page: Page, window: Window): boolean => {
  const [first = '', ...others] = gapsOf(page, window);
  return others.every((gap) => gap === first);
};

/** 「1999-2021」, 「192.168.10.101」, 「139.767,35.681」, 「1380*800*1200」, 「138 2)159」: years, machines, places, sizes, lists. */
function isOtherGrouping(page: Page, window: Window): boolean {
  const text = page.text.slice(window.start, window.end);
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return true;
  if (/^\d{1,3}\.\d+\D{1,3}\d{1,3}\.\d+$/.test(text)) return true;
  if (/^[1-9]\d{1,4}(?:\s?[*x]\s?[1-9]\d{1,4}){2}$/.test(text) && !/^\d{3}\D+\d{4}\D/.test(text)) return true;
  if (/^[0-9a-f]{2}(?::[0-9a-f]{2}){4}/.test(text) || /\d\d\s+\d\)\s?\d\d/.test(text)) return true;
  return /^(?:19|20)\d\d[-~](?:19|20)\d\d\D/.test(text);
}

/** True where digits in groups may be taken for one number. */
export function holdsTogether(page: Page, window: Window, usual: ReadonlySet<string>): boolean {
  if (window.widest === Gap.tight) return true;
  if (isOtherGrouping(page, window) || isCounted(page, window)) return false;
  const groups = groupsOf(page, window);
  const known = usual.has(groups.join('-'));
  if (window.widest === Gap.light) return known || window.alone || hasPhoneLabel(page, window);
  const signs = groupsOf(page, window, 'signs');
  const small = signs.every((size) => size <= 2) || groups.length >= 8;
  if (hasPhoneLabel(page, window)) return known || small || window.alone;
  if (!window.alone) return false;
  return (
    known || small || (isSplitEvenly(page, window) && !/^[\s,、;:]+$/.test(gapsOf(page, window)[0] ?? ''))
  );
}

/** True where what stands around says that this is no phone number. */
export const isRefused = (page: Page, window: Window): boolean =>
  isInCode(page, window) ||
  isLettered(page, window) ||
  isMoney(page, window) ||
  (isKeyed(page, window) && !hasPhoneLabel(page, window)) ||
  (isDocumentNumber(page, window) && !isLabelledCloser(page, window));

/** 「{"id":13800000000}」, 「ERR-13800000000」: behind a name of Latin letters that is no label. */
const isKeyed = ({ text, labels }: Page, { start }: Window): boolean => {
  const before = text.slice(Math.max(0, start - 12), start);
  if (/(?:^|[^a-z\u4e00-\u9fa5\s])\s?(?:[a-z]{1,6}_)?id["']?\s?[:=]\s?["']?$/.test(before)) return true;
  return /(?:^|[^a-z])[a-z]{2,6}-$/.test(before) && !labels.near('wechat', start, { back: 1, ahead: 0 });
};

/** 「合同联系电话：…」: the phone's label stands nearer than the document's. */
function isLabelledCloser({ labels }: Page, { start }: Window): boolean {
  const phone = labels.before('phone', start, PHONE_NEAR);
  const document = labels.before('document', start, PHONE_NEAR);
  return phone !== null && (document === null || phone.length < document.length);
}
