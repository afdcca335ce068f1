import type { AppealState, StateKind } from '../../../domain/appeal/state.ts';
import type { AppealClass, Ground, Rating } from '../../../domain/appeal/types.ts';
import { localMinute } from '../../../domain/moment.ts';
import { dayOf, type Instant, partsOf } from '../../../domain/time.ts';

/** Words that the sentences about appeals share. */

/** Who answers where no unit does, and a person whose name is not known. */
export const SPECIALIST = '企业服务专员';
export const SOMEBODY = '同事';

export const stateWords: Readonly<Record<StateKind, string>> = {
  submitted: '待受理',
  accepted: '已受理，待派单',
  returned: '被退单，待重新派单',
  dispatched: '已派单，待签收',
  acknowledged: '已签收',
  'in-hand': '办理中',
  replied: '已答复，待评价',
  confirmed: '企业已确认',
  closed: '已办结',
  withdrawn: '已撤销',
  'not-accepted': '不予受理',
  merged: '已合并',
};

export const classWords: Readonly<Record<AppealClass, string>> = {
  consultation: '咨询',
  ordinary: '一般',
  complex: '复杂',
};

export const ratingWords: Readonly<Record<Rating, string>> = {
  satisfied: '满意',
  'mostly-satisfied': '基本满意',
  dissatisfied: '不满意',
};

/** Why it is not accepted, and where the enterprise can turn. */
export const groundWords: Readonly<Record<Ground, { readonly why: string; readonly instead: string }>> = {
  'outside-city': { why: '不属于本市办理', instead: '请向事情发生地的 12345 反映。' },
  'in-court': { why: '已进入诉讼、仲裁或复议', instead: '请向受理的法院、仲裁或复议机构反映。' },
  'in-petition': { why: '已在信访渠道办理', instead: '请向受理的信访部门查询。' },
  'secret-or-private': { why: '涉及秘密或他人隐私', instead: '请向主管部门当面反映。' },
  'abusive-or-empty': { why: '内容不完整或不适当', instead: '请把事情重新说一遍，我们再办。' },
  'already-handled': { why: '同一件事已在办理或已办结', instead: '请发「我的诉求」查看。' },
  'other-law': { why: '依法应走其他途径', instead: '' },
};

/** What can be typed to pick a ground, one a line, in the order of the numbers. */
export const groundLines = Object.values(groundWords)
  .map(({ why }, at) => `${at + 1} ${why}`)
  .join('\n');

/** `12月1日`, with the year where it is another than that of `now`. */
export function dayWord(at: Instant, now: Instant): string {
  const { year, month, day } = partsOf(dayOf(at));
  const years = year === partsOf(dayOf(now)).year ? '' : `${year}年`;
  return `${years}${month}月${day}日`;
}

/** `12月1日 17:30`, with the year where it is another than that of `now`. */
export function dueWord(due: { readonly at: Instant; readonly estimated: boolean }, now: Instant): string {
  return `${dayWord(due.at, now)} ${localMinute(due.at).slice(11)}${due.estimated ? '（按预估）' : ''}`;
}

/** `12月1日 17:30` of something that has happened. */
export const whenWord = (at: Instant, now: Instant): string => dueWord({ at, estimated: false }, now);

/** The text, cut where it is longer than so many characters. */
export const cut = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
};

/** 「（原因）」 behind a sentence, nothing where there is none. */
export const because = (reason: string | null | undefined): string => (reason ? `：${cut(reason, 200)}` : '');

/** 「满意满意」: words that only rate once more are no reason. */
const RATES = /(?:很|非常|十分|挺|比较|基本|不)?满意|[\s\p{P}了的]/gu;

/** The reason of a rating; null where it says nothing but the rating. */
export const ownReason = (reason: string | null): string | null =>
  reason === null || reason.replace(RATES, '') === '' ? null : reason;

/** What it is about: category, district, enterprise, as far as they are known. */
export const aboutWord = (
  { category, district }: Pick<AppealState, 'category' | 'district'>,
  enterprise: string | null,
): string => [category, district, enterprise].filter((word) => word !== null).join(' · ');

/** What is still missing, in words; codes that nobody knows are left out. */
const LACKS: Readonly<Record<string, string>> = {
  firm: '企业名称',
  place: '所在地',
  since: '发生时间',
  wish: '希望怎么解决',
  contact: '联系方式',
};

export const lackWords = (lacks: readonly string[]): string =>
  lacks.flatMap((code) => LACKS[code] ?? []).join('、');
