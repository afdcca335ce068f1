import type { Case } from './drafts.ts';
import { type AppealState, deskOf } from './state.ts';
import type { DeskId } from './types.ts';

/** The unit for which somebody acts; null for the specialist and the bot. */
export function unitOf(
  state: AppealState,
  { roles, relation }: Pick<Case, 'roles' | 'relation'>,
): DeskId | null {
  const desk = deskOf(state);
  if (desk === null) return null;
  if (roles.includes('handler')) return desk.lead;
  if (roles.includes('in-charge')) return null;
  return desk.supporting.find((unit) => relation.isHandlerOf.includes(unit)) ?? null;
}
