import { type Relation, type Role, rolesOf } from './relation.ts';
import type { AppealState } from './state.ts';
import { whoMay } from './transitions.ts';

const READERS: readonly Role[] = [
  'appellant',
  'in-charge',
  'handler',
  'colleague',
  'supporting',
  'supervisor',
  'administrator',
];
/** Who may see an appeal: what is not taken yet, any specialist, too. */
export const mayRead = (state: AppealState, relation: Relation): boolean =>
  rolesOf(state, relation).some(
    (role) => READERS.includes(role) || (role === 'specialist' && state.kind === 'submitted'),
  );

/** Who may be shown the contact, by the command `see-contact`; it is not there any more once erased. */
export function mayReadContact(state: AppealState, relation: Relation): boolean {
  const readers = whoMay('see-contact', state.kind);
  return !state.isErased && rolesOf(state, relation).some((role) => readers.includes(role));
}
