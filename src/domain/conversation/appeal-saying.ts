import { type AppealNumber, parseAppealNumber } from '../appeal/number.ts';
import { toHalfWidth } from '../hanzi/width.ts';

/** What somebody says of an appeal; `free`: words that are none of the others. */
export type AppealVerb =
  | 'show'
  | 'acknowledge'
  | 'return'
  | 'ask-extension'
  | 'grant'
  | 'deny'
  | 'contacted'
  | 'progress'
  | 'reply'
  | 'reassign'
  | 'take'
  | 'dispatch'
  | 'not-accept'
  | 'ask-back'
  | 'recall'
  | 'withdraw'
  | 'rate'
  | 'score'
  | 'solved'
  | 'unsolved'
  | 'call-back'
  | 'merge'
  | 'gather'
  | 'publish'
  | 'contact'
  | 'supplement'
  | 'urge'
  | 'collect'
  | 'hand-over'
  | 'free';

/** 「A0321 退单 不属于我局职责」: the number, the act, and what comes behind. */
export interface AppealSaying {
  readonly number: AppealNumber | null;
  readonly verb: AppealVerb;
  readonly rest: string;
}

interface Row {
  readonly verb: AppealVerb;
  /** The word at the beginning. */
  readonly word: RegExp;
  /** How it must go on to be meant without a number; null where it needs one. */
  readonly alone: RegExp | null;
}

const END = /^[!！。.~～]*$/;
const SPACED = /^(?:[\s:：,，。]|$)/;
const TOLD = /^[\s:：,，]+\S/;
const ANY = /^/;

/** In the order in which they are tried: 「不予受理」 stands before 「受理」. */
const ROWS: readonly Row[] = [
  { verb: 'show', word: /^(?:进度|进展如何|查询|查看|详情|到哪了|怎么样了)$/, alone: null },
  { verb: 'not-accept', word: /^(?:不予受理|不受理|不能受理)/, alone: SPACED },
  { verb: 'deny', word: /^(?:不同意延期|不批准延期|拒绝延期)/, alone: SPACED },
  { verb: 'grant', word: /^(?:同意延期|批准延期|准予延期)/, alone: END },
  { verb: 'ask-extension', word: /^(?:申请)?(?:延期|延长)/, alone: /^\s*[\d一二两三四五六七八九十]/ },
  { verb: 'acknowledge', word: /^(?:确认)?签收/, alone: END },
  { verb: 'return', word: /^(?:退单|退回|退件)/, alone: SPACED },
  {
    verb: 'contacted',
    word: /^(?:已(?:经)?(?:电话|微信|上门)?联系(?!方式)|已致电|联系过了|已电话沟通|已上门)/,
    alone: ANY,
  },
  { verb: 'progress', word: /^(?:进展|办理进展|备注)/, alone: TOLD },
  { verb: 'reply', word: /^(?:(?:正式)?答复|办理结果|处理结果|回复企业|回复)/, alone: /^\s*[:：]\s*\S/ },
  {
    verb: 'reassign',
    word: /^(?:转办|转给|转到|转至|改派|转)(?!人工|诉求)/,
    alone: /^\s*[给到至]?\s*\S*(?:局|委|办|院|厅|署|部|政府|管委会|中心|银行|公司|支队|大队)/,
  },
  { verb: 'take', word: /^(?:我来办|我来接|我来处理|我接|受理|接单|我办)/, alone: END },
  { verb: 'dispatch', word: /^(?:派单|派给|派到|派|分派|交办)/, alone: /^\s*[给到]?\s*\S/ },
  { verb: 'ask-back', word: /^(?:追问|反问|问企业|请补充|请企业补充)/, alone: TOLD },
  { verb: 'recall', word: /^撤回/, alone: END },
  { verb: 'withdraw', word: /^(?:撤销|撤诉|不用办了|取消诉求)/, alone: SPACED },
  {
    verb: 'rate',
    word: /^(?:非常满意|很满意|比较满意|基本满意|不太满意|非常不满意|很不满意|不满意|满意)/,
    alone: SPACED,
  },
  { verb: 'score', word: /^(?:我?(?:给|打))?\s*([1-5一二三四五])\s*(?:分|星|颗星)/, alone: END },
  { verb: 'unsolved', word: /^(?:没有?解决|未解决|还没解决|没用)/, alone: SPACED },
  { verb: 'solved', word: /^(?:已经?解决了?|解决了|搞定了|问题解决了?)/, alone: END },
  { verb: 'call-back', word: /^(?:电话)?回访/, alone: TOLD },
  { verb: 'merge', word: /^(?:合并到|合并至|并入|与|和)(?=\s*[A-Za-z]{1,2}[\s-]?\d{4})/, alone: null },
  { verb: 'gather', word: /^(?:归到|归入|归集到|并案到)/, alone: null },
  { verb: 'publish', word: /^(?:公开|可以公开|发群里)/, alone: END },
  { verb: 'contact', word: /^(?:联系方式|联系电话|电话|联系人|怎么联系)$/, alone: null },
  { verb: 'supplement', word: /^补充/, alone: TOLD },
  { verb: 'urge', word: /^(?:催办|催一下|催催|催|麻烦快点|快点办)/, alone: END },
  { verb: 'collect', word: /^(?:收录|收入问答|记入问答)/, alone: END },
  { verb: 'hand-over', word: /^移交\s*(?:给)?/, alone: null },
];

