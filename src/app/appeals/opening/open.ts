import { openingWords } from '../../../text/zh/appeals/opening.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { type Matter, originOf } from '../matter.ts';
import { MARKS } from '../../../text/zh/appeals/typed.ts';
import { openAs, submit } from './submit.ts';
import type { OpeningDeps } from './types.ts';

/** Opens one appeal; where two matters are told, it is asked whether each shall be one of its own. */
export async function open(deps: OpeningDeps, said: Said, matter: Matter): Promise<Turn> {
  const { district } = await originOf(deps, said, matter);
  const proposal = deps.dispatch({ text: matter.text, ...(district === null ? {} : { district }) });
  const isTwo = proposal.also !== null && !matter.isForwarded;
  const { number, delivery } = await submit(deps, said, {
    matter,
    destination: proposal,
    class: 'ordinary',
    question: isTwo ? null : proposal.question,
  });
  if (!isTwo || proposal.also === null) return { deliveries: [delivery] };
  const topics = [proposal.category, proposal.also.category] as const;
  const choices = [
    { key: '1', label: openingWords.apart, says: `${MARKS.apart}${number} ${matter.text}` },
    { key: '2', label: openingWords.together, says: `${MARKS.together}${number}` },
  ];
  const offer = { id: said.message.id, topic: openingWords.topic, for: said.message.from.id, choices };
  return { reply: { text: openingWords.twoMatters(topics), offer }, deliveries: [delivery] };
}

/** A forwarded bundle of several people's words: one appeal for each of them. */
export async function openSeveral(deps: OpeningDeps, said: Said, matters: readonly Matter[]): Promise<Turn> {
  const turns: Turn[] = [];
  for (const matter of matters) {
    const destination = deps.dispatch({ text: matter.text });
    turns.push(await openAs(deps, said, { matter, destination, class: 'ordinary', question: null }));
  }
  return { deliveries: turns.flatMap(({ deliveries = [] }) => deliveries) };
}
