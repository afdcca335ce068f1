import { hasIdCheck, hasLuhnCheck, isCalendarDay, isProvinceCode } from './check-digits.ts';
import { Gap } from './gaps.ts';
import { gapsOf, groupsOf, type Page, type Window } from './number-window.ts';
import { isCounted, isDocumentNumber, isInCode, isMoney } from './surroundings.ts';

/** Numbers of persons and of accounts: ID cards, travel documents by label, bank accounts, QQ and WeChat by number. */

const LINKING = /^[\s号码数为是:(=)#.,的叫我人写个一下面填发给你加备用聊"'“”「」>-]*$/;

const labelled = (
  { labels }: Page,
  { start }: Window,
  { kind, within }: { kind: 'identity' | 'travel' | 'bank' | 'qq' | 'wechat'; within: number },
): string | null => labels.before(kind, start, within);

const MOST_GROUPS = 6;

/** 18 digits (the last may be X), the 15 of older cards, the 20 of cards of the disabled. */
export function isIdCard(page: Page, window: Window): boolean {
  const { number } = window;
  const isLabelled = labelled(page, window, { kind: 'identity', within: 20 }) !== null && isWhole(window);
  if (number.length === 18) {
    if (!/^\d{17}[\dx]$/.test(number)) return false;
    if (isLabelled) return true;
    if (isInCode(page, window) || !isProvinceCode(number)) return false;
    if (isDocumentNumber(page, window) && !hasIdCheck(number)) return false;
    if (!isCalendarDay(number.slice(6, 14))) return false;
    if (isMixedList(page, window)) return false;
    return window.alone || groupsOf(page, window).length <= MOST_GROUPS;
  }
  // The card of the disabled: the same number, its kind and degree behind it.
  if (number.length === 20) return isLabelled && isProvinceCode(number) && isCalendarDay(number.slice(6, 14));
  if (number.length !== 15 || !/^\d{15}$/.test(number)) return false;
  if (isLabelled) return true;
  const plausible =
    isProvinceCode(number) && isCalendarDay(`19${number.slice(6, 12)}`) && number.slice(2, 4) !== '00';
  return (
    plausible &&
    window.widest <= Gap.light &&
    groupsOf(page, window).length <= MOST_GROUPS &&
    isFree(page, window)
  );
}

const isFree = (page: Page, window: Window): boolean =>
  !isInCode(page, window) && !isMoney(page, window) && !isDocumentNumber(page, window);

const ISSUERS = /^(?:62|60|4|5[0-9]|3[4-7]|9[4-9]|6[2-9])/;

/** A card by its issuer and its check digit or its groups of four; any account by its label. */
export function isBankAccount(page: Page, window: Window): boolean {
  const { number, widest } = window;
  if (number.length < 8 || number.length > 32 || number.includes('x')) return false;
  if (isLabelledAccount(page, window)) return true;
  if (number.length < 15 || number.length > 19 || !ISSUERS.test(number) || !isFree(page, window))
    return false;
  if (isCounted(page, window) || (!/^6[02]/.test(number) && isMixedList(page, window))) return false;
  const sizes = groupsOf(page, window);
  const fours =
    sizes.length > 3 && sizes.slice(0, -1).every((size) => size === 4) && (sizes.at(-1) ?? 0) <= 4;
  if (number.length === 15)
    return hasLuhnCheck(number) && (widest === Gap.tight || sizes.join('-') === '4-6-5');
  if (/^6[02]/.test(number)) return fours || widest <= Gap.light || (window.alone && !isList(page, window));
  if (widest === Gap.tight) return hasLuhnCheck(number);
  return fours || (hasLuhnCheck(number) && window.alone && (widest === Gap.light || sizes.length > 7));
}

/** 「13:45:00，19990416，（2026」: different numbers, by different signs between them. */
function isMixedList(page: Page, window: Window): boolean {
  const gaps = gapsOf(page, window);
  return gaps.some((gap) => /[,、;:()\n]/.test(gap)) && gaps.some((gap) => gap !== gaps[0]);
}

/** 「600000,250000,100000」. */
const isList = (page: Page, window: Window): boolean =>
  gapsOf(page, window).some((gap) => /[,、;\n]/.test(gap));

function isLabelledAccount(page: Page, window: Window): boolean {
  if (window.widest > Gap.noise || window.number.length < 9) return false;
  const between = labelled(page, window, { kind: 'bank', within: 24 });
  if (between === null || /\d{4}/.test(between) || isMoney(page, window) || isCounted(page, window))
    return false;
  if (page.labels.before('phone', window.start, between.length) !== null) return false;
  if (isDocumentNumber(page, window) || isInCode(page, window)) return false;
  return window.number.length >= 12 || LINKING.test(between);
}

/** 「QQ：123456789」, 「123456789是我QQ」. */
export function isQqNumber(page: Page, window: Window): boolean {
  const { number, widest } = window;
  if (!/^[1-9]\d{4,11}$/.test(number) || widest > Gap.noise || isInCode(page, window)) return false;
  if (isCounted(page, window)) return false;
  const before = labelled(page, window, { kind: 'qq', within: 10 });
  if (before !== null && isLink(before)) return isWhole(window);
  const after = page.labels.after('qq', window.end, 6);
  return after !== null && /^[\s(]*(?:是?我?的?|这是|加)[\s(]*$/.test(after) && isWhole(window);
}

/** A number given as a WeChat id; mobile numbers are found as such. */
export function isWechatNumber(page: Page, window: Window): boolean {
  const { number } = window;
  if (!/^\d{5,12}$/.test(number) || window.widest > Gap.noise || isInCode(page, window)) return false;
  if (isCounted(page, window) || /^(?:12345|123\d\d|95\d{3}|96\d{3}|100\d\d)$/.test(number)) return false;
  const before = labelled(page, window, { kind: 'wechat', within: 10 });
  return before !== null && isLink(before) && isWhole(window);
}

/** 「QQ小号：」, 「微信名片：」: whatever it is called, a colon leads to the number. */
const ANNOUNCED =
  /^(?!.*(?:版|支付|余额|币|人数|用户|音乐|浏览|游戏|会员|红包|转|充))[\u4e00-\u9fa5\s]{0,5}[:=]\s?$/;

const isLink = (between: string): boolean =>
  ANNOUNCED.test(between) ||
  LINKING.test(
    between.replace(
      /交流|工作|业务|客服|讨论|通知|私人|常用|[大小新旧老]号|名片|群|id|号|账号|帐号|邮箱|或者|同号|[\ud83c-\udbff][\udc00-\udfff]|\p{S}/gu,
      '',
    ),
  );

/** In one group, or in groups that nothing else stands near. */
const isWhole = ({ widest, alone }: Window): boolean => widest === Gap.tight || alone;

/** 「护照号：123456789」: digits alone, by label; those with a letter are codes. */
export function isTravelNumber(page: Page, window: Window): boolean {
  if (!/^\d{7,10}$/.test(window.number) || isCalendarDay(window.number) || isCounted(page, window))
    return false;
  const between = labelled(page, window, { kind: 'travel', within: 10 });
  return between !== null && /^[\s号码为是:()a-z]*$/.test(between) && window.widest <= Gap.light;
}
