import { fold } from '../hanzi/fold.ts';
import { asksSomething, isMerelyPolite } from './asks.ts';
import { inPlainWords } from './plain-words.ts';

/** 「算了」「不需要了，已经解决」: somebody wants something no more, without saying what. */
export interface LettingGo {
  /** Why, as it was written; null where it was not said. */
  readonly reason: string | null;
}

const LONGEST = 40;
const END = '(?:吧|了|啦|啊|呀|哈|哦)*$';
const DROPS = new RegExp(
  `^(?:那|就|我们?|先|暂时|现在|这个?|这件?事情?|还是|已经|诉求)*(?:算(?:了|哒|球)(?:算了)?(?:不(?:说|弄|办|搞|提|反映|投诉)了)?|取消(?:了|掉|诉求|反映|投诉)?|作废|(?:不用|不需要|不必|用不着|不要|不想)(?:再)?(?:你们?)?(?:办|管|处理|转|麻烦|弄|反映|投诉|解决)?(?:你们)?了|不(?:办|弄|搞|提|说|反映|投诉|管|告)了|当我没说|没事了|没得事了)${END}`,
  'u',
);
/** Whoever says more than that puts it right. */
const MISTAKES = new RegExp(
  `^(?:不好意思|抱歉|对不起|[\\s,，])*(?:我)?(?:发|说|写|搞|弄|点|按|打)错(?:群|人|地方)?${END}`,
  'u',
);
const GAPS = /[\s,，、.。!！~～;；…]+/u;

/** Reads that somebody gives up what he was just about; null where he does not. */
export function readLettingGo(text: string): LettingGo | null {
  const plain = inPlainWords(fold(text)).trim();
  if (plain.length > LONGEST || asksSomething(plain)) return null;
  if (MISTAKES.test(plain.replace(/[\s.。!！~～]+$/u, ''))) return { reason: text.trim() };
  const clauses = text.split(GAPS).filter((one) => one !== '' && !isMerelyPolite(one));
  const isDrop = (clause: string): boolean => DROPS.test(inPlainWords(fold(clause)));
  if (!clauses.some(isDrop)) return null;
  const beside = clauses.filter((one) => !isDrop(one)).join('，');
  return { reason: beside === '' ? null : beside };
}

const KEEPS =
  /^(?:不|别|先不|先别|不要|不用|暂不|不想)(?:撤销?|取消)了?|^(?:继续|接着|还是|还)(?:要)?(?:办|处理|弄|要|反映)|^(?:点错|按错|手滑)|^取消[吧了]?$/u;
const SKIPS =
  /^(?:跳过|略过?|不说了?|不想说|没(?:有|什么|啥)?(?:原因|理由)?|无|没有|保密|直接撤销?|就是想撤销?)[了吧啊。!！~]*$/u;
const AFFIRMS = /^(?:是的?|对的?|嗯+|确认|确定|撤销?|撤了|好的?|可以|要)[了吧啊呀。!！~]*$/u;

/** What somebody who was asked why he withdraws answers to that. */
export type WhyAnswer = 'keep' | 'skip' | 'reason';

/** Everything but a way back and 「跳过」 is the reason; 「取消」 may mean either, and is taken for the way back. */
export function readWhy(text: string): WhyAnswer {
  const plain = inPlainWords(fold(text)).trim();
  if (KEEPS.test(plain)) return 'keep';
  return SKIPS.test(plain) || AFFIRMS.test(plain) ? 'skip' : 'reason';
}
