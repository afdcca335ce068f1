import type { OutboundMessage } from '../../ports/message.ts';
import { dayOf } from '../../domain/time.ts';
import { answeredReply, endedReply } from '../../text/zh/answered.ts';
import type { Ask, AskReply } from '../answering/types.ts';
import type { AnsweredQuestions, FoundAnswer } from '../answering/answered-questions.ts';
import { MARKS } from '../../text/zh/appeals/typed.ts';
import { memoryOf } from '../conversation.ts';
import type { Step } from './types.ts';

const toOutbound = ({ text, choices }: AskReply, id: string): OutboundMessage => ({
  text,
  ...(choices.length > 0 ? { offer: { id, choices } } : {}),
});

/** What a specialist answered in place of declining; of what has ended it is said that it has. */
const withKnown = (declined: string, { one, hasEnded, fate }: FoundAnswer): string =>
  hasEnded ? `${declined}\n${endedReply(one)}` : answeredReply(one, fate);

/** Whatever no other step takes is a question to the library, and to what specialists answered before. */
export function createAnswerStep(ask: Ask, answered?: Pick<AnsweredQuestions, 'find'>): Step {
  return async ({ message, text: said, conversation, now }) => {
    const question = said.startsWith(MARKS.question) ? said.slice(MARKS.question.length) : said;
    const replied = ask({ text: question, memory: memoryOf(conversation, message.from.id, now) });
    const known = replied.answered ? null : answered?.find(question, dayOf(now));
    const text = known ? withKnown(replied.text, known) : replied.text;
    const reply = known ? { text } : toOutbound(replied, message.id);
    return { reply, memory: replied.memory, asked: { question, reply: text }, staysOpen: true };
  };
}
