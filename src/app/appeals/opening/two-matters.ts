import { type AppealNumber, parseAppealNumber } from '../../../domain/appeal/number.ts';
import { partsOf } from '../../../domain/dispatch/parts.ts';
import { recordTarget } from '../../orders.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { toOrder } from '../order-to.ts';
import { submit } from './submit.ts';
import type { OpeningDeps } from './types.ts';

/** The second matter that a message tells of, in its own pieces; all of it where they cannot be told apart. */
function secondIn({ dispatch }: OpeningDeps, text: string) {
  const { also } = dispatch({ text });
  if (also === null) return { destination: dispatch({ text }), text };
  const own = partsOf(text).pieces.filter((piece) => dispatch({ text: piece }).matter === also.matter);
  return { destination: also, text: own.join('，') || text };
}

/** The second matter of an appeal gets a number of its own; the two know of each other. */
export async function openApart(deps: OpeningDeps, said: Said, words: string): Promise<Turn> {
  const first = parseAppealNumber(words);
  if (first === null) return {};
  const all = words.slice(words.indexOf(' ') + 1);
  const part = secondIn(deps, all);
  const matter = { appellant: said.message.from.id, text: part.text, isForwarded: false };
  const opened = await submit(deps, said, {
    matter,
    destination: part.destination,
    class: 'ordinary',
    question: null,
  });
  const link = (number: AppealNumber, to: AppealNumber) => ({
    to: recordTarget('appeal', number),
    content: {
      order: {
        ...toOrder({ number, wish: { kind: 'link', to, as: 'sibling' } }, said).content.order,
        by: 'bot',
        chat: null,
      },
    },
  });
  return { deliveries: [opened.delivery, link(first, opened.number), link(opened.number, first)] };
}
