import type { Wish } from '../appeal/commands.ts';
import { parseAppealNumber } from '../appeal/number.ts';
import { type AppealClass, type DeskId, type Ground, GROUNDS } from '../appeal/types.ts';
import { parseNumeral } from '../hanzi/numerals.ts';
import { toHalfWidth } from '../hanzi/width.ts';
import type { AppealSaying } from './appeal-saying.ts';
import { readAppraisal, readGivenUp, readRating, readScore, readSolved } from './rating-wish.ts';
import { incomplete, readFree, SUPPLEMENT, wish, type WishReading, type WishTools } from './wish-reading.ts';

const CLASSES: Readonly<Record<string, AppealClass>> = {
  咨询: 'consultation',
  一般: 'ordinary',
  普通: 'ordinary',
  复杂: 'complex',
};
const CLASS = /[\s,，、(]+(?:按|作为|属于)?(咨询|一般|普通|复杂)(?:件|类|诉求)?\)?(?:[\s:：,，]+(.*))?$/su;
const SUPPORTING = /[\s,，、]*(?:协办|配合|会同|由)\s*[:：]?\s*/u;
const BETWEEN = /[\s,，、和及]+/u;
/** 「市经信局牵头，市财政局配合」 */
const LED = /^(.+?)(?:牵头|主办)[\s,，、;；]*(.+?)(?:配合|协办|协助|会办)?$/su;
/** 「派给市经信局办理」: what stands behind a name and is none of it. */
const ITS_DOING = /(?:来|去)?(?:办理|处理|牵头|主办|承办|负责|跟进)$/u;

const unitName = (name: string): string =>
  name
    .trim()
    .replace(/^[给到至往]\s*/u, '')
    .replace(ITS_DOING, '')
    .trim();

/** 「给 市经信局 协办 市财政局 复杂 涉及三个部门」. */
function readDispatch(rest: string, { unit }: WishTools): WishReading {
  const classed = CLASS.exec(` ${rest}`);
  const named = (classed === null ? rest : ` ${rest}`.slice(0, classed.index)).trim();
  const [lead = '', ...others] = named.replace(LED, '$1 协办 $2').split(SUPPORTING);
  const names = [
    unitName(lead),
    ...others
      .join(' ')
      .split(BETWEEN)
      .map(unitName)
      .filter((name) => name !== ''),
  ];
  if (names[0] === '') return incomplete('unit');
  const units = names.map((name) => unit(name));
  const unknown = units.findIndex((one) => one === null);
  if (unknown >= 0) return { kind: 'unknown-unit', name: names[unknown] as string };
  const [first, ...supporting] = units as DeskId[];
  return wish({
    kind: 'dispatch',
    lead: first as DeskId,
    supporting,
    class: CLASSES[classed?.[1] ?? ''] ?? 'ordinary',
    evidence: [],
    reason: classed?.[2]?.trim() || null,
  });
}

function readReassign(rest: string, { unit }: WishTools): WishReading {
  const [told = '', ...reason] = rest.replace(/^[给到至往]\s*/, '').split(/[\s,，:：;；。]+/u);
  const name = unitName(told);
  if (name === '') return incomplete('unit');
  const to = unit(name);
  if (to === null) return { kind: 'unknown-unit', name };
  return wish({ kind: 'reassign', to, reason: reason.join(' ') || null });
}

const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})\\s*个?(工作日|天|日|周|星期|礼拜)';
const DAYS_FIRST = new RegExp(`^\\s*${COUNT}[\\s,，:：。;；]*(.*)$`, 'su');
const BARE_DAYS = /^\s*(\d{1,2})()(?=[\s,，:：]|$)[\s,，:：]*(.*)$/su;
/** 「需要现场核实，3天」 */
const DAYS_LAST = new RegExp(`^(.*?)[\\s,，:：。;；]*${COUNT}[\\s。]*$`, 'su');
const WEEK: readonly string[] = ['周', '星期', '礼拜'];
const DAYS_OF_WEEK = 5;

function readExtension(rest: string): WishReading {
  const last = DAYS_LAST.exec(rest);
  const [, count = '', unit = '', reason = ''] =
    DAYS_FIRST.exec(rest) ?? BARE_DAYS.exec(rest) ?? (last && ['', last[2], last[3], last[1]]) ?? [];
  const number = parseNumeral(count);
  if (number === null) return incomplete('days');
  const workingDays = WEEK.includes(unit) ? number * DAYS_OF_WEEK : number;
  return wish({ kind: 'ask-extension', workingDays, reason: reason.trim() });
}

