import { hasCreditCheck } from '../credit-code.ts';
import { isProvinceCode } from './check-digits.ts';
import { Gap } from './gaps.ts';
import type { Page } from './number-window.ts';
import { type Code, isSeparator, readCode, signAt } from './read-code.ts';

const CREDIT_LENGTH = 18;
/** GB 32100: who keeps the register, and what kind of body it is. */
const CREDIT_HEAD = /^(?:1[1-39]|5[1-39]|9[1-3]|a[19]|n[1-39]|y1)/;
const REACH = { back: 16, ahead: 0 };
const MOST_GROUPS = 8;

/** 「9 1 4 2 0 1 0 0 M A …」: every sign apart, letters among them. */
const isSpaced = (text: string, at: number): boolean =>
  isSeparator(text.charCodeAt(at + 1)) &&
  isSeparator(text.charCodeAt(at + 3)) &&
  /[a-z]/.test(text.slice(at, at + 36));

/** A credit code may be read where it ends with its 18th sign, or where a group ends. */
export function creditCode({ text, labels }: Page, at: number): Code | null {
  if (!/^[a-z0-9]/.test(text.charAt(at)) && signAt(text, at + 1) === null) return null;
  const code = readCode(text, at, {
    widest: Gap.noise,
    most: CREDIT_LENGTH + 1,
    groups: labels.near('credit', at, REACH) || isSpaced(text, at) ? 20 : MOST_GROUPS,
  });
  if (code.text.length < CREDIT_LENGTH) return null;
  if (code.text.length > CREDIT_LENGTH && code.cuts[CREDIT_LENGTH] === false) return null;
  const body = code.text.slice(0, CREDIT_LENGTH).replace(/o/g, '0').replace(/[il]/g, '1');
  if (!/^[0-9a-hj-npqrtuwxy]{2}\d{6}[0-9a-hj-npqrtuwxyzs]{10}$/.test(body)) return null;
  const exact = { ...code, places: code.places.slice(0, CREDIT_LENGTH) };
  const end = (exact.places.at(-1) ?? at) + 1;
  if (labels.before('credit', at, 16) !== null || labels.after('credit', end, 4) !== null) return exact;
  if (!isProvinceCode(body.slice(2))) return null;
  if (hasCreditCheck(body) && (!code.wide || /[a-z]/.test(body))) return exact;
  const cutOften = code.cuts.slice(0, CREDIT_LENGTH).filter(Boolean).length > 6;
  // A mistyped check sign is forgiven, but not in what other signs part: days and case numbers side by side.
  return CREDIT_HEAD.test(body) && /[a-z]/.test(body.slice(8)) && !cutOften && !code.wide ? exact : null;
}
