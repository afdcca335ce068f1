import type { HandOver } from '../../domain/people/decision.ts';
import { PEOPLE_TOPIC } from '../../text/zh/people.ts';
import type { Step, Turn } from '../turn/types.ts';
import type { PeopleMessage, PeopleTurn } from './people-turn.ts';

type Deliveries = NonNullable<Turn['deliveries']>;

/** Has commands about people taken among the steps of a turn; `handOver` orders what is in hand to go over. */
export function createPeopleStep(
  take: (said: PeopleMessage) => PeopleTurn | null,
  handOver: (what: HandOver) => Promise<{ readonly deliveries: Deliveries; readonly told: string }>,
): Step {
  return async ({ message, text, picked, now }) => {
    const turn = take({ message, text, isPicked: picked !== null, now });
    if (turn === null) return null;
    const { choices, orders, notices } = turn;
    const handed = turn.handOver === null ? null : await handOver(turn.handOver);
    const reply = handed === null ? turn.reply : [turn.reply ?? [], handed.told].flat().join('\n');
    const offer = { id: message.id, topic: PEOPLE_TOPIC, for: message.from.id, choices };
    return {
      ...(reply === null ? {} : { reply: { text: reply, ...(choices.length > 0 ? { offer } : {}) } }),
      deliveries: [
        ...orders.map(({ to, order }) => ({ to, content: { order } })),
        ...notices.map(({ chat, text: said }) => ({ to: chat, content: { text: said } })),
        ...(handed?.deliveries ?? []),
      ],
    };
  };
}
