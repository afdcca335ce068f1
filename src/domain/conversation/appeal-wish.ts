import type { Wish } from '../appeal/commands.ts';
import { parseAppealNumber } from '../appeal/number.ts';
import {
  type AppealClass,
  type DeskId,
  type Ground,
  GROUNDS,
  type Rating,
  ratingOf,
} from '../appeal/types.ts';
import { toHalfWidth } from '../hanzi/width.ts';
import type { AppealSaying } from './appeal-saying.ts';

/** What the words behind an act may need to be read. */
export interface WishTools {
  /** The unit that a name stands for; null where it is none. */
  readonly unit: (name: string) => DeskId | null;
  /** The one who says it is the appellant, not of the staff. */
  readonly isOwner: boolean;
}

export type WishReading =
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** A unit was named that nobody knows; `before` and `after` stand around its name. */
  | { readonly kind: 'unknown-unit'; readonly name: string }
  /** The act needs more than was said; `example` says what. */
  | {
      readonly kind: 'incomplete';
      readonly what: 'unit' | 'days' | 'reason' | 'text' | 'rating' | 'number' | 'ground';
    };

const wish = (one: Wish): WishReading => ({ kind: 'wish', wish: one });
const incomplete = (what: Extract<WishReading, { kind: 'incomplete' }>['what']): WishReading => ({
  kind: 'incomplete',
  what,
});

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const numberOf = (text: string): number => DIGITS[text] ?? Number(text);

const CLASSES: Readonly<Record<string, AppealClass>> = {
  咨询: 'consultation',
  一般: 'ordinary',
  普通: 'ordinary',
  复杂: 'complex',
};
const CLASS = /[\s,，、(]+(?:按|作为|属于)?(咨询|一般|普通|复杂)(?:件|类|诉求)?\)?(?:[\s:：,，]+(.*))?$/su;
const SUPPORTING = /[\s,，、]*(?:协办|配合|会同|由)\s*[:：]?\s*/u;
const BETWEEN = /[\s,，、和及]+/u;

/** 「给 市经信局 协办 市财政局 复杂 涉及三个部门」. */
function readDispatch(rest: string, { unit }: WishTools): WishReading {
  const classed = CLASS.exec(` ${rest}`);
  const named = (classed === null ? rest : ` ${rest}`.slice(0, classed.index))
    .trim()
    .replace(/^[给到]\s*/, '');
  const [lead = '', ...others] = named.split(SUPPORTING);
  const names = [
    lead.trim(),
    ...others
      .join(' ')
      .split(BETWEEN)
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
  const [name = '', ...reason] = rest.replace(/^[给到至]\s*/, '').split(/[\s,，:：]+/u);
  if (name === '') return incomplete('unit');
  const to = unit(name);
  if (to === null) return { kind: 'unknown-unit', name };
  return wish({ kind: 'reassign', to, reason: reason.join(' ') || null });
}

const DAYS = /^\s*(\d{1,2}|[一二两三四五六七八九十])\s*个?(?:工作日|天|日)?[\s,，:：]*(.*)$/su;

function readExtension(rest: string): WishReading {
  const [, days, reason = ''] = DAYS.exec(rest) ?? [];
  return days === undefined
    ? incomplete('days')
    : wish({ kind: 'ask-extension', workingDays: numberOf(days), reason: reason.trim() });
}

const GROUND_WORDS: readonly (readonly [Ground, RegExp])[] = [
  ['outside-city', /外地|外省|外市|不属于本市|不在本市|市外/],
  ['in-court', /诉讼|法院|仲裁|复议|起诉|立案/],
  ['in-petition', /信访/],
  ['secret-or-private', /秘密|隐私|涉密/],
  ['abusive-or-empty', /辱骂|骂人|空白|内容不清|不完整|无实质/],
  ['already-handled', /重复|已在办|在办|已办结|办过/],
  ['other-law', /依法|法律|其他/],
];

/** 「2」「已起诉到法院」: one of the seven grounds. */
function readGround(rest: string): WishReading {
  const [, digit, behind = ''] = /^([1-7])[\s,，.、:：]*(.*)$/s.exec(rest) ?? [];
  if (digit !== undefined) {
    const ground = GROUNDS[Number(digit) - 1] as Ground;
    return wish({ kind: 'not-accept', ground, reason: behind.trim() || null });
  }
  const found = GROUND_WORDS.find(([, words]) => words.test(rest));
  return found ? wish({ kind: 'not-accept', ground: found[0], reason: rest }) : incomplete('ground');
}

const DISSATISFIED = /^(?:不太|非常不|很不|不)满意/;
const MOSTLY = /^(?:基本|比较)满意/;

function readRating(rest: string): WishReading {
  const rating: Rating = DISSATISFIED.test(rest)
    ? 'dissatisfied'
    : MOSTLY.test(rest)
      ? 'mostly-satisfied'
      : 'satisfied';
  const reason = rest
    .replace(/^\S*?满意[了啊呀的吧]*/, '')
    .replace(/^[\s:：,，。!！]+/, '')
    .trim();
  return wish({ kind: 'rate', rating, score: null, reason: reason || null });
}

function readScore(rest: string): WishReading {
  const [, digit, reason = ''] = /([1-5一二三四五])\s*(?:分|星|颗星)[\s:：,，。]*(.*)$/s.exec(rest) ?? [];
  const score = numberOf(digit ?? '');
  const rating = ratingOf(score);
  return rating === null
    ? incomplete('rating')
    : wish({ kind: 'rate', rating, score, reason: reason.trim() || null });
}

function readCallBack(rest: string): WishReading {
  const [, said, text = ''] = /^(未解决|没有?解决|已解决|解决)[了]?[\s:：,，。]*(.*)$/s.exec(rest) ?? [];
  if (said === undefined) return incomplete('text');
  return wish({ kind: 'call-back', solved: !/[未没]/.test(said), text: text.trim() || null });
}

const withNumber = (
  rest: string,
  toWish: (number: NonNullable<ReturnType<typeof parseAppealNumber>>) => Wish,
) => {
  const number = parseAppealNumber(rest);
  return number === null ? incomplete('number') : wish(toWish(number));
};

const SUPPLEMENT = { contact: null, attachments: [], lacks: [] } as const;

/** What comes of words that are no act: the enterprise adds something, the staff notes something. */
const readFree = (rest: string, { isOwner }: WishTools): WishReading =>
  isOwner
    ? wish({ kind: 'supplement', text: rest, ...SUPPLEMENT })
    : wish({ kind: 'note', text: rest, contacted: false });

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
      return wish({ kind: 'confirm-solved' });
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
