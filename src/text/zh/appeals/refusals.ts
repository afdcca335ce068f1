import type { CommandKind } from '../../../domain/appeal/commands.ts';
import type { RefusalCode } from '../../../domain/appeal/refusal.ts';
import { groundLine } from './words.ts';

/** How a command is typed; null where nobody types it. */
const TYPED: Readonly<Record<CommandKind, string | null>> = {
  submit: null,
  supplement: '补充 …',
  take: '我来办',
  'hand-over': null,
  'ask-back': '追问 …',
  inform: '补充 …',
  'not-accept': '不予受理',
  dispatch: '派 单位',
  'recall-dispatch': '撤回',
  acknowledge: '签收',
  note: '进展 …',
  return: '退单 原因',
  reassign: '转 单位',
  'ask-extension': '延期 3天 原因',
  'decide-extension': '同意延期 / 不同意延期 原因',
  reply: '答复：…',
  rate: '满意 / 基本满意 / 不满意',
  reopen: '不满意 原因',
  'confirm-solved': '已解决',
  'call-back': '回访 已解决',
  withdraw: '撤销',
  merge: '合并到 编号',
  link: null,
  gather: '归到 编号',
  publish: '公开',
  'see-contact': '联系方式',
  export: null,
  erase: null,
  tick: null,
};

/** How a command is typed with the reason that it lacks, where that is not the word and 「原因」. */
const WITH_REASON: Partial<Record<CommandKind, string>> = {
  'not-accept': '不予受理 7 原因',
  dispatch: '派 单位 复杂 原因',
  'decide-extension': '不同意延期 原因',
  'call-back': '回访 未解决 原因',
};

const MOST_NAMED = 5;

const possibleLine = (number: string, possible: readonly CommandKind[]): string => {
  const words = [...new Set(possible.flatMap((kind) => TYPED[kind] ?? []))].slice(0, MOST_NAMED);
  return words.length > 0 ? `现在可以：${words.map((word) => `「${number} ${word}」`).join('')}` : '';
};

const WHY: Readonly<Record<Exclude<RefusalCode, 'not-now'>, (number: string, kind: CommandKind) => string>> =
  {
    'no-such-appeal': (number) => `没有 ${number} 这个编号，请核对一下。`,
    'not-yours': (number) => `${number} 不归您办理，看不到也改不了。`,
    'too-late': (number) => `${number} 已经过了可以这样做的时间。`,
    already: (number) => `${number} 已经是这样了，不用再发。`,
    'needs-reason': (number, kind) =>
      `请写上原因，比如「${number} ${WITH_REASON[kind] ?? TYPED[kind] ?? '原因'}」。`,
    'needs-text': (number, kind) => `请把内容写上：「${number} ${TYPED[kind] ?? '…'}」。`,
    'empty-answer': (number) =>
      `这还不是答复，没有发给企业。请写清办了什么、结果怎样；只是进展就发「${number} 进展 …」。`,
    'no-such-unit': () => '没有认出这个单位，请写全称或常用简称。',
    'no-such-person': () => '这位还不是专员或承办人，不能接手。请先由管理员绑定。',
    'bad-days': (number) => `请写延期几个工作日，比如「${number} 延期 3天 原因」。`,
    'bad-score': () => '请打 1 到 5 分。',
    itself: () => '不能和自己合并。',
    erased: (number) => `${number} 的联系方式已过保存期，删掉了。`,
  };

/** Why nothing was done, and what can be done now. */
export function refusalText(
  number: string,
  refusal: {
    readonly code: RefusalCode;
    readonly possible: readonly CommandKind[];
    readonly kind: CommandKind;
  },
): string {
  const { code, possible, kind } = refusal;
  const line = possibleLine(number, possible);
  if (code === 'not-now') return [`${number} 现在还不能这样做。`, line].filter(Boolean).join('\n');
  const why = WHY[code](number, kind);
  return code === 'already' && line ? `${why}\n${line}` : why;
}

export const whichGround = (number: string): string =>
  `请选一条理由，回复「${number} 不予受理 数字」：\n${groundLine}`;
