import { type AppealNumber, parseAppealNumber } from '../../../domain/appeal/number.ts';
import { partsOf } from '../../../domain/dispatch/parts.ts';
import { recordTarget } from '../../orders.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { toOrder } from '../order-to.ts';
import { submit } from './submit.ts';
import type { OpeningDeps } from './types.ts';

/** The pieces of a message by the two matters that it tells of; all of it where they cannot be told apart. */
function partsByMatter({ dispatch }: OpeningDeps, text: string) {
  const first = dispatch({ text });
  const second = first.also ?? first;
  const { pieces } = partsOf(text);
  const isSecond = (piece: string): boolean => dispatch({ text: piece }).matter === second.matter;
  const textOf = (wanted: boolean): string =>
    pieces.filter((piece) => isSecond(piece) === wanted).join('，') || text;
  return [
    { destination: first, text: textOf(false) },
    { destination: second, text: textOf(true) },
  ];
}

/** The second matter of an appeal gets a number of its own; the two know of each other. */
export async function openApart(deps: OpeningDeps, said: Said, words: string): Promise<Turn> {
  const first = parseAppealNumber(words);
  if (first === null) return {};
  const all = words.slice(words.indexOf(' ') + 1);
  const [, part] = partsByMatter(deps, all);
  if (!part) return {};
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
