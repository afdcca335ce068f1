import { localMinute } from '../../../domain/moment.ts';
import type { Instant } from '../../../domain/time.ts';

/** What is asked before something can be done with an appeal. */

export const nothingToDo = (act: string): string =>
  `现在没有可以「${act}」的诉求。发「进度」或「待办」看看。`;

export const whichAppeal = (choices: readonly { readonly key: string; readonly label: string }[]): string =>
  ['您说的是哪一件？', ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n');

/** Which of the three an answer was worth. */
export const howWasIt = (
  number: string,
  choices: readonly { readonly key: string; readonly label: string }[],
): string => [`${number} 的答复，您觉得：`, ...choices.map(({ key, label }) => `${key} ${label}`)].join('\n');

export const privatelyOnly = (number: string, what = '联系方式'): string =>
  `请私聊我发「${number} ${what}」。`;

export const EXPORT_WORD = '导出';
const MOST_TEXTS = 30;

/** Everything that was said of an appeal, under its way. */
export const exportText = (
  way: string,
  texts: readonly { readonly at: Instant; readonly text: string | null }[],
): string =>
  [
    way,
    ...texts.slice(-MOST_TEXTS).map(({ at, text }) => `${localMinute(at)}　${text ?? '（已过保存期）'}`),
    '（本次导出已记录）',
  ].join('\n');

export const unknownUnit = (
  name: string,
  choices: readonly { readonly key: string; readonly label: string }[],
): string =>
  choices.length === 0
    ? `没有认出「${name.slice(0, 20)}」，请写单位全称或常用简称。`
    : [`没有「${name.slice(0, 20)}」，您是说：`, ...choices.map(({ key, label }) => `${key} ${label}`)].join(
        '\n',
      );

const EXAMPLES = {
  unit: '派 市经信局',
  reason: '退单 原因',
  number: '合并到 A0001',
  ground: '不予受理 2',
} as const;

const USUAL_DAYS = 3;

/** `most`: for how long an extension can be asked for. */
export const daysText = (number: string, { workingDays: most }: { readonly workingDays: number }): string =>
  `请写 1 到 ${most} 个工作日和原因，比如「${number} 延期 ${Math.min(USUAL_DAYS, most)}天 原因」。`;

export const scoreText = (number: string): string => `请打 1 到 5 分，比如「${number} 4分」。`;

const example =
  (what: keyof typeof EXAMPLES) =>
  (number: string): string =>
    `还差一点，请这样写：「${number} ${EXAMPLES[what]}」。`;

const INCOMPLETE = {
  unit: example('unit'),
  reason: example('reason'),
  number: example('number'),
  ground: example('ground'),
  rating: scoreText,
  text: () => '请写「回访 已解决」或「回访 未解决 原因」。',
} as const;

/** Says how the act is typed in full; `most`: for how long an extension can be asked for. */
export const incompleteText = (
  number: string,
  what: keyof typeof INCOMPLETE | 'days',
  most: { readonly workingDays: number },
): string => (what === 'days' ? daysText(number, most) : INCOMPLETE[what](number));

/** Why an appeal is not put to another one. */
export const joiningText = {
  circle: (number: string, named: string): string => `${named} 已经归在 ${number} 下面，不能反过来归。`,
  over: (other: string): string => `${other} 已经结束了，不能再并到它下面。`,
  others: (number: string, other: string): string =>
    `${other} 是别的企业反映的。要一起答复，请发「${number} 归到 ${other}」。`,
} as const;