const GROUND_WORDS: readonly (readonly [Ground, RegExp])[] = [
  ['outside-city', /外地|外省|外市|不属于[本我]市|不在[本我]市|市外/],
  ['in-court', /诉讼|法院|仲裁|复议|起诉|立案/],
  ['in-petition', /信访/],
  ['secret-or-private', /秘密|隐私|涉密/],
  ['abusive-or-empty', /辱骂|骂人|空白|内容不清|不完整|无实质/],
  ['already-handled', /重复|已在办|在办|已办结|办过/],
  ['other-law', /依法|法律|其他/],
];

/** 「2」「已起诉到法院」: one of the seven grounds. */
function readGround(rest: string): WishReading {
  const [, digit, behind = ''] = /^([1-7])(?!\d)[\s,，.、:：]*(.*)$/s.exec(rest) ?? [];
  if (digit !== undefined) {
    const ground = GROUNDS[Number(digit) - 1] as Ground;
    return wish({ kind: 'not-accept', ground, reason: behind.trim() || null });
  }
  const found = GROUND_WORDS.find(([, words]) => words.test(rest));
  return found ? wish({ kind: 'not-accept', ground: found[0], reason: rest }) : incomplete('ground');
}

/** 「已解决」「企业说还没解决，…」「企业满意」 */
const SOLVED = /^(.{0,12}?)(?:解决|满意|属实)了?[\s:：,，。;；]*(.*)$/s;

function readCallBack(rest: string): WishReading {
  const [, how, text = ''] = SOLVED.exec(rest) ?? [];
  if (how === undefined) return incomplete('text');
  return wish({ kind: 'call-back', solved: !/[未没不]/.test(how), text: text.trim() || null });
}

const withNumber = (
  rest: string,
  toWish: (number: NonNullable<ReturnType<typeof parseAppealNumber>>) => Wish,
) => {
  const number = parseAppealNumber(rest);
  return number === null ? incomplete('number') : wish(toWish(number));
};

/** 「因……不属于我局职责，依据三定方案」: reason, and the rule by which another is responsible. */
function readReturn(rest: string): WishReading {
  const [, reason = rest, basis = ''] =
    /^(.*?)[\s,，;；。]*(?:依据|根据|按照)[:：]?\s*(.+)$/s.exec(rest) ?? [];
  return wish({ kind: 'return', reason: (reason || rest).trim(), basis: basis.trim() || null });
}

/** Acts behind which figures, names and marks are read; the others carry words to people as they were written. */
const READS: readonly AppealSaying['verb'][] = [
  'ask-extension',
  'reassign',
  'dispatch',
  'not-accept',
  'rate',
  'score',
  'call-back',
  'merge',
  'gather',
];

/** What a saying about an appeal asks for; null for those that ask for nothing to be done (`show`, `urge`, …). */
export function toWish({ verb, rest: written }: AppealSaying, tools: WishTools): WishReading | null {
  const rest = READS.includes(verb) ? toHalfWidth(written) : written;
  switch (verb) {
    case 'acknowledge':
      return wish({ kind: 'acknowledge' });
    case 'return':
      return readReturn(rest);
    case 'ask-extension':
      return readExtension(rest);
    case 'grant':
      return wish({ kind: 'decide-extension', granted: true, reason: rest || null });
    case 'deny':
      return wish({ kind: 'decide-extension', granted: false, reason: rest || null });
    case 'contacted':
      return wish({ kind: 'note', text: rest, contacted: true });
    case 'progress':
      return wish({ kind: 'note', text: rest, contacted: false });
    case 'reply':
      return wish({ kind: 'reply', text: rest, from: null });
    case 'reassign':
      return readReassign(rest, tools);
    case 'take':
      return wish({ kind: 'take' });
    case 'dispatch':
      return readDispatch(rest, tools);
    case 'not-accept':
      return readGround(rest);
    case 'ask-back':
      return wish({ kind: 'ask-back', question: rest });
    case 'recall':
      return wish({ kind: 'recall-dispatch' });
    case 'withdraw':
      return wish({ kind: 'withdraw', reason: rest || null });
    case 'rate':
      return readRating(rest);
    case 'score':
      return readScore(rest);
    case 'solved':
      return readSolved(rest);
    case 'appraise':
      return readAppraisal(rest, tools);
    case 'let-go':
      return readGivenUp(rest, tools);
    case 'unsolved':
      return wish({ kind: 'rate', rating: 'dissatisfied', score: null, reason: rest || null });
    case 'call-back':
      return readCallBack(rest);
    case 'merge':
      return withNumber(rest, (into) => ({ kind: 'merge', into }));
    case 'gather':
      return withNumber(rest, (parent) => ({ kind: 'gather', parent }));
    case 'publish':
      return wish({ kind: 'publish' });
    case 'contact':
      return wish({ kind: 'see-contact' });
    case 'supplement':
      return wish({ kind: 'supplement', text: rest, ...SUPPLEMENT });
    case 'free':
      return readFree(rest, tools);
    case 'show':
    case 'urge':
    case 'collect':
    case 'hand-over':
      return null;
  }
}
