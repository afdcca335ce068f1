import type { Digest } from '../chain.ts';
import { ok, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { PeopleCommand } from './commands.ts';
import type { Names } from './names.ts';
import type { Note, Notice, Option, PeopleRefusal } from './notes.ts';
import type { RecordOrder } from './orders.ts';
import type { Roster } from './roster.ts';
import type { DeskUnit, Place, Stamp } from './types.ts';
import { isAdministrator, rolesOf, type Who } from './who.ts';

/** Who says it, where and when. */
export interface Scene {
  readonly who: Who;
  /** How they are called at the moment: for showing. */
  readonly name: string;
  readonly chat: string;
  readonly isGroup: boolean;
  readonly place: Place | null;
  readonly now: Instant;
}

/** What a decision rests on, and where new things come from. */
export interface World {
  readonly roster: Roster;
  readonly names: Names;
  /** A number that was never given before. */
  readonly number: () => number;
  /** A one-time code that nobody can foresee. */
  readonly code: () => string;
  readonly digest: Digest;
}

/** Whatever `from` have in hand goes over to `to`; of one desk alone where `unit` is set. */
export interface HandOver {
  readonly from: readonly AccountId[];
  readonly to: AccountId;
  readonly unit: DeskUnit | null;
}

/** What follows from a command. */
export interface Decision {
  /** Null where a record decides, and tells the person what came of it. */
  readonly answer: Note | null;
  /** Answers to a question, at most three. */
  readonly options: readonly Option[];
  readonly orders: readonly RecordOrder[];
  readonly notices: readonly Notice[];
  readonly handOver: HandOver | null;
}

export type Decided = Result<Decision, PeopleRefusal>;

const EMPTY: Decision = { answer: null, options: [], orders: [], notices: [], handOver: null };

export const decided = (parts: Partial<Decision>): Decided => ok({ ...EMPTY, ...parts });

/** A question with up to three answers. */
export const ask = (
  what: Extract<Note, { kind: 'which' }>['what'],
  word: string,
  options: readonly Option[],
): Decided => decided({ answer: { kind: 'which', what, word }, options: options.slice(0, 3) });

export const stampOf = ({ who, now }: Scene): Stamp & { readonly by: AccountId } => ({
  at: now,
  by: who.account,
});

/** An answer that names others stays between the bot and the person. */
export const inPrivate = ({ isGroup, who }: Scene, note: Note): Decided =>
  isGroup
    ? decided({ answer: { kind: 'sent-privately' }, notices: [{ chat: who.account, note }] })
    : decided({ answer: note });

interface Rule {
  /** `duty`: a specialist, handler or supervisor, or whoever speaks in the group of a desk. */
  readonly who: 'anyone' | 'administrator' | 'duty';
  readonly where: 'anywhere' | 'private' | 'group';
}

const ANYONE: Rule = { who: 'anyone', where: 'anywhere' };
const ADMINISTRATOR: Rule = { who: 'administrator', where: 'anywhere' };
const DUTY: Rule = { who: 'duty', where: 'anywhere' };

/** Who may say what, and where. What depends on the thing itself (whose number, which enterprise) is decided with it. */
const AUTHORITY: Readonly<Record<PeopleCommand['kind'], Rule>> = {
  'who-am-i': ANYONE,
  help: ANYONE,
  'bind-group': { who: 'administrator', where: 'group' },
  'bind-desk': ADMINISTRATOR,
  'bind-specialist': ADMINISTRATOR,
  'bind-supervisor': ADMINISTRATOR,
  bindings: ADMINISTRATOR,
  unbind: ANYONE,
  invite: { who: 'administrator', where: 'private' },
  'use-code': ANYONE,
  link: { who: 'anyone', where: 'private' },
  unlink: { who: 'anyone', where: 'private' },
  absent: DUTY,
  return: ANYONE,
  'hand-over': DUTY,
  'never-mind': ANYONE,
  join: ANYONE,
  members: ANYONE,
  'confirm-member': ANYONE,
  'remove-member': ANYONE,
};

const hasDuty = ({ who, place }: Scene): boolean =>
  place?.binding?.kind === 'desk' || rolesOf(who).some((role) => role !== 'administrator');

/** Why this person may not say this here; null where they may. */
export function forbids(kind: PeopleCommand['kind'], scene: Scene): PeopleRefusal | null {
  const rule = AUTHORITY[kind];
  if (rule.who === 'administrator' && !isAdministrator(scene.who)) return 'administrators-only';
  if (rule.who === 'duty' && !hasDuty(scene)) return 'no-duty';
  if (rule.where === 'group' && !scene.isGroup) return 'group-only';
  if (rule.where === 'private' && scene.isGroup) return 'private-only';
  return null;
}
