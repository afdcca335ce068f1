import { openingWords } from '../../../text/zh/appeals/opening.ts';
import { askedOf } from '../../conversation.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { openAs } from './submit.ts';
import type { OpeningDeps } from './types.ts';

/** 「转人工」: the last question and what it was answered go to the specialist. */
export async function consult(deps: OpeningDeps, said: Said, rest: string): Promise<Turn> {
  const asked = askedOf(said.conversation, said.message.from.id, said.now);
  const question = rest || asked?.question || '';
  if (question === '') return { reply: { text: openingWords.whatToAsk } };
  const text = asked && rest === '' ? `${question}${openingWords.botSaid(asked.reply)}` : question;
  const matter = { appellant: said.message.from.id, text, isForwarded: false };
  const { category } = deps.dispatch({ text: question });
  return openAs(deps, said, { matter, destination: { category }, class: 'consultation', question: null });
}

/** 「答错了」: right after an answer a person is offered; otherwise nobody knows what was wrong. */
export function dislike({ conversation, message, now }: Said): Turn | null {
  if (!askedOf(conversation, message.from.id, now)) return null;
  const choices = [{ key: '1', label: openingWords.human, says: openingWords.human }];
  const offer = { id: message.id, topic: openingWords.topic, for: message.from.id, choices };
  return { reply: { text: openingWords.sorry, offer } };
}
