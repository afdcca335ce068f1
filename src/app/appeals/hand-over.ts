import { handlerOf } from '../../domain/appeal/state.ts';
import type { Wish } from '../../domain/appeal/commands.ts';
import { isIn, OVER } from '../../domain/appeal/state.ts';
import type { HandOver } from '../../domain/people/decision.ts';
import { grantsOf, rolesOf } from '../../domain/people/who.ts';
import type { Turn } from '../turn/types.ts';
import { recordTarget } from '../orders.ts';
import { appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { findOwn } from './find.ts';
import type { AppealOrder } from './types.ts';

/** Orders by which everything that somebody has in hand goes over to another person. */
export async function handOverAppeals(
  deps: AppealDeps,
  { from, to, unit }: HandOver,
): Promise<NonNullable<Turn['deliveries']>> {
  const [by] = from;
  if (by === undefined) return [];
  const at = deps.now();
  const who = deps.roster().whoIs(to);
  const candidate = {
    person: to,
    isSpecialist: rolesOf(who).includes('specialist'),
    handlerOf: grantsOf(who, 'handler').map((grant) => grant.unit),
  };
  const found = await findOwn(deps, { by, chat: by, at }, from.map(appealKeys.charge));
  return found
    .filter(({ state }) => !isIn(state, OVER))
    .flatMap(({ number, state }) => {
      const isHandler = from.some((account) => handlerOf(state)?.person === account);
      if (unit !== null && !isHandler) return [];
      const of = isHandler ? 'desk' : 'appeal';
      const wish: Wish = { kind: 'hand-over', of, to: candidate, until: null };
      const order: AppealOrder = { wish, by, at, chat: null, isGroup: false, name: null };
      return [{ to: recordTarget('appeal', number), content: { order } }];
    });
}
