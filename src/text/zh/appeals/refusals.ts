import type { CommandKind } from '../../../domain/appeal/commands.ts';
import type { RefusalCode } from '../../../domain/appeal/refusal.ts';
import { daysText, scoreText } from './asking.ts';
import { groundLines } from './words.ts';

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
  urge: '催办',
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

/** An appellant knows his own contact; only who works on an appeal can do these. */
const OF_STAFF: readonly CommandKind[] = ['note', 'export'];

const possibleLine = (number: string, possible: readonly CommandKind[]): string => {
  const isStaff = OF_STAFF.some((kind) => possible.includes(kind));
  const named = possible.filter((kind) => isStaff || kind !== 'see-contact');
  const words = [...new Set(named.flatMap((kind) => TYPED[kind] ?? []))].slice(0, MOST_NAMED);
  return words.length > 0 ? `现在可以：${words.map((word) => `「${number} ${word}」`).join('')}` : '';
};

const WHY: Readonly<Record<Exclude<RefusalCode, 'not-now'>, (number: string, kind: CommandKind) => string>> =
  {
    'no-such-appeal': (number) => `没有 ${number} 这个编号，请核对一下。`,
    'not-yours': (number) => `${number} 不是您的诉求，或已不归您办理。`,
    'too-late': (number) => `${number} 已经过了可以这样做的时间。`,
    already: (number) => `${number} 已经是这样了，不用再发。`,
    'needs-reason': (number, kind) =>
      `请写上原因，比如「${number} ${WITH_REASON[kind] ?? TYPED[kind] ?? '原因'}」。`,
    'needs-text': (number, kind) => `请把内容写上：「${number} ${TYPED[kind] ?? '…'}」。`,
    'empty-answer': (number) =>
      `这还不是答复，没有发给企业。请写清办了什么、结果怎样；只是进展就发「${number} 进展 …」。`,
    'no-such-unit': () => '没有认出这个单位，请写全称或常用简称。',
    'no-such-person': () => '这位还不是专员或承办人，不能接手。请先由管理员绑定。',
    'bad-days': daysText,
    'bad-score': scoreText,
    itself: () => '不能和自己合并。',
    erased: (number) => `${number} 的联系方式已过保存期，删掉了。`,
  };

type Why = (number: string, possible: readonly CommandKind[]) => string | null;

/** What is said in place of the general sentence, where more is known; null where it does not fit. */
const OF_KIND: Partial<Record<CommandKind, Partial<Record<RefusalCode, Why>>>> = {
  'ask-back': { already: (number) => `${number} 还在等企业回答上一个问题。` },
  'ask-extension': {
    'too-late': (number) => `延期要提前 1 个工作日申请，${number} 来不及了，请按时答复。`,
    already: (number) => `${number} 已申请过延期，不能再申请，请按时答复。`,
  },
  dispatch: { already: (number) => `${number} 在承办单位手里。要换单位发「${number} 转 单位」。` },
  rate: {
    // What is over without an answer can be withdrawn no more, nor will there be one.
    'not-now': (number, possible) =>
      possible.includes('withdraw') ? `${number} 还没有答复，收到答复后再评价。` : null,
  },
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
  const special = OF_KIND[kind]?.[code]?.(number, possible) ?? null;
  if (special !== null) return special;
  const line = possibleLine(number, possible);
  if (code === 'not-now') return [`${number} 现在还不能这样做。`, line].filter(Boolean).join('\n');
  const why = WHY[code](number, kind);
  return code === 'already' && line ? `${why}\n${line}` : why;
}

export const whichGround = (number: string): string =>
  `请选一条理由，回复「${number} 不予受理 数字」：\n${groundLines}`;
