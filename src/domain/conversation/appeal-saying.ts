import { type AppealNumber, parseAppealNumber } from '../appeal/number.ts';
import { toHalfWidth } from '../hanzi/width.ts';
import { ACT_ROWS, type ActRow, type AppealVerb } from './appeal-acts.ts';
import { readLettingGo } from './letting-go.ts';
import { readVerdict, wantsToRate } from './verdict.ts';

/** 「A0321 退单 不属于我局职责」: the number, the act, and what comes behind. */
export interface AppealSaying {
  readonly number: AppealNumber | null;
  readonly verb: AppealVerb;
  readonly rest: string;
}

const CODE = '([A-Za-z]{1,2}[\\s_-]?[\\dOIlo]{4})(?![A-Za-z\\d])';
/** Signs between a number and what is said of it. */
const GAP = '[\\s:：,，、。.;；|/~—–-]*';
/** 「把A0321」「编号是A0321」「【A0321】」: words in front of a number say nothing of what is wanted. */
const NUMBER_FIRST = new RegExp(
  `^[\\s。.,，]*(?:请?[把将对就]|关于|针对|有关|@)?\\s*(?:诉求|工单)?(?:编号|单号)?\\s*[是为:#「【《(\\[]?\\s*${CODE}\\s*[」】》)\\]]?号?\\s*(?:这(?:件事?|个|条|单)|(?:这件|这个|这条)?(?:诉求|工单)|的)?的?${GAP}`,
);
/** 「签收 A0321」「撤销一下A0321」. */
const NUMBER_SECOND = new RegExp(
  `^(?:一下|掉|了|这个|这件|诉求|编号)?\\s*[:：]?\\s*[#「【(]?${CODE}[」】)]?号?${GAP}`,
);
/** 「合并A0321到A0318」 has both behind it. */
const MERGES = new RegExp(`^(合并|归并)\\s*${CODE}\\s*(?:到|至|进|入|和|与)\\s*(?=[A-Za-z])`);
const POLITE =
  /^(?:你好|您好|老师|小企)?[\s,，]*(?:麻烦|请|烦请|劳驾)?(?:您|你)?(?:帮(?:我们?|忙|个忙)?)?(?:(?:我们?|俺)?(?:要|想要?|需要))?[\s,，]*/;

/** Whoever asks how far it is wants to be shown, not to do: 「签收了吗」「办到哪一步了」「什么时候能答复」. */
const ASKS_HOW_FAR =
  /^(?=.{0,24}$)(?:请问|现在|目前|这个?|那个?)*(?:.{0,8}(?:[吗嘛]|了么|没有|了没|呢)[\s?。!]*$|.{0,4}(?:给?谁|哪个?(?:单位|部门|局))(?:了|在办|办的?|负责)?[\s?。]*$|.{0,4}(?:什么|啥)(?:情况|进展|结果|状态)了?[\s?。]*$|.{0,6}(?:什么时候|几时|何时|多久)(?:才)?(?:能|会|可以)?(?:有?(?:答复|回复|结果|消息|办完|办好|办|解决|处理|好))[\s?。]*$)/;
/** 「联系方式」「企业电话多少」 without a number: only who works on appeals asks so for one. */
const CONTACT =
  /^(?:这个?|那个?|企业|老板|对方|的)*(?:联系方式|联系电话|电话(?:号码|多少|是多少)?|手机号?|联系人|怎么联系)[\s?。]*$/;
export const asksForContact = (text: string): boolean => CONTACT.test(toHalfWidth(text).trim());

/** Words that nobody says but to be shown. */
const LOOKS =
  /^(?:请问)?(?:现在|目前)?(?:怎么样|怎样|咋样|如何|办?到哪(?:里|儿|一?步)?|办得怎么样|处理得?怎么样|办好|办完|有(?:没有)?(?:进展|结果|消息|回复|答复)|进展(?:到哪|如何|怎么样|呢)?|进度(?:如何|怎么样|呢)?|状态|呢)(?:了|啦|吗|呢|没有?|么)*[\s?!。~]*$/;
const LOOKED_UP =
  /查|看看|看下|看一下|问(?:一?下|问)|怎么样|咋样|到哪|进度|进展|情况|状态|结果|消息|办(?:好|完)|呢/;
