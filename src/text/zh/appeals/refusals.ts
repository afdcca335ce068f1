import type { CommandKind } from '../../../domain/appeal/commands.ts';
import type { RefusalCode } from '../../../domain/appeal/refusal.ts';
import type { AppealRules } from '../../../domain/appeal/rules.ts';
import { daysText, scoreText } from './asking.ts';
import { grantWord } from './typed.ts';
import { groundLines } from './words.ts';

/** How a command is typed; null where nobody types it. */
const TYPED: Readonly<Record<CommandKind, string | null>> = {
  submit: null,
  supplement: '补充 …',
  join: null,
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
  'decide-extension': `${grantWord} / 不同意延期 原因`,
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

/** Codes whose sentence rests on more than the code. */
type Explained = 'bad-days' | 'too-late' | 'already' | 'not-in-charge' | 'supports-only';

/** What the sentences of those codes rest on. */
export interface RefusalFacts {
  readonly rules: AppealRules;
  /** Who has it in hand, in words. */
  readonly inCharge: string;
  /** The unit in the lead; null where it lies with none. */
  readonly lead: string | null;
}

/** A refusal as it is put into words: with its facts, where its code can be one of those that need them. */
export type Refused = {
  readonly possible: readonly CommandKind[];
  readonly kind: CommandKind;
} & (
  | { readonly code: Exclude<RefusalCode, Explained>; readonly facts?: never }
  | { readonly code: RefusalCode; readonly facts: RefusalFacts }
);

const WHY: Readonly<
  Record<Exclude<RefusalCode, Explained | 'not-now'>, (number: string, kind: CommandKind) => string>
> = {
  'no-such-appeal': (number) => `没有 ${number} 这个编号，请核对一下。`,
  'not-yours': (number) => `${number} 不是您的诉求，或已不归您办理。`,
  'needs-reason': (number, kind) =>
    `请写上原因，比如「${number} ${WITH_REASON[kind] ?? TYPED[kind] ?? '原因'}」。`,
  'needs-text': (number, kind) => `请把内容写上：「${number} ${TYPED[kind] ?? '…'}」。`,
  'empty-answer': (number) =>
    `这还不是答复，没有发给企业。请写清办了什么、结果怎样；只是进展就发「${number} 进展 …」。`,
  'no-such-unit': () => '没有认出这个单位，请写全称或常用简称。',
  'no-such-person': () => '这位还不是专员或承办人，不能接手。请先由管理员绑定。',
  'bad-score': scoreText,
  itself: () => '不能和自己合并。',
  erased: (number) => `${number} 的联系方式已过保存期，删掉了。`,
};

const EXPLAINED: Readonly<Record<Explained, (number: string, facts: RefusalFacts) => string>> = {
  'bad-days': (number, { rules }) => daysText(number, rules.extension.most),
  'too-late': (number) => `${number} 已经过了可以这样做的时间。`,
  already: (number) => `${number} 已经是这样了，不用再发。`,
  'supports-only': (number, { lead }) =>
    `${number} 由${lead ?? '牵头单位'}牵头答复，您是协办：把办的情况发「${number} 进展 …」就行。`,
  'not-in-charge': (number, { inCharge }) =>
    `${number} 由${inCharge}办理，您发的没有转给企业。要换您办，请${inCharge}发「${number} 转 您的名字」。`,
};

const isExplained = (code: RefusalCode): code is Explained => Object.hasOwn(EXPLAINED, code);

type Why = (number: string, possible: readonly CommandKind[], facts: RefusalFacts) => string | null;

/** What is said in place of the general sentence, where more is known; null where it does not fit. */
const OF_KIND: Partial<Record<CommandKind, Partial<Record<RefusalCode, Why>>>> = {
  'ask-back': { already: (number) => `${number} 还在等企业回答上一个问题。` },
  'ask-extension': {
    'too-late': (number, _, { rules }) =>
      `延期要提前 ${rules.extension.askBefore.workingDays} 个工作日申请，${number} 来不及了，请按时答复。`,
    already: (number) => `${number} 已申请过延期，不能再申请，请按时答复。`,
  },
  take: {
    already: (number, _, { inCharge }) =>
      `${number} 已由${inCharge}负责。要换您办，请${inCharge}发「${number} 移交 给 您的名字」。`,
  },
  dispatch: { already: (number) => `${number} 在承办单位手里。要换单位发「${number} 转 单位」。` },
  rate: {
    // What is over without an answer can be withdrawn no more, nor will there be one.
    'not-now': (number, possible) =>
      possible.includes('withdraw') ? `${number} 还没有答复，收到答复后再评价。` : null,
  },
};

const plainly = (
  number: string,
  { code, kind, possible }: Pick<Refused, 'kind' | 'possible'> & { code: Exclude<RefusalCode, Explained> },
): string =>
  code === 'not-now'
    ? [`${number} 现在还不能这样做。`, possibleLine(number, possible)].filter(Boolean).join('\n')
    : WHY[code](number, kind);

/** Why nothing was done, and what can be done now. */
export function refusalText(number: string, refused: Refused): string {
  const { possible, kind } = refused;
  if (refused.facts === undefined) return plainly(number, refused);
  const { code } = refused;
  const special = OF_KIND[kind]?.[code]?.(number, possible, refused.facts) ?? null;
  if (special !== null) return special;
  if (!isExplained(code)) return plainly(number, { code, kind, possible });
  const why = EXPLAINED[code](number, refused.facts);
  const line = possibleLine(number, possible);
  return code === 'already' && line ? `${why}\n${line}` : why;
}

export const whichGround = (number: string): string =>
  `请选一条理由，回复「${number} 不予受理 数字」：\n${groundLines}`;
