import type { Outcome } from '../domain/delivery/fate.ts';
import type { OpenState, Delivery } from '../domain/delivery/types.ts';
import { ChannelError } from '../ports/channel.ts';
import type { Cargo, Pending } from '../ports/records.ts';

/** Something to be saved along with the fact that a delivery was sent. Never throws. */
export type Note = () => Promise<unknown>;

type Carry = (delivery: Delivery<Cargo, OpenState>) => Promise<Note | void>;

/** Brings a delivery to where it goes. Throws `ChannelError` where it did not; after any other error it may have. */
export interface Carrier extends Carry {
  /** Has ready what must be there before it is brought, and may have it ready again. Throws `ChannelError`. */
  readonly prepare?: (delivery: Delivery<Cargo, OpenState>) => Promise<void>;
}

/** What came of handing a delivery to its carrier; `absent`: it carries nothing at the moment. */
export type Attempted =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly error?: unknown; readonly note?: Note }
  | { readonly kind: 'absent' };

/** Hands a delivery to its carrier. Never throws. */
export async function attempt(carry: Carry, { delivery }: Pending): Promise<Attempted> {
  try {
    const note = await carry(delivery);
    return { kind: 'done', outcome: { kind: 'sent' }, ...(note ? { note } : {}) };
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
