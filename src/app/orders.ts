import { ChannelError } from '../ports/channel.ts';
import type { Carrier } from './attempt.ts';

/** Does what a record is ordered to do; whoever is called again with the same cause changes nothing. */
export type CarryOut = (id: string, order: unknown, cause: string) => Promise<void>;

const RECORD = 'record';

/** Where orders for a record go. */
export const recordTarget = (kind: string, id: string): string => `${RECORD}:${kind}/${id}`;

/** The name that orders are carried under, and how often the same may come: for ever the same key. */
export const ORDERS = { name: RECORD, limits: { idempotencyMinutes: Number.POSITIVE_INFINITY } } as const;

/** Brings orders to the kinds of record that carry them out. */
export function createOrderCarrier(kinds: Readonly<Record<string, CarryOut>>): Carrier {
  return async ({ id: cause, to, content }) => {
    const slash = to.indexOf('/');
    const kind = to.slice(RECORD.length + 1, slash);
    const carryOut = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!carryOut || !('order' in content)) throw new ChannelError('unknown-chat');
    await carryOut(to.slice(slash + 1), content.order, cause);
  };
}
