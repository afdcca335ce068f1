import type { CommandKind } from '../../../domain/appeal/commands.ts';
import type { AppealVerb } from '../../../domain/conversation/appeal-acts.ts';

/** Which commands an act without a number can mean, the likeliest first: of whose appeals it may be said. */
export const COMMANDS_OF: Partial<Record<AppealVerb, readonly CommandKind[]>> = {
  acknowledge: ['acknowledge'],
  return: ['return'],
  'ask-extension': ['ask-extension'],
  grant: ['decide-extension'],
  deny: ['decide-extension'],
  contacted: ['note'],
  progress: ['note'],
  reply: ['reply'],
  reassign: ['reassign'],
  take: ['take'],
  dispatch: ['dispatch'],
  'not-accept': ['not-accept'],
  'ask-back': ['ask-back'],
  recall: ['recall-dispatch'],
  withdraw: ['withdraw'],
  rate: ['rate', 'reopen', 'supplement'],
  score: ['rate'],
  solved: ['confirm-solved'],
  unsolved: ['rate', 'reopen', 'supplement'],
  'call-back': ['call-back'],
  publish: ['publish'],
  supplement: ['supplement'],
  urge: ['urge'],
  appraise: ['rate'],
  'let-go': ['withdraw'],
  contact: ['see-contact'],
};