/** Said of something that is under way, without its number: 「进度怎么样了」「我的事有回音没」「谁在办」「还要多久」. */
const OF_MINE =
  /^(?:请问|那|我们?的?|咱们?的?|上次|之前|昨天|前天|反映|说|提|那个|这个|那件|这件|的|事情?|诉求|问题|欠款|投诉|现在|目前|到底|都|还|怎么|是|哪个|部门|单位|在)*(?:进[度展](?:怎么样|如何|呢|到哪)?|(?:办|处理|搞|弄)得?(?:怎么样|咋样|如何|到哪(?:一?步|里|儿)?)|到哪(?:一?步|里|儿)|怎么样|咋样|有(?:没有)?(?:结果|消息|回音|进展|回复|答复|下文)|(?:还|怎么)?没有?(?:结果|消息|回音|进展|回复|答复)|(?:谁|哪个(?:部门|单位))在?(?:办|处理|负责)|(?:还要|要|需要)多久|什么时候(?:才)?(?:能|可以)?(?:办好|解决|有(?:结果|答复|回复|消息)|答复|回复)|几时(?:能)?(?:办好|解决|答复)|办理|处理)(?:了|啦|吗|嘛|呢|没有?|啊|呀|的|么)*[\s?!。~]*$/;

/** True where the words ask how far something is, and can hardly ask anything else; only for who has something open. */
export const asksForProgress = (text: string): boolean => {
  const plain = toHalfWidth(text).trim();
  return plain.length <= 20 && OF_MINE.test(plain) && !/^(?:办理|处理|怎么样|咋样)[\s?!。~]*$/.test(plain);
};

const SHORT = 30;
const PROGRESS = /进度|进展|办|处理|解决|答复|回复|受理|签收|派|转给|结果|消息/;

/** Acts whose words go to people as they were written: a question in them is theirs. */
const CARRIES: readonly AppealVerb[] = [
  'reply',
  'ask-back',
  'progress',
  'supplement',
  'call-back',
  'rate',
  'deny',
  'not-accept',
  'return',
];
/** Of these 「答复了吗」「回访了没有」 asks, where no colon says that the words are to be carried. */
const ENDS_IT: readonly AppealVerb[] = ['reply', 'progress', 'call-back', 'return'];
/** Acts that are meant although another number stands right behind: 「合并到 A0318」. */
const TAKES_NUMBER: readonly AppealVerb[] = ['merge', 'gather'];
/** Acts whose own words say something, too: 「已联系企业，约周三上门」「基本满意」. */
const KEEPS_WORD: readonly AppealVerb[] = ['contacted', 'rate', 'score'];
/** 「撤销 公司登记要什么材料」: who asks about something general does not act. */
const GENERAL = /[?吗呢]|怎么|咋|如何|流程|材料|条件|什么|哪[里个些儿]|多少|是不是|能不能|可以/;
/** 「诉求：…」 begins anew, whatever it answers. */
const BEGINS_ANEW = /^(?:诉求|(?:我们?要?)?(?:反映|投诉)|转人工)(?:[\s:：,，]|$)/;

/** 「了！」「吧，谢谢」 says nothing. */
const NOTHING = /^(?:一下|[了吧啊呀哈呢])*[\s!,，.。~?]*(?:谢谢|辛苦了?|多谢)?[\s!.。~?]*$/;

const tidy = (text: string): string =>
  NOTHING.test(text) ? '' : text.replace(/^[\s:：,，。;；]+/, '').trim();

interface Match {
  readonly number: AppealNumber | null;
  readonly verb: AppealVerb;
  /** The word of the act where it says something itself. */
  readonly kept: string;
  readonly behind: string;
}

/** The number at the beginning, unless it is a door or part of a longer code. */
function numberAt(pattern: RegExp, text: string) {
  const match = pattern.exec(text);
  const [whole, code] = match ?? [];
  if (whole === undefined || code === undefined) return null;
  const from = text.indexOf(code);
  const number = parseAppealNumber(text.slice(from, from + code.length + 3));
  return number === null ? null : { number, length: whole.length };
}

function ofRow({ verb, word, alone }: ActRow, text: string, number: AppealNumber | null): Match | null {
  const match = word.exec(text);
  if (match === null) return null;
  const behind = text.slice(match[0].length);
  const kept = KEEPS_WORD.includes(verb) ? match[0] : '';
  if (number !== null) return { number, verb, kept, behind };
  const second = TAKES_NUMBER.includes(verb) ? null : numberAt(NUMBER_SECOND, behind);
  if (second !== null) return { number: second.number, verb, kept, behind: behind.slice(second.length) };
  const isMeant = alone?.test(behind) === true && (CARRIES.includes(verb) || !GENERAL.test(behind));
  return isMeant ? { number: null, verb, kept, behind } : null;
}

