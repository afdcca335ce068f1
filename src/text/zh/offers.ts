import type { Offer } from '../../domain/conversation/offers.ts';
import { cut } from './appeals/words.ts';
import { shownName } from './people-words.ts';

/** A digit fits several open offers: says how each is answered by it. */
export const whichOffer = (offers: readonly Offer[], key: string): string =>
  [
    '您说的是哪一件？请连前面的字一起回复：',
    ...offers.map(
      ({ topic, choices }) => `「${topic} ${key}」${choices.find((one) => one.key === key)?.label ?? ''}`,
    ),
  ].join('\n');

export const offerGone = '这个选项已经失效，或不是发给您的。请再说一遍您的需要。';

/** What shows for a moment to whoever pressed a button that does nothing for him. */
export const clickWords = {
  over: '这个选项已经有结果，或过了时间。需要的话请直接打字告诉我。',
  forAnother: '这是给别人选的。您有事请直接跟我说。',
  /** About an appeal. */
  notYours: (number: string): string => `${number} 这一步不归您来选。`,
  done: (number: string): string => `${number} 这一步已经办过，不用再点。`,
} as const;

const LONGEST_CHOICE = 30;

/** A card whose choice was made: its text, and beneath it who chose what. */
export const settledCard = (text: string, by: { readonly name: string; readonly choice: string }): string =>
  `${text}\n—— ${by.name === '' ? '' : `${shownName(by.name)}：`}${cut(by.choice, LONGEST_CHOICE)}`;
