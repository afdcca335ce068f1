import type { AppealNumber } from '../appeal/number.ts';
import { toHalfWidth } from '../hanzi/width.ts';
import type { AppealVerb } from './appeal-acts.ts';
import { readAppealSaying } from './appeal-saying.ts';

/** What may stand between the name in front and what is said: 「小企，…」「小企 …」, not 「小企业…」. */
const GAP = /^(?:[\s,:;.!?~、。…]+|$)/;
/** Said to nobody else, so that the gap may be missing: 「小企安静」. */
const NO_GAP = /^(?:安静|说话|有问必答)/;

/** What is said behind the bot's name in front; null where it does not stand there. */
export function withoutCall(text: string, name: string): string | null {
  const start = text.trimStart().replace(/^[@＠]/, '');
  // Of the same length: what is kept is kept as it was written.
  const plain = toHalfWidth(start).toLowerCase();
  const called = toHalfWidth(name).toLowerCase();
  if (called === '' || !plain.startsWith(called)) return null;
  const behind = plain.slice(called.length);
  const gap = GAP.exec(behind)?.[0] ?? (NO_GAP.test(behind) ? '' : null);
  return gap === null ? null : start.slice(called.length + gap.length).trim();
}

/** How a message comes to the bot. */
export interface Approach {
  readonly isGroup: boolean;
  /** The platform says so, the bot's name stands in front, or it quotes the bot. */
  readonly isAddressed: boolean;
  /** It answers an offer that is open to this person. */
  readonly isPick: boolean;
  /** Somebody else is mentioned or quoted. */
  readonly isToOther: boolean;
  readonly text: string;
  /** In this group plain questions are answered. */
  readonly answersAll: boolean;
}

/** What must be true for a message to be meant for the bot; null: it is not. */
export type Claim =
  | { readonly kind: 'meant' }
  /** Such an appeal is there, and the person has to do with it. */
  | { readonly kind: 'number'; readonly number: AppealNumber }
  /** The person has an appeal here of which it can be said. */
  | { readonly kind: 'act'; readonly verb: AppealVerb }
  /** The person is just telling the bot something here, or was asked by it; else, where it may be, the library answers it. */
  | { readonly kind: 'telling'; readonly orQuestion: boolean };

/** Acts that people say of an appeal without naming it, and hardly of anything else. */
const ACTS: readonly AppealVerb[] = [
  'acknowledge',
  'return',
  'ask-extension',
  'grant',
  'deny',
  'contacted',
  'progress',
  'reply',
  'reassign',
  'take',
  'withdraw',
  'rate',
  'score',
  'solved',
  'unsolved',
  'supplement',
  'urge',
  'appraise',
];

/** In a group the bot speaks when it is spoken to, and in the course of an appeal to the people in it. */
export function claimOf({
  isGroup,
  isAddressed,
  isPick,
  isToOther,
  text,
  answersAll,
}: Approach): Claim | null {
  if (!isGroup || isAddressed || isPick) return { kind: 'meant' };
  const saying = readAppealSaying(text);
  if (saying !== null && saying.number !== null) return { kind: 'number', number: saying.number };
  if (isToOther) return null;
  if (saying !== null && ACTS.includes(saying.verb)) return { kind: 'act', verb: saying.verb };
  return text.trim() === '' ? null : { kind: 'telling', orQuestion: answersAll };
}
