import type { PolicyMark } from '../../domain/reminder/types.ts';
import type { Step } from '../turn/types.ts';
import type { Book } from './book.ts';
import { toDelivery } from './carry-out.ts';

/** Has a step's answers noted: whoever was answered from a document is told when it is replaced, extended or withdrawn. */
export function noteAnswers(
  step: Step,
  { book }: { readonly book: Pick<Book, 'mark' | 'subscriber'> },
): Step {
  return async (said) => {
    const turn = await step(said);
    const about = turn?.memory?.about ?? null;
    if (turn === null || about === null) return turn;
    const { chat, isGroup } = said.message;
    const mark = book.mark(about.policy);
    // What is known already is not written again with every answer.
    if (mark === null || book.subscriber(chat)?.answered[about.policy] !== undefined) return turn;
    const policies: Readonly<Record<string, PolicyMark>> = { [about.policy]: mark };
    const order = { kind: 'shown', isGroup, deadlines: {}, policies } as const;
    return {
      ...turn,
      deliveries: [...(turn.deliveries ?? []), toDelivery({ record: 'subscriber', chat, order })],
    };
  };
}
