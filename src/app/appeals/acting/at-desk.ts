import { rolesOf } from '../../../domain/appeal/relation.ts';
import { AT_DESK, isIn } from '../../../domain/appeal/state.ts';
import { type DeskWord, readDeskWord } from '../../../domain/conversation/desk-words.ts';
import { deskWords } from '../../../text/zh/appeals/desk-words.ts';
import { noteWords, replyWords, returnWords } from '../../../text/zh/appeals/typed.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { Found } from '../find.ts';
import { toOrder } from '../order-to.ts';

const saying = (text: string): Turn => ({ reply: { text } });

/** What may be done with the words of somebody of a desk, the likeliest first. */
const ACTS: Readonly<Record<Exclude<DeskWord, 'polite' | 'done'>, readonly ('reply' | 'note' | 'return')[]>> =
  {
    'not-ours': ['return', 'note'],
    report: ['reply', 'note', 'return'],
  };

const WORDS = { reply: replyWords, note: noteWords, return: returnWords } as const;

function offerActs(
  { number, possible }: Found,
  { message }: Said,
  { word, text }: { word: keyof typeof ACTS; text: string },
): Turn {
  const acts = ACTS[word].filter((act) => possible.includes(act));
  const choices = acts.map((act, at) => ({
    key: String(at + 1),
    label: deskWords.acts[act],
    says: `${number} ${WORDS[act](text)}`,
  }));
  const offer = { id: message.id, topic: number, for: message.from.id, choices };
  return { reply: { text: deskWords.whatToDo(number, choices), offer } };
}

/** Whoever of a desk is in charge of it, or could be, or supports it. */
export const isOfDesk = ({ state, relation }: Found): boolean =>
  isIn(state, AT_DESK) &&
  !relation.isAppellant &&
  rolesOf(state, relation).some((role) => role === 'handler' || role === 'supporting');

/** Polite words on an order sign it; after that they are for the bot alone. */
function politely(found: Found, said: Said): Turn {
  const { number, possible } = found;
  return possible.includes('acknowledge')
    ? { deliveries: [toOrder({ number, wish: { kind: 'acknowledge' } }, said)], settles: number }
    : saying(deskWords.polite(number));
}

/** What words without a command mean behind a number, or in answer to a message: null where they are a report as they stand. */
export function saidAtDesk(found: Found, said: Said, text: string): Turn | null {
  if (found.relation.isAppellant || !found.possible.includes('note')) return null;
  const word = readDeskWord(text);
  if (word === 'polite') return politely(found, said);
  if (!isOfDesk(found) || (word !== 'done' && word !== 'not-ours')) return null;
  return word === 'done'
    ? saying(deskWords.whatResult(found.number))
    : offerActs(found, said, { word, text });
}

/** What words without a number mean for the only appeal that a desk has in hand: what is told is asked about. */
export function heardAtDesk(found: Found, said: Said): Turn | null {
  const word = readDeskWord(said.text);
  if (word === null || word === 'polite') return null;
  if (word === 'done') return saying(deskWords.whatResult(found.number));
  return offerActs(found, said, { word, text: said.text });
}
