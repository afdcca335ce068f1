import type { OutboundMessage } from '../../../ports/message.ts';
import { whichAppeal } from '../../../text/zh/appeals/asking.ts';
import { openingWords } from '../../../text/zh/appeals/opening.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { Found } from '../find.ts';

const MOST_CHOICES = 3;

/** An appeal among several that can be picked. */
export const choiceLabel = (number: string, { category }: Pick<Found['state'], 'category'>): string =>
  [number, category].filter((word) => word !== null).join(' ');

/** Which of several appeals was meant: each can be picked. */
export function askWhich(found: readonly Found[], { text, message }: Said): Turn {
  const shown = found.slice(-MOST_CHOICES);
  const choices = shown.map(({ number, state }, at) => ({
    key: String(at + 1),
    label: choiceLabel(number, state),
    says: `${number} ${text}`,
  }));
  const offer: OutboundMessage['offer'] = {
    id: message.id,
    topic: openingWords.topic,
    for: message.from.id,
    choices,
  };
  return { reply: { text: whichAppeal(choices), offer } };
}
