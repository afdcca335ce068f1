import type { KeptAnswer } from '../../domain/conversation/answered.ts';
import { basisText, type BasisFate, fateText } from './answered.ts';
import { cut } from './appeals/words.ts';

/** An answered question as it stands in the list. */
export interface ListedAnswer
  extends Pick<
    KeptAnswer,
    'id' | 'question' | 'answer' | 'who' | 'on' | 'until' | 'basis' | 'isWithdrawn' | 'isDisliked'
  > {
  /** Its number there. */
  readonly place: number;
  readonly hasEnded: boolean;
  readonly fate: BasisFate;
}

const PER_PAGE = 8;
const QUESTION = 16;

/** What is to be known of it at a glance, the weightiest alone. */
function markOf({ isWithdrawn, isDisliked, hasEnded, until, fate }: ListedAnswer): string {
  if (isWithdrawn) return '（已撤下）';
  if (hasEnded) return `（${until} 已到期）`;
  if (isDisliked) return '（企业不满意）';
  if (fate !== null) return '（依据已失效）';
  return until === null ? '' : `（至 ${until}）`;
}

/** The newest first, eight a page. */
export function answeredList(all: readonly ListedAnswer[], page: number): string {
  if (all.length === 0) return '答复库还是空的。答复企业后发「A0001 收录」就能收进来。';
  const pages = Math.ceil(all.length / PER_PAGE);
  const at = Math.min(page, pages);
  const shown = all.toReversed().slice((at - 1) * PER_PAGE, at * PER_PAGE);
  return [
    `答复库共 ${all.length} 条：`,
    ...shown.map((one) => `${one.place} ${cut(one.question, QUESTION)}${markOf(one)}`),
    at < pages
      ? `「答复库 ${at + 1}」看下一页；「收录 3」看全文`
      : '「收录 3」看全文；「更正收录 3 …」「撤下收录 3」',
  ].join('\n');
}

/** One of them whole. */
export const shownAnswer = (one: ListedAnswer): string =>
  [
    `第 ${one.place} 条 ${one.id}${markOf(one)}`,
    `问：${cut(one.question, 200)}`,
    `答：${one.answer}`,
    [
      ...(one.basis === null ? [] : [`${basisText(one.basis)}${fateText(one.fate)}`]),
      [one.who, one.on].filter(Boolean).join('，'),
    ].join('；'),
  ].join('\n');
