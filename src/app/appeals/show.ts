import { limitsOf } from '../../domain/appeal/limits.ts';
import { handlerOf, isIn, OPEN } from '../../domain/appeal/state.ts';
import { tellingsOf } from '../../domain/appeal/words.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Instant } from '../../domain/time.ts';
import { appealText, type WayPoint } from '../../text/zh/appeals/show.ts';
import type { AppealDeps } from './carry-out.ts';
import type { Found } from './find.ts';
import { enterpriseNameOf } from './teller.ts';
import { unitName } from './types.ts';

/** Events that a way is made of; the others are steps within one of them. */
const WAY = [
  'submitted',
  'accepted',
  'asked-back',
  'dispatched',
  'acknowledged',
  'returned',
  'reassigned',
  'replied',
  'reopened',
  'closed',
  'withdrawn',
  'not-accepted',
  'merged',
] as const;

type WayKind = (typeof WAY)[number];

const isOnWay = (kind: string): kind is WayKind => (WAY as readonly string[]).includes(kind);

/** Who of the desk has it in hand, for those who work on it; nobody where that is whoever asks. */
function inChargeOf(
  { roster }: AppealDeps,
  { state, relation }: Pick<Found, 'state' | 'relation'>,
): string | null {
  const account = accountId(handlerOf(state)?.person ?? '');
  if (relation.isAppellant || relation.isDeskInCharge || account === null) return null;
  return roster().whoIs(account).name;
}

/** The whole way of an appeal in four lines; a group sees number and state. */
export function showAppeal(
  deps: AppealDeps,
  { state, appeal, relation }: Found,
  { now, isGroup }: { readonly now: Instant; readonly isGroup: boolean },
): string {
  const way = appeal.chain.flatMap(({ fact }): WayPoint[] => {
    if (!isOnWay(fact.kind)) return [];
    const unit = fact.kind === 'dispatched' ? fact.lead : fact.kind === 'reassigned' ? fact.to : null;
    return [{ kind: fact.kind, at: fact.at, unit: unit === null ? null : unitName(deps, unit) }];
  });
  const limit = limitsOf(state, { ...deps, now }).findLast(({ metAt }) => metAt === null);
  const last = [...tellingsOf(appeal.chain, 'note'), ...tellingsOf(appeal.chain, 'reply')].toSorted(
    (one, other) => one.at - other.at,
  );
  return appealText({
    state,
    inCharge: inChargeOf(deps, { state, relation }),
    enterprise: enterpriseNameOf(deps, state.enterprise),
    way,
    limit: limit !== undefined && isIn(state, OPEN) ? limit : null,
    last: isGroup ? null : (last.at(-1)?.text ?? null),
    isGroup,
    now,
  });
}
