import type { Candidate, Wish } from '../../domain/appeal/commands.ts';
import { type AppealState, chargeOf, deskOf, handlerOf, isIn, OVER } from '../../domain/appeal/state.ts';
import { BOT } from '../../domain/appeal/types.ts';
import type { HandOver } from '../../domain/people/decision.ts';
import { grantsOf, rolesOf } from '../../domain/people/who.ts';
import { handedAll } from '../../text/zh/appeals/handing.ts';
import { recordTarget } from '../orders.ts';
import type { Turn } from '../turn/types.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn } from './find.ts';
import type { AppealOrder } from './types.ts';

type Part = Extract<Wish, { kind: 'hand-over' }>['of'];

interface Parts {
  readonly isAppeal: boolean;
  readonly isDesk: boolean;
}

/** The parts of an appeal that are somebody's own, not those that he stands in for; of one desk alone where `unit` is set. */
function partsOf(state: AppealState, { from, unit }: Pick<HandOver, 'from' | 'unit'>): Parts {
  const isOwn = (person: string | undefined): boolean => from.some((account) => account === person);
  const isDesk = isOwn(handlerOf(state)?.person) && (unit === null || deskOf(state)?.lead === unit);
  return { isAppeal: unit === null && isOwn(chargeOf(state)?.person), isDesk };
}

/** What of it the other one may take; null where he may take nothing. */
function fitting(state: AppealState, parts: Parts, to: Candidate): Part | null {
  const lead = deskOf(state)?.lead;
  const isAppeal = parts.isAppeal && to.isSpecialist;
  const isDesk = parts.isDesk && lead !== undefined && to.handlerOf.includes(lead);
  if (isAppeal) return isDesk ? 'both' : 'appeal';
  return isDesk ? 'desk' : null;
}

/** Whatever goes over to another person, and what is said about it to who gave it away. */
interface HandedAll {
  readonly deliveries: NonNullable<Turn['deliveries']>;
  readonly told: string;
}

/** Orders by which everything that somebody has in hand goes over to another person. */
export async function handOverAppeals(deps: AppealDeps, what: HandOver): Promise<HandedAll> {
  const { from, to, unit } = what;
  const at = deps.now();
  const who = deps.roster().whoIs(to);
  const desks = grantsOf(who, 'handler').map((grant) => grant.unit);
  const candidate: Candidate = {
    person: to,
    isSpecialist: rolesOf(who).includes('specialist'),
    // In the group of a desk whoever is mentioned there is one of its handlers.
    handlerOf: unit === null ? desks : [...desks, unit],
  };
  const found = await findOwn(deps, { by: to, chat: to, at }, from.map(appealKeys.charge));
  const handed = found
    .filter(({ state }) => !isIn(state, OVER))
    .map(({ number, state }) => ({ number, state, parts: partsOf(state, what) }))
    .filter(({ parts }) => parts.isAppeal || parts.isDesk)
    .map(({ number, state, parts }) => ({ number, of: fitting(state, parts, candidate) }));
  const count = (part: Part): number => handed.filter(({ of }) => of === part || of === 'both').length;
  return {
    told: handedAll({
      appeals: count('appeal'),
      desks: count('desk'),
      kept: handed.filter(({ of }) => of === null).map(({ number }) => number),
    }),
    deliveries: handed.flatMap(({ number, of }) => {
      if (of === null) return [];
      const wish: Wish = { kind: 'hand-over', of, to: candidate, until: null };
      const order: AppealOrder = { wish, by: BOT, at, chat: null, isGroup: false, name: null };
      return [{ to: recordTarget('appeal', number), content: { order } }];
    }),
  };
}
