import type { Offer } from '../../domain/conversation/offers.ts';

/** A digit fits several open offers: says how each is answered by it. */
export const whichOffer = (offers: readonly Offer[], key: string): string =>
  [
    '您说的是哪一件？请连前面的字一起回复：',
    ...offers.map(
      ({ topic, choices }) => `「${topic} ${key}」${choices.find((one) => one.key === key)?.label ?? ''}`,
    ),
  ].join('\n');

export const offerGone = '这个选项已经失效，或不是发给您的。请再说一遍您的需要。';
