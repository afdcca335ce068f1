import { machineRelation, type Relation, relationOf, STRANGER } from '../../domain/appeal/relation.ts';
import { type AppealState, deskOf, handlerOf } from '../../domain/appeal/state.ts';
import { type Actor, BOT, CLOCK } from '../../domain/appeal/types.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { grantsOf, primaryOf, rolesOf, type Who } from '../../domain/people/who.ts';
import type { Instant } from '../../domain/time.ts';

/** The account by which a person is told from others, whichever he writes from. */
export function canonical(roster: Roster, by: Actor): Actor {
  const account = accountId(by);
  return account === null ? by : primaryOf(roster.whoIs(account));
}

/** Who signed in the group of a desk is of that desk alone, too, as long as the group is its own. */
function unitSignedFor(who: Who, state: AppealState | null, roster: Roster) {
  const lead = state === null ? null : (deskOf(state)?.lead ?? null);
  const handler = state === null ? null : handlerOf(state);
  if (lead === null || handler === null || !who.accounts.some((one) => one === handler.person)) return [];
  return roster.listed().flatMap((one) => {
    const binding = one.kind === 'place' ? one.binding : null;
    return binding?.kind === 'desk' && binding.unit === lead ? [binding.unit] : [];
  });
}

/** Whether the one who signed has lost the role; who signed in a group answers for it as long as it is the desk's. */
function hasLeft(state: AppealState, roster: Roster): boolean {
  const lead = deskOf(state)?.lead ?? null;
  const account = accountId(handlerOf(state)?.person ?? '');
  if (lead === null || account === null) return false;
  const who = roster.whoIs(account);
  const isGranted = grantsOf(who, 'handler').some(({ unit }) => unit === lead);
  return !isGranted && unitSignedFor(who, state, roster).length === 0;
}

/** Units that somebody answers for: as a handler, or by speaking in the group of a desk. */
function unitsOf(who: Who, { chat, state }: { chat: string; state: AppealState | null }, roster: Roster) {
  const binding = roster.placeOf(chat)?.binding ?? null;
  const own = [...grantsOf(who, 'handler').map(({ unit }) => unit), ...unitSignedFor(who, state, roster)];
  return binding?.kind === 'desk' ? [...own, binding.unit] : own;
}

/** What a person is with all accounts that are his. */
function together(all: readonly Relation[]): Relation {
  const isAny = (is: (one: Relation) => boolean): boolean => all.some(is);
  return {
    isAppellant: isAny((one) => one.isAppellant),
    isSpecialist: isAny((one) => one.isSpecialist),
    isInCharge: isAny((one) => one.isInCharge),
    isHandlerOf: [...new Set(all.flatMap((one) => one.isHandlerOf))],
    isDeskInCharge: isAny((one) => one.isDeskInCharge),
    isDeskLeft: isAny((one) => one.isDeskLeft),
    isSupervisor: isAny((one) => one.isSupervisor),
    isAdministrator: isAny((one) => one.isAdministrator),
    isClock: false,
    isBot: false,
  };
}

/** What somebody is to an appeal, by the ids of all accounts that are his; `chat` is where he speaks. */
export function relationIn(
  roster: Roster,
  { by, chat, state, at }: { by: Actor; chat: string; state: AppealState | null; at: Instant },
): Relation {
  if (by === CLOCK || by === BOT) return machineRelation(by);
  const account = accountId(by);
  if (account === null) return STRANGER;
  const who = roster.whoIs(account);
  const roles = rolesOf(who);
  const standing = {
    enterprises: who.enterprises.map(({ id }) => id),
    isSpecialist: roles.includes('specialist'),
    handlerOf: unitsOf(who, { chat, state }, roster),
    isSupervisor: roles.includes('supervisor'),
    isAdministrator: roles.includes('administrator'),
  };
  const isDeskLeft = state !== null && hasLeft(state, roster);
  return together(
    who.accounts.map((person) => ({ ...relationOf(state, { ...standing, person }, at), isDeskLeft })),
  );
}
