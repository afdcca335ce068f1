import type { Outcome } from '../domain/delivery/fate.ts';
import { type Channel, ChannelError } from '../ports/channel.ts';
import type { Pending } from '../ports/records.ts';

/** What came of handing a message to its channel; `absent`: there is no channel to hand it to at the moment. */
export type Attempted =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly error?: unknown }
  | { readonly kind: 'absent' };

/** Hands a delivery to its channel, under the delivery's id as key. Never throws. */
export async function attempt(channel: Pick<Channel, 'say'>, { delivery }: Pending): Promise<Attempted> {
  try {
    await channel.say(delivery.to, { ...delivery.content, key: delivery.id });
    return { kind: 'done', outcome: { kind: 'sent' } };
  } catch (error) {
    // An unknown error leaves open whether the message has gone.
    if (!(error instanceof ChannelError)) {
      return { kind: 'done', outcome: { kind: 'unknown', code: 'no-receipt' }, error };
    }
    const { code, retryable, afterMs } = error;
    if (code === 'closed' || code === 'not-started') return { kind: 'absent' };
    const outcome: Outcome = retryable ? { kind: 'not-sent', code, afterMs } : { kind: 'refused', code };
    return { kind: 'done', outcome, error };
  }
}
