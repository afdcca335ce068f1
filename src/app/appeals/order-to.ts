import type { Wish } from '../../domain/appeal/commands.ts';
import { answering } from '../answering-to.ts';
import { recordTarget } from '../orders.ts';
import type { Said } from '../turn/types.ts';
import type { AppealOrder } from './types.ts';

/** An order to an appeal, as it is delivered. */
export const toOrder = (
  { number, wish, question = null }: { number: string; wish: Wish; question?: string | null },
  { message, isCalled, now }: Said,
) => {
  const { chat, isGroup, from } = message;
  const isAddressed = message.addressed === true || isCalled || message.quote !== undefined;
  const by = { by: from.id, name: from.name };
  const order: AppealOrder = {
    wish,
    ...by,
    at: now,
    chat,
    isGroup,
    isAddressed,
    question,
    ...answering(message),
  };
  return { to: recordTarget('appeal', number), content: { order } };
};
