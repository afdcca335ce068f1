import { readVerdict } from '../../../domain/conversation/verdict.ts';
import { RATINGS } from '../../../domain/appeal/types.ts';
import { howWasIt } from '../../../text/zh/appeals/asking.ts';
import { ratingWords } from '../../../text/zh/appeals/words.ts';
import type { Said, Turn } from '../../turn/types.ts';

/** Which of the three it is, where the words leave that open; what was said goes along as the reason. */
export function askRating(number: string, reason: string | null, { message }: Said): Turn {
  const isBad = reason !== null && readVerdict(reason)?.says === 'dissatisfied';
  const choices = RATINGS.map((rating, at) => {
    // 「满意，没解决」 would only be asked about again.
    const behind = reason === null || (isBad && rating !== 'dissatisfied') ? '' : ` ${reason}`;
    const label = ratingWords[rating];
    return { key: String(at + 1), label, says: `${number} ${label}${behind}` };
  });
  const offer = { id: `${message.id}?rating`, topic: number, for: message.from.id, choices };
  return { reply: { text: howWasIt(number, choices), offer } };
}
