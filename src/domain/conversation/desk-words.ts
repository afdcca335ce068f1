import { asksSomething, isMerelyPolite } from './asks.ts';

/** What somebody of a desk says in his own words, without a word of the commands. */
export type DeskWord =
  /** 「好的」「收到」: nothing that the enterprise should read. */
  | 'polite'
  /** 「这个不归我们管」「应该找住建局」. */
  | 'not-ours'
  /** 「办好了」: done, but not what was done. */
  | 'done'
  /** 「对方已付40万，剩下的月底付清」. */
  | 'report';

const NOT_OURS =
  /不(?:归|由|该|属于?)(?:我们?|本|你们?)?(?:局|委|区|办|单位|部门|处|科)?[^,，。]{0,6}(?:管|办|负责|职责|范围|业务|受理|处理)|不是(?:我们?|本)(?:局|委|区|办|单位|部门|处|科)?[^,，。]{0,4}(?:的?(?:事|职责|职能|业务|范围)|管|负责)|不在[^,，。]{0,8}(?:职责|职能|范围)|(?:应该?|应当|该|要)(?:去|由|是|让|转)?(?:找|归|由|给|到)\s*\S{0,8}(?:局|委|办|厅|院|区|部门|银行|公司)|(?:我们?|本局|这边)(?:管不了|办不了|没有?(?:这个)?(?:职能|权限))/u;
const DONE =
  /^(?:这个?|这件?(?:事情?)?|事情|问题)?(?:都|全部?|已经?|也)*(?:办|处理|解决|弄|搞)?(?:好|完|结|完毕|定|掉|到位|完成)了?[!！。.~\s]*$/u;
const REPORTS =
  /已|[了过](?=[,，。!！;；\s]|$)|正在|将[于在会]|我[们局委区办]|本[局委单]|对方|企业|约谈|核实|协调|拨付|付清|到账|受理|安排|预计|尽快|(?:今|明|后)天|[本下]周|周[一二三四五]|月底|上门/u;
const SHORT = 8;

/** Null for questions, and for what may be said of anything. */
export function readDeskWord(said: string): DeskWord | null {
  const text = said.trim();
  if (isMerelyPolite(text)) return 'polite';
  if (asksSomething(text)) return null;
  if (NOT_OURS.test(text)) return 'not-ours';
  if (text.length <= SHORT && DONE.test(text)) return 'done';
  return REPORTS.test(text) ? 'report' : null;
}
