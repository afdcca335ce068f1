import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { RecordOrder } from './orders.ts';
import type { Roster } from './roster.ts';
import type { Binding, Held } from './types.ts';

/** Somebody with duties in a bound group has left it. */
export interface Departure {
  readonly binding: Binding | null;
  /** What he was there. */
  readonly duties: readonly Held[];
  /** Ends duties that were for this group alone. */
  readonly orders: readonly RecordOrder[];
}

/** What follows from somebody's leaving a group; null where he had no duty there. */
export function departure(
  roster: Roster,
  { account, chat, now }: { readonly account: AccountId; readonly chat: string; readonly now: Instant },
): Departure | null {
  const binding = roster.placeOf(chat)?.binding ?? null;
  const { held } = roster.whoIs(account);
  const ends = held.filter(
    ({ grant }) => grant.role === 'specialist' && grant.area.kind === 'group' && grant.area.chat === chat,
  );
  const others = held.filter(({ grant }) => {
    if (binding === null) return false;
    if (grant.role === 'handler') return binding.kind === 'desk' && binding.unit === grant.unit;
    if (grant.role !== 'specialist' || grant.area.kind === 'group') return false;
    return binding.kind === 'enterprise-group' && grant.area.path[0] === (binding.district ?? undefined);
  });
  const duties = [...ends, ...others].map(({ number, grant }) => ({ number, grant }));
  if (duties.length === 0) return null;
  const orders = ends.map(({ account: of, number }): RecordOrder => {
    return { record: 'person', id: of, order: { kind: 'revoked', number, at: now, by: null } };
  });
  return { binding, duties, orders };
}

/** What a group was bound to before the bot had to leave it; null where it never was or was unbound. */
export const suspendedBinding = ({ data }: Roster, chat: string): Binding | null =>
  data.places.find((place) => place.chat === chat && place.suspended)?.binding ?? null;
