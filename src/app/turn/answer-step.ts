import type { Ask, AskReply } from '../answering/types.ts';
import { memoryOf } from '../conversation.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import { MARKS } from '../appeals/open-step.ts';
import type { Step } from './types.ts';

const toOutbound = ({ text, choices }: AskReply, id: string): OutboundMessage => ({
  text,
  ...(choices.length > 0 ? { offer: { id, choices } } : {}),
});

/** Whatever no other step takes is a question to the library. */
export function createAnswerStep(ask: Ask): Step {
  return async ({ message, text, conversation, now }) => {
    const question = text.startsWith(MARKS.question) ? text.slice(MARKS.question.length) : text;
    const replied = ask({ text: question, memory: memoryOf(conversation, message.from.id, now) });
    return { reply: toOutbound(replied, message.id), memory: replied.memory, staysOpen: true };
  };
}
