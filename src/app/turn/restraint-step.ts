import { repeats } from '../../domain/conversation/repeats.ts';
import { mannersWords } from '../../text/zh/manners.ts';
import { SILENCE, type Step } from './types.ts';

/**
 * Stands before answers of the library in groups: none where the group asked for quiet, one to a question that comes
 * twice within a minute. Whatever is done about appeals and people has been taken by other steps.
 */
export function createRestraintStep(botName: string): Step {
  return async ({ message, text, picked, conversation, now }) => {
    const { isGroup, from } = message;
    const { hush } = conversation.manners;
    if (!isGroup) return null;
    if (hush === 'told') return SILENCE;
    if (hush === 'on') return { reply: { text: mannersWords.hushHere(botName) }, manners: { hush: 'told' } };
    // Whoever picks a digit again wants to read it again.
    const whose = picked === null ? repeats(conversation.lately, { text, person: from.id, now }) : null;
    if (whose === null) return null;
    return whose === 'own' ? SILENCE : { reply: { text: mannersWords.justAnswered } };
  };
}
