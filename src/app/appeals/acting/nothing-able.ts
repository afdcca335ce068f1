import type { CommandKind } from '../../../domain/appeal/commands.ts';
import { type Role, rolesOf as appealRolesOf } from '../../../domain/appeal/relation.ts';
import { AT_DESK, isIn } from '../../../domain/appeal/state.ts';
import { whoMay } from '../../../domain/appeal/transitions.ts';
import type { AppealSaying } from '../../../domain/conversation/appeal-saying.ts';
import { accountId } from '../../../domain/people/account.ts';
import { rolesOf } from '../../../domain/people/who.ts';
import { nothingToDo } from '../../../text/zh/appeals/asking.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { AppealDeps } from '../carry-out.ts';
import type { Found } from '../find.ts';

const saying = (text: string): Turn => ({ reply: { text } });

/** Words that are hardly said of anything else, or by nobody else than the staff. */
const PLAIN: readonly AppealSaying['verb'][] = ['acknowledge', 'recall', 'withdraw', 'take', 'grant'];
const OF_STAFF: readonly AppealSaying['verb'][] = [
  'dispatch',
  'reassign',
  'gather',
  'merge',
  'reply',
  'return',
  'ask-extension',
  'deny',
  'ask-back',
  'not-accept',
  'call-back',
];
/** As what somebody is of a desk. */
const OF_DESK: readonly Role[] = ['handler', 'colleague', 'supporting'];
const ACT = /^[^\s:：,，。!！\d]{1,6}/u;

/** Nothing is there of which the act could be said: whoever meant one is told so. */
export function nothingAble(
  deps: AppealDeps,
  { message, text }: Said,
  { verb, owns }: { verb: AppealSaying['verb']; owns: boolean },
): Turn | null {
  const account = accountId(message.from.id);
  const isStaff =
    deps.roster().placeOf(message.chat)?.binding?.kind === 'desk' ||
    (account !== null && rolesOf(deps.roster().whoIs(account)).length > 0);
  const isMeant = (owns && PLAIN.includes(verb)) || (isStaff && [...PLAIN, ...OF_STAFF].includes(verb));
  return isMeant ? saying(nothingToDo(ACT.exec(text.trim())?.[0] ?? text.slice(0, 6))) : null;
}

/** The only one of a desk that somebody is of: why the act cannot be done on it is told. */
export function ofDesk(own: readonly Found[], kinds: readonly CommandKind[]): Found | null {
  const isOfDesk = kinds.some((kind) => AT_DESK.some((at) => whoMay(kind, at).includes('handler')));
  const [only, ...others] = own.filter(
    ({ state, relation }) =>
      isOfDesk &&
      isIn(state, AT_DESK) &&
      appealRolesOf(state, relation).some((role) => OF_DESK.includes(role)),
  );
  return only && others.length === 0 ? only : null;
}
