import { withoutCall } from '../../domain/conversation/gate.ts';
import { pick } from '../../domain/conversation/offers.ts';
import type { Instant } from '../../domain/time.ts';
import type { InboundMessage } from '../../ports/message.ts';
import { offerGone, whichOffer } from '../../text/zh/offers.ts';
import type { Conversation } from '../conversation.ts';
import type { Taken } from '../work-off.ts';
import type { Step } from './types.ts';

const saying = (text: string): Taken => ({ turn: { reply: { text } }, closed: [], isPick: true });

/** Has the steps look at a message one after another; the first that takes it decides. `botName`: what it is called by. */
export function createTakeTurn(
  steps: readonly Step[],
  botName: string,
): (message: InboundMessage, conversation: Conversation, now: Instant) => Promise<Taken> {
  return async (message, conversation, now) => {
    const { happening } = message;
    const called = withoutCall(message.text, botName);
    const words = called ?? message.text;
    const pressed = happening?.kind === 'chosen' ? happening : null;
    const picked = pick(conversation.offers, {
      person: message.from.id,
      text: words,
      quoted: message.quote?.id ?? null,
      pressed,
      now,
    });
    if (picked?.kind === 'unclear') return saying(whichOffer(picked.offers, picked.key));
    if (picked?.kind === 'gone') return saying(offerGone);
    const text = picked ? picked.choice.says : words;
    const said = {
      message,
      text,
      isCalled: called !== null,
      picked: picked ? picked.offer.id : null,
      conversation,
      now,
    };
    for (const step of steps) {
      const turn = await step(said);
      if (turn) {
        const settled = conversation.offers.filter(({ topic }) => topic === turn.settles);
        const answered = picked && !turn.staysOpen ? [picked.offer] : [];
        return { turn, closed: [...answered, ...settled].map(({ id }) => id), isPick: picked !== null };
      }
    }
    return { turn: {}, closed: [], isPick: picked !== null };
  };
}
