import { OPEN_END, readTypedDay } from '../answer/typed-day.ts';
import type { LocalDate } from '../time.ts';

/** What stands behind 「收录」: until when it may be repeated, and what it rests on. */
export interface CollectTerms {
  /** `unsaid`: nothing was said of it; `open`: 长期; `unreadable`: something that is no day. */
  readonly until: LocalDate | 'unsaid' | 'open' | 'unreadable';
  /** The words that name a document and a clause; null where there are none. */
  readonly basis: string | null;
}

const NUMERAL = '(?:\\d{1,3}|[一二两三四五六七八九十半]{1,3})';
const DURATION = `${NUMERAL}\\s*(?:个月|个?(?:年|季度?|周|星期|天))半?`;
const DAY = [
  '(?:19|20)\\d{2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}',
  '(?:(?:19|20)\\d{2}|[今明后本])\\s*年\\s*(?:\\d{1,2}\\s*月\\s*(?:\\d{1,2}\\s*[日号]|[底末])?|年?[底末])?',
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月\\s*(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*[日号]|[底末])?',
  '年[底末]',
].join('|');
const END = '\\s*(?:为止|止|前|有效|到期|失效|以前|之前)*';

/** 「有效至 2027-06-30」「截止到明年底」「有效期一年」「两年内有效」「长期有效」; only behind such words a date is one. */
const UNTIL = new RegExp(
  [
    `(?:有效期?限?|答复)?\\s*(?:有效)?\\s*(?:至|到|截至|截止(?:到|至)?|到期日?)\\s*[:：]?\\s*(?<day>${DAY}|${DURATION})${END}`,
    `有效期?限?\\s*(?:为|是)?\\s*[:：]?\\s*(?<term>${DAY}|${DURATION}|长期|永久)${END}`,
    `(?<ahead>${DURATION})\\s*(?:之?内)?有效`,
    '(?<open>长期|永久)(?:有效)?',
    // A day behind such a word that nobody can read.
    '(?:有效期?限?\\s*(?:至|到|为|是|[:：])|截至|截止(?:到|至)?)\\s*[:：]?\\s*(?<odd>[^\\s,，;；。]+)',
  ].join('|'),
  'u',
);
const BARE = new RegExp(`^(?:${DAY}|${DURATION})$`, 'u');
const EDGE = /^[\s:：,，;；、。]+|[\s:：,，;；、。]+$/gu;

/** 「收录 依据 武政〔2021〕12号 第三条 有效至 2027-06-30」, without 「收录」: in any order, each may be missing. */
export function readCollectTerms(rest: string, today: LocalDate): CollectTerms {
  const words = rest.replace(EDGE, '');
  if (words === '') return { until: 'unsaid', basis: null };
  if (BARE.test(words)) return { until: dayOf(words, today), basis: null };
  const found = UNTIL.exec(words);
  if (found === null) return { until: 'unsaid', basis: words };
  const { day, term, ahead, open, odd } = found.groups ?? {};
  const basis = `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`.replace(
    EDGE,
    '',
  );
  const until = odd !== undefined ? 'unreadable' : dayOf(day ?? term ?? ahead ?? open ?? '', today);
  return { until, basis: basis === '' ? null : basis };
}

function dayOf(words: string, today: LocalDate): CollectTerms['until'] {
  const day = readTypedDay(words, today);
  if (day === OPEN_END) return 'open';
  return day ?? 'unreadable';
}

/** What is wanted of the answers that were taken up; `which` is a number of the list or of an appeal. */
export type AnsweredCommand =
  | { readonly kind: 'list'; readonly page: number }
  | { readonly kind: 'show' | 'withdraw' | 'restore'; readonly which: string }
  | { readonly kind: 'correct'; readonly which: string; readonly rest: string };

const WHICH = '第?\\s*#?(\\d{1,4}|[A-Za-z]{1,2}[\\s-]?\\d{4})\\s*(?:号|条)?';

const RULES: readonly (readonly [RegExp, (which: string, rest: string) => AnsweredCommand])[] = [
  [
    /^(?:已收录(?:的?(?:问答|答复))?|收录(?:列表|清单)|答复库|问答库|专员答复库?)\s*(\d{1,3})?$/u,
    (page) => ({ kind: 'list', page: Math.max(1, Number(page || 1)) }),
  ],
  [
    new RegExp(`^(?:撤下|撤销|撤回|取消|删除|移除)收录\\s*${WHICH}$`, 'u'),
    (which) => ({ kind: 'withdraw', which }),
  ],
  [
    new RegExp(`^收录\\s*${WHICH}\\s*(?:撤下|撤销|撤回|取消|删除)$`, 'u'),
    (which) => ({ kind: 'withdraw', which }),
  ],
  [new RegExp(`^恢复收录\\s*${WHICH}$`, 'u'), (which) => ({ kind: 'restore', which })],
  [
    new RegExp(`^(?:查?看)?收录\\s*第?\\s*#?(\\d{1,3})\\s*(?:号|条)?$`, 'u'),
    (which) => ({ kind: 'show', which }),
  ],
  [
    new RegExp(`^(?:更正|修改|改)收录\\s*${WHICH}(?!\\d)[\\s:：,，的]*(.*)$`, 'su'),
    (which, rest) => ({ kind: 'correct', which, rest }),
  ],
];

/** 「答复库」「撤下收录 3」「更正收录 A0321 有效至 2027-06-30」; null for anything else. */
export function readAnsweredCommand(text: string): AnsweredCommand | null {
  const said = text.trim();
  const plain = said.replace(/[。.!！]+$/, '');
  for (const [pattern, toCommand] of RULES) {
    // The words of a correction are somebody's text to its last sign.
    const found = pattern.exec(pattern.dotAll ? said : plain);
    if (found) return toCommand(found[1] ?? '', found[2] ?? '');
  }
  return null;
}

/** What a correction changes: a text, or the terms. */
export type Correction =
  | { readonly kind: 'answer' | 'question'; readonly text: string }
  | { readonly kind: 'terms'; readonly terms: CollectTerms };

/** 「答复：…」「问题：…」「有效至 …」「依据 …」. */
export function readCorrection(rest: string, today: LocalDate): Correction | null {
  const [, field, text = ''] =
    /^(答[复覆案]|回[复答]|问题|问)\s*(?:改?为|改成|是)?[\s:：]+(.+)$/su.exec(rest.trim()) ?? [];
  if (field !== undefined) return { kind: field.startsWith('问') ? 'question' : 'answer', text: text.trim() };
  const terms = readCollectTerms(rest, today);
  return terms.until === 'unsaid' && terms.basis === null ? null : { kind: 'terms', terms };
}