function ofRows(text: string, number: AppealNumber | null): Match | null {
  for (const row of ACT_ROWS) {
    const match = ofRow(row, text, number);
    if (match) return match;
  }
  return null;
}

/** Shown rather than done, where the words only ask. */
function toShow({ number, verb, behind }: Match, text: string): boolean {
  if (number === null) return false;
  if (LOOKS.test(text)) return true;
  const isCarried = CARRIES.includes(verb) && (!ENDS_IT.includes(verb) || /^\s*:/.test(behind));
  if (isCarried) return false;
  if (LOOKS.test(behind)) return true;
  const asks = ASKS_HOW_FAR.test(text) || ASKS_HOW_FAR.test(behind);
  // 「能快点吗」 asks for more than to be shown.
  return asks && (verb !== 'free' || PROGRESS.test(text));
}

/** What is said behind a number, or of the quoted message. */
function ofNumbered(said: string, number: AppealNumber): Match {
  const match = ofRows(said, number) ?? ofRows(said.replace(POLITE, ''), number);
  const free: Match = { number, verb: NOTHING.test(said) ? 'show' : 'free', kept: '', behind: said };
  const read = match ?? free;
  return toShow(read, said) ? { number, verb: 'show', kept: '', behind: '' } : read;
}

/** What is none of the acts by its first word may still rate, or give up. */
function inOwnWords(
  match: Match | null,
  { said, number }: { readonly said: string; readonly number: AppealNumber | null },
): Match | null {
  if (match !== null && match.verb !== 'free') return match;
  const whole = { number, kept: '', behind: said } as const;
  const isRating = readVerdict(said) !== null || (number === null && wantsToRate(said));
  if (isRating) return { ...whole, verb: 'appraise' };
  return readLettingGo(said) === null ? match : { ...whole, verb: 'let-go' };
}

/** Without a number in front: an act, with the number behind it or with none. */
function ofPlain(said: string): Match | null {
  const merges = MERGES.exec(said);
  const merged = merges === null ? null : parseAppealNumber(merges[2] as string);
  if (merges !== null && merged !== null) {
    return { number: merged, verb: 'merge', kept: '', behind: said.slice(merges[0].length) };
  }
  const match = ofRows(said, null) ?? ofRows(said.replace(POLITE, ''), null);
  if (match !== null)
    return toShow(match, match.behind) && match.behind !== '' ? { ...match, verb: 'show' } : match;
  const named = said.length <= SHORT && LOOKED_UP.test(said) ? parseAppealNumber(said) : null;
  return named === null ? null : { number: named, verb: 'show', kept: '', behind: '' };
}

/**
 * Reads what is said of an appeal: 「A0321 签收」「签收 A0321」「答复：已拨付」, also with the number alone. `quoted` is the
 * number of the message that it answers. Null where it names neither an appeal nor an act.
 */
export function readAppealSaying(raw: string, quoted: AppealNumber | null = null): AppealSaying | null {
  const written = raw.trim();
  // Of the same length: what is kept of the text is kept as it was written.
  const text = toHalfWidth(written);
  const first = numberAt(NUMBER_FIRST, text);
  const number = first?.number ?? quoted;
  if (first === null && BEGINS_ANEW.test(text)) return null;
  const said = first === null ? text : text.slice(first.length);
  const match = inOwnWords(number === null ? ofPlain(said) : ofNumbered(said, number), { said, number });
  // 「诉求 A1234设备坏了」 tells of a machine.
  if (match === null || (match.verb === 'free' && BEGINS_ANEW.test(text))) return null;
  const ending = (rest: string): string => written.slice(written.length - rest.length).trim();
  const behind = ending(match.kept === '' ? tidy(match.behind) : match.behind);
  const rest =
    match.verb === 'show'
      ? ''
      : `${match.kept}${match.kept === '' || behind === '' ? '' : keptGap(match.behind)}${behind}`;
  return { number: match.number, verb: match.verb, rest };
}

/** What stood between the act's word and the words behind it. */
const keptGap = (behind: string): string => (/^\s/.test(behind) ? ' ' : '');
