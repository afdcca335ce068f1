import type { ChainTools, Digest } from '../../domain/chain.ts';
import {
  applyProfileOrder,
  forgets,
  NO_PROFILE,
  type ProfileOrder,
} from '../../domain/enterprise/profile-record.ts';
import type { Instant } from '../../domain/time.ts';
import type { Pages } from '../../ports/pages.ts';
import type { Records } from '../../ports/records.ts';
import { type CarryOut, recordTarget } from '../orders.ts';
import { PROFILE } from './kinds.ts';

export interface ProfileOrderDeps {
  readonly records: Pick<Records, 'update'>;
  readonly chain: ChainTools;
  readonly pages: Pick<Pages, 'remove'>;
  readonly now: () => Instant;
}

/** An order to a profile, as it is delivered. */
export const toProfile = (id: string, order: ProfileOrder) => ({
  to: recordTarget(PROFILE.name, id),
  content: { order },
});

/** The name of the one page that is kept of a profile. */
export const pageNameOf = (id: string, digest: Digest): string => digest(`one-page ${id}`).slice(0, 32);

/** What a profile can be ordered to do; the same order twice is one. Throws `RecordsError`. */
export function createProfileOrders({ records, chain, pages, now }: ProfileOrderDeps): CarryOut {
  return async (id, order, cause) => {
    // Orders come out of outboxes that this program wrote.
    const wanted = order as ProfileOrder;
    await records.update(PROFILE, id, (before) => {
      const data = applyProfileOrder(before ?? NO_PROFILE, { order: wanted, cause }, chain);
      if (data === null || !wanted.say) return data && { data };
      const { chat, ...content } = wanted.say;
      return { data, deliveries: [{ id: `${cause}>1`, to: chat, content, createdAt: now() }] };
    });
    // What was printed holds the same words.
    if (forgets(wanted)) await pages.remove(pageNameOf(id, chain.digest));
  };
}
