import type { OutboundMessage } from '../../ports/message.ts';
import { dayOf } from '../../domain/time.ts';
import { answeredReply } from '../../text/zh/answered.ts';
import type { Ask, AskReply } from '../answering/types.ts';
import type { AnsweredQuestions } from '../answering/answered-questions.ts';
import { MARKS } from '../appeals/opening/marks.ts';
import { memoryOf } from '../conversation.ts';
import type { Step } from './types.ts';

const toOutbound = ({ text, choices }: AskReply, id: string): OutboundMessage => ({
  text,
  ...(choices.length > 0 ? { offer: { id, choices } } : {}),
});

/** Whatever no other step takes is a question to the library, and to what specialists answered before. */
export function createAnswerStep(ask: Ask, answered?: Pick<AnsweredQuestions, 'find'>): Step {
  return async ({ message, text: said, conversation, now }) => {
    const question = said.startsWith(MARKS.question) ? said.slice(MARKS.question.length) : said;
    const replied = ask({ text: question, memory: memoryOf(conversation, message.from.id, now) });
    const known = replied.answered ? null : answered?.find(question, dayOf(now));
    const text = known ? answeredReply(known) : replied.text;
    const reply = known ? { text } : toOutbound(replied, message.id);
    return { reply, memory: replied.memory, asked: { question, reply: text }, staysOpen: true };
  };
}