/** Words in front of a number that say nothing of what is wanted. */
const NUMBER_FIRST =
  /^(?:诉求|编号|工单|关于|@?)\s*[#「【(]?([A-Za-z]{1,2}[\s-]?[\dOIlo]{4})(?![A-Za-z\d])[」】)]?(?:这件事?|的)?\s*[:：,，、]?\s*/;
const NUMBER_SECOND = /^\s*[:：]?\s*([A-Za-z]{1,2}[\s-]?[\dOIlo]{4})(?![A-Za-z\d])\s*[:：,，、]?\s*/;

const tidy = (text: string): string => text.replace(/^[\s:：,，。]+/, '').trim();

function numberIn(match: RegExpExecArray | null): AppealNumber | null {
  return match === null ? null : parseAppealNumber(match[1] as string);
}

/** Acts that are meant although another number stands right behind: 「合并到 A0318」. */
const TAKES_NUMBER: readonly AppealVerb[] = ['merge', 'gather'];
/** Acts whose own words say something, too: 「已联系企业，约周三上门」「基本满意」. */
const KEEPS_WORD: readonly AppealVerb[] = ['contacted', 'rate', 'score'];

interface Match {
  readonly number: AppealNumber | null;
  readonly verb: AppealVerb;
  /** How much of the end of the text is the rest. */
  readonly length: number;
}

function ofRow({ verb, word, alone }: Row, text: string, number: AppealNumber | null): Match | null {
  const match = word.exec(text);
  if (match === null) return null;
  const behind = text.slice(match[0].length);
  const lengthOf = (rest: string): number => (KEEPS_WORD.includes(verb) ? text.length : tidy(rest).length);
  if (number !== null) return { number, verb, length: lengthOf(behind) };
  const second = TAKES_NUMBER.includes(verb) ? null : NUMBER_SECOND.exec(behind);
  const named = numberIn(second);
  if (second !== null && named !== null) {
    return { number: named, verb, length: tidy(behind.slice(second[0].length)).length };
  }
  return alone?.test(behind) ? { number: null, verb, length: lengthOf(behind) } : null;
}

/**
 * Reads what is said of an appeal: 「A0321 签收」「签收 A0321」「答复：已拨付」, also with the number alone. `quoted` is the
 * number of the message that it answers. Null where it names neither an appeal nor an act.
 */
export function readAppealSaying(raw: string, quoted: AppealNumber | null = null): AppealSaying | null {
  const written = raw.trim();
  // Of the same length: what is kept of the text is kept as it was written.
  const text = toHalfWidth(written);
  const ending = (length: number): string => written.slice(written.length - length).trim();
  const first = NUMBER_FIRST.exec(text);
  const named = numberIn(first);
  const number = named ?? quoted;
  const said = named === null || first === null ? text : text.slice(first[0].length);
  for (const row of ROWS) {
    const match = ofRow(row, said, number);
    if (match) return { number: match.number, verb: match.verb, rest: ending(match.length) };
  }
  if (number === null) return null;
  return { number, verb: said === '' ? 'show' : 'free', rest: ending(said.length) };
}
