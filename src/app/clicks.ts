import type { Instant } from '../domain/time.ts';
import type { Receive } from '../ports/channel.ts';
import type { InboundMessage } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import { clickWords } from '../text/zh/offers.ts';
import { CONVERSATION } from './conversation.ts';

export interface ClickDeps {
  readonly records: Pick<Records, 'read'>;
  readonly now: () => Instant;
  /** Why the words of a choice would come to nothing if this person said them; null where they would not. */
  readonly objection: (message: InboundMessage, words: string) => Promise<string | null>;
}

/** Why a pressed button does nothing for whoever pressed it; null where it does, and for any other message. */
async function refusalOf(
  message: InboundMessage,
  { records, now, objection }: ClickDeps,
): Promise<string | null> {
  const { id, chat, from, happening } = message;
  if (happening?.kind !== 'chosen') return null;
  const { offers = [], seen = [] } = (await records.read(CONVERSATION, chat)) ?? {};
  // The platform repeats what was taken: it is told the same again.
  if (seen.some(([known]) => known === id)) return null;
  const offer = offers.find((one) => one.id === happening.offer);
  const choice = offer?.choices.find(({ key }) => key === happening.key);
  if (!offer || !choice || offer.until <= now()) return clickWords.over;
  if (offer.for !== null && offer.for !== from.id) return clickWords.forAnother;
  return objection(message, choice.says);
}

/** Takes messages but for presses that do nothing: of those whoever pressed is told at once, and nobody else. */
export const withClicks =
  (receive: (message: InboundMessage) => Promise<void>, deps: ClickDeps): Receive =>
  async (message) => {
    const refusal = await refusalOf(message, deps);
    if (refusal !== null) return refusal;
    return receive(message);
  };
