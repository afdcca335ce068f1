import type { AppealNumber } from '../../domain/appeal/number.ts';
import { stateOf } from '../../domain/appeal/evolve.ts';
import type { CarryOut } from '../orders.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { offerNow } from './offer-now.ts';
import { takersOf } from './takers.ts';

/**
 * Puts what was told to nobody, for want of a specialist, to whoever is there now. Asked again, it finds nothing that
 * was put to somebody. Throws `RecordsError`.
 */
export function createOfferUnserved(deps: AppealDeps): () => Promise<void> {
  const { records, kind, now } = deps;
  return async () => {
    for (const id of await records.find(kind, appealKeys.unserved)) {
      await records.update(kind, id as AppealNumber, (before) => {
        const state = before && stateOf(before.chain);
        const at = now();
        if (!before || !state || before.offeredTo.length > 0 || takersOf(deps, state, at).length === 0)
          return null;
        return offerNow(before, { deps, cause: `offer:${id}:${at}`, at });
      });
    }
  };
}

/** Orders of records about people, after each of which somebody may be there who was not before. */
export const servingAfter = <Name extends string>(
  orders: Readonly<Record<Name, CarryOut>>,
  offerUnserved: () => Promise<void>,
): Readonly<Record<Name, CarryOut>> => {
  const serving =
    (carryOut: CarryOut): CarryOut =>
    async (id, order, cause) => {
      await carryOut(id, order, cause);
      await offerUnserved();
    };
  const entries = Object.entries<CarryOut>(orders).map(([name, carryOut]) => [name, serving(carryOut)]);
  return Object.fromEntries(entries);
};
