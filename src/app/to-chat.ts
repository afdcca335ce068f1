import type { Instant } from '../domain/time.ts';
import { type Channel, ChannelError } from '../ports/channel.ts';
import type { OutboundOffer } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import type { Carrier } from './attempt.ts';
import { CONVERSATION, offered, shownIn } from './conversation.ts';

export interface ToChatDeps {
  readonly channel: Pick<Channel, 'say'>;
  readonly records: Records;
  readonly now: () => Instant;
  readonly memoryMs: number;
}

/** Says deliveries in their chats; what they offer is open there before anybody can read it. */
export function createToChat({ channel, records, now, memoryMs }: ToChatDeps): Carrier {
  const open = async (chat: string, offer: OutboundOffer): Promise<void> => {
    try {
      await records.update(CONVERSATION, chat, (before) => {
        const data = offered(before, offer, { now: now(), memoryMs });
        return data && { data };
      });
    } catch (cause) {
      // Nothing was said yet.
      throw new ChannelError('unavailable', { cause, retryable: true });
    }
  };
  const carry: Carrier = async ({ id, to, content }) => {
    if ('order' in content) throw new ChannelError('unknown-chat');
    const { offer } = content;
    const { message, isCard } = await channel.say(to, { ...content, key: id });
    if (!offer || message === null) return undefined;
    const shown = { offer: offer.id, message, card: isCard ? content.text : null };
    // Said is said: that a quote of it is not understood is no reason to say it again.
    return () =>
      records
        .update(CONVERSATION, to, (before) => {
          const data = shownIn(before, shown);
          return data && { data };
        })
        .catch(() => false);
  };
  return Object.assign(carry, {
    prepare: async ({ to, content }: Parameters<Carrier>[0]) => {
      if (!('order' in content) && content.offer) await open(to, content.offer);
    },
  });
}
