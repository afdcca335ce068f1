import type { Instant } from '../domain/time.ts';
import type { InboundMessage } from '../ports/message.ts';
import { settledCard } from '../text/zh/offers.ts';
import type { Conversation } from './conversation.ts';
import type { Taken, WorkOffDeps } from './work-off.ts';

/** What was chosen: the button's label, else the words. */
function chosenBy({ happening, text }: InboundMessage, { offers }: Conversation): string {
  if (happening?.kind !== 'chosen') return text;
  const offer = offers.find(({ id }) => id === happening.offer);
  return offer?.choices.find(({ key }) => key === happening.key)?.label ?? text;
}

/** Has the cards of offers that a message ends tell who chose what, in the place of their buttons. */
export function withCards(takeTurn: WorkOffDeps['takeTurn']): WorkOffDeps['takeTurn'] {
  return async (message: InboundMessage, conversation: Conversation, now: Instant): Promise<Taken> => {
    const taken = await takeTurn(message, conversation, now);
    const cards = conversation.offers
      .filter(({ id }) => taken.closed.includes(id))
      .flatMap((offer) => offer.cards ?? []);
    if (cards.length === 0) return taken;
    const what = { name: message.from.name, choice: chosenBy(message, conversation) };
    const changes = cards.map((card) => ({
      to: message.chat,
      content: { text: settledCard(card.text, what), replaces: card.message },
    }));
    return { ...taken, turn: { ...taken.turn, deliveries: [...(taken.turn.deliveries ?? []), ...changes] } };
  };
}
