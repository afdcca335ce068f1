import { readDeskWord } from '../../domain/conversation/desk-words.ts';
import { deskWords } from '../../text/zh/appeals/desk-words.ts';
import { noteWords, returnWords } from '../../text/zh/appeals/typed.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { heardAtDesk, isOfDesk } from './acting/at-desk.ts';
import { choiceLabel } from './acting/which.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn, type Found } from './find.ts';

const MOST_CHOICES = 3;

/** Of which of several it is said: picked, it is noted there, or given back. */
function askWhich(found: readonly Found[], { message, text }: Said, isNotOurs: boolean): Turn {
  const says = isNotOurs ? returnWords(text) : noteWords(text);
  const choices = found.slice(-MOST_CHOICES).map(({ number, state }, at) => ({
    key: String(at + 1),
    label: choiceLabel(number, state),
    says: `${number} ${says}`,
  }));
  const offer = { id: message.id, topic: deskWords.topic, for: message.from.id, choices };
  return { reply: { text: deskWords.ofWhich(choices, { isNotOurs }), offer } };
}

/** Takes what somebody of a desk tells in his own words: it is about what he has in hand, and opens nothing. */
export function createDeskStep(deps: AppealDeps): Step {
  return async (said) => {
    const { message, text, picked, now } = said;
    const word = picked === null ? readDeskWord(text) : null;
    if (word === null || word === 'polite') return null;
    const own = await findOwn(deps, { by: message.from.id, chat: message.chat, at: now });
    const found = own.filter(isOfDesk);
    const [only, ...others] = found;
    if (only === undefined) return null;
    if (others.length === 0) return heardAtDesk(only, said);
    return word === 'done'
      ? { reply: { text: deskWords.whichResult } }
      : askWhich(found, said, word === 'not-ours');
  };
}
