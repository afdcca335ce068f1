import type { Destination } from '../../../domain/dispatch/types.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { contactIn, type Matter, originOf } from '../matter.ts';
import { nextNumber } from '../numbers.ts';
import { toOrder } from '../order-to.ts';
import type { AppealOrder } from '../types.ts';
import { lacksOf } from './lacks.ts';
import type { OpeningDeps } from './types.ts';

/** What is submitted as what; `question` goes with the receipt. */
interface Submission {
  readonly matter: Matter;
  readonly destination: Pick<Destination, 'category'>;
  readonly class: 'ordinary' | 'consultation';
  readonly question: string | null;
}

/** An order that opens a new appeal, under a number of its own. */
export async function submit(deps: OpeningDeps, said: Said, one: Submission) {
  const { matter, destination, question } = one;
  const { message, now } = said;
  const number = await nextNumber(deps.records);
  const origin = await originOf(deps, said, matter);
  const inGroup = message.isGroup ? message.chat : matter.appellant;
  const wish: AppealOrder['wish'] = {
    kind: 'submit',
    number,
    ...origin,
    appellant: matter.appellant,
    chat: matter.isForwarded ? inGroup : message.chat,
    firstMessageAt: now,
    category: destination.category,
    class: one.class,
    lacks: one.class === 'consultation' ? [] : lacksOf(deps, matter.text, origin),
    matter: matter.text,
    contact: contactIn(matter.text),
    attachments: (message.files ?? []).map(({ id }) => id),
  };
  return { number, delivery: toOrder({ number, wish, question }, said) };
}

/** Opens one appeal without a word of its own. */
export const openAs = async (deps: OpeningDeps, said: Said, one: Submission): Promise<Turn> => ({
  deliveries: [(await submit(deps, said, one)).delivery],
});
