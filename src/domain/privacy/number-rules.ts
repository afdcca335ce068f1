import { isBankAccount, isIdCard, isQqNumber, isTravelNumber, isWechatNumber } from './accounts.ts';
import { isProvinceCode } from './check-digits.ts';
import { entry } from './digits.ts';
import type { LabelKind } from './labels.ts';
import { isFirmNumber, isForeignNumber, isLandline, isLocalNumber } from './landlines.ts';
import { findMobile, isPairOfMobiles } from './mobiles.ts';
import type { Page, Window } from './number-window.ts';
import type { SecretKind } from './types.ts';

/** One kind of number: how long it is, how it may begin, and whether a window holds one. */
export interface NumberRule {
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
export const RULES: readonly NumberRule[] = [
  { kind: 'identity-card', least: 15, most: 20, begins: mayBeIdCard, holds: isIdCard },
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
