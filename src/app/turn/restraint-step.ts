import { repeats } from '../../domain/conversation/repeats.ts';
import { mannersWords } from '../../text/zh/manners.ts';
import { SILENCE, type Step } from './types.ts';

const SHORT = 6;

/**
 * Stands before answers of the library: none where the group asked for quiet, one to a question that comes twice within
 * a minute. Whatever is done about appeals and people has been taken by other steps.
 */
export function createRestraintStep(botName: string): Step {
  return async ({ message, text, picked, conversation, now }) => {
    const { isGroup, from } = message;
    const { hush } = conversation.manners;
    if (isGroup && hush === 'told') return SILENCE;
    if (isGroup && hush === 'on')
      return { reply: { text: mannersWords.hushHere(botName) }, manners: { hush: 'told' } };
    // Whoever picks a digit again wants to read it again.
    if (picked !== null) return null;
    const whose = repeats(conversation.lately, { text, person: from.id, now });
    if (whose === null) return null;
    if (isGroup && whose === 'own') return SILENCE;
    // 「你好」 alone with the bot may be said twice.
    return isGroup || text.trim().length >= SHORT ? { reply: { text: mannersWords.justAnswered } } : null;
  };
}
