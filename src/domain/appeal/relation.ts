import type { Instant } from '../time.ts';
import { type AppealState, chargeOf, deskOf, handlerOf, isCharged } from './state.ts';
import { type Actor, BOT, CLOCK, type DeskId } from './types.ts';

/** What a person is at all, by id: never by a display name. */
export interface Standing {
  readonly person: string;
  /** Whose member the person is. */
  readonly enterprises: readonly string[];
  readonly isSpecialist: boolean;
  readonly handlerOf: readonly DeskId[];
  readonly isSupervisor: boolean;
  readonly isAdministrator: boolean;
}

/** What somebody is to one appeal. */
export interface Relation {
  /** The person whose matter it is, or a member of its enterprise. */
  readonly isAppellant: boolean;
  readonly isSpecialist: boolean;
  /** Took it, or stands in. */
  readonly isInCharge: boolean;
  readonly isHandlerOf: readonly DeskId[];
  /** Answered first at the desk, or stands in. */
  readonly isDeskInCharge: boolean;
  /** Whoever signed for the desk does not answer for it any more: anybody of it may go on. */
  readonly isDeskLeft: boolean;
  readonly isSupervisor: boolean;
  readonly isAdministrator: boolean;
  readonly isClock: boolean;
  readonly isBot: boolean;
}

/** Somebody who has nothing to do with it. */
export const STRANGER: Relation = {
  isAppellant: false,
  isSpecialist: false,
  isInCharge: false,
  isHandlerOf: [],
  isDeskInCharge: false,
  isDeskLeft: false,
  isSupervisor: false,
  isAdministrator: false,
  isClock: false,
  isBot: false,
};

/** What the machine is to every appeal: the clock, or the bot. */
export const machineRelation = (actor: Actor): Relation => ({
  ...STRANGER,
  isClock: actor === CLOCK,
  isBot: actor === BOT,
});

/** What a person is to an appeal at an instant; to one that is yet to be opened, null, what he is at all. */
export function relationOf(state: AppealState | null, standing: Standing, at: Instant): Relation {
  const { person, enterprises, isSpecialist, handlerOf: units, isSupervisor, isAdministrator } = standing;
  const own = { ...STRANGER, isSpecialist, isHandlerOf: units, isSupervisor, isAdministrator };
  if (state === null) return own;
  const isMember = state.enterprise !== null && enterprises.includes(state.enterprise);
  return {
    ...own,
    isAppellant: state.appellant === person || isMember,
    // Who lost the role has lost its appeals, too.
    isInCharge: (isSpecialist || isSupervisor || isAdministrator) && isCharged(chargeOf(state), person, at),
    isDeskInCharge: isCharged(handlerOf(state), person, at),
  };
}

/** As what somebody may act on an appeal. A colleague is of a desk where another one is in charge: he may look. */
export type Role =
  | 'appellant'
  | 'specialist'
  | 'in-charge'
  | 'handler'
  | 'colleague'
  | 'supporting'
  | 'supervisor'
  | 'administrator'
  | 'clock'
  | 'bot';

/** The roles of somebody in this state. */
export function rolesOf(state: AppealState, relation: Relation): readonly Role[] {
  const desk = deskOf(state);
  const isOfDesk = desk !== null && relation.isHandlerOf.includes(desk.lead);
  const isFree = handlerOf(state) === null || relation.isDeskLeft;
  const isHandler = isOfDesk && (relation.isDeskInCharge || isFree);
  const held: Readonly<Record<Role, boolean>> = {
    appellant: relation.isAppellant,
    specialist: relation.isSpecialist,
    'in-charge': relation.isInCharge,
    handler: isHandler,
    colleague: isOfDesk && !isHandler,
    supporting: desk !== null && desk.supporting.some((unit) => relation.isHandlerOf.includes(unit)),
    supervisor: relation.isSupervisor,
    administrator: relation.isAdministrator,
    clock: relation.isClock,
    bot: relation.isBot,
  };
  return ROLES.filter((role) => held[role]);
}

export const ROLES: readonly Role[] = [
  'appellant',
  'specialist',
  'in-charge',
  'handler',
  'colleague',
  'supporting',
  'supervisor',
  'administrator',
  'clock',
  'bot',
];
