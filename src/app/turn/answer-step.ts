import type { Ask, AskReply } from '../answering/types.ts';
import { memoryOf } from '../conversation.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import type { Step } from './types.ts';

const toOutbound = ({ text, choices }: AskReply, id: string): OutboundMessage => ({
  text,
  ...(choices.length > 0 ? { offer: { id, choices } } : {}),
});

/** Whatever no other step takes is a question to the library. */
export function createAnswerStep(ask: Ask): Step {
  return async ({ message, text, conversation, now }) => {
    const replied = ask({ text, memory: memoryOf(conversation, message.from.id, now) });
    return { reply: toOutbound(replied, message.id), memory: replied.memory, staysOpen: true };
  };
}
