import type { Wish } from '../../domain/appeal/commands.ts';
import type { AppealNumber } from '../../domain/appeal/number.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import { type AppealState, AT_DESK, deskOf, isIn, OVER } from '../../domain/appeal/state.ts';
import { joiningText } from '../../text/zh/appeals/asking.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, type Found, type Looking } from './find.ts';

/** The other appeal that a wish names; null where it names none. */
function otherOf(wish: Wish): AppealNumber | null {
  if (wish.kind === 'merge') return wish.into;
  return wish.kind === 'gather' ? wish.parent : null;
}

/** A wish to merge with the unit that has the other one in hand: its desk hears what is added, any other that it is over. */
export async function knowingDesk(deps: AppealDeps, wish: Wish, looking: Looking): Promise<Wish> {
  if (wish.kind !== 'merge') return wish;
  const other = await findAppeal(deps, wish.into, looking);
  const isAtDesk = other !== null && isIn(other.state, AT_DESK);
  return { ...wish, desk: isAtDesk ? (deskOf(other.state)?.lead ?? null) : null };
}

const isOfSame = (one: AppealState, other: AppealState): boolean =>
  one.appellant === other.appellant || (one.enterprise !== null && one.enterprise === other.enterprise);

/**
 * Why an appeal cannot be merged into another, or gathered under it, in words; null where it can. What would be merged
 * into nothing, into what is over, or into what its owner may not read, would never be answered.
 */
export async function objectionToJoin(
  deps: AppealDeps,
  { number, state }: Found,
  { wish, looking }: { readonly wish: Wish; readonly looking: Looking },
): Promise<string | null> {
  const named = otherOf(wish);
  if (named === null) return null;
  if (named === number) return refusalText(number, { code: 'itself', possible: [], kind: wish.kind });
  const other = await findAppeal(deps, named, looking);
  if (other === null) return refusalText(named, { code: 'no-such-appeal', possible: [], kind: wish.kind });
  if (!mayRead(other.state, other.relation)) {
    return refusalText(named, { code: 'not-yours', possible: [], kind: wish.kind });
  }
  if (isIn(other.state, OVER)) return joiningText.over(named);
  if (other.state.parent === number) return joiningText.circle(number, named);
  return wish.kind === 'merge' && !isOfSame(state, other.state) ? joiningText.others(number, named) : null;
}
