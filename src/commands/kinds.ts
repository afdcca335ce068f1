import { ANSWERED } from '../app/answering/answered-questions.ts';
import type { Appeal } from '../app/appeals/appeal.ts';
import { CORRECTIONS } from '../app/appeals/corrections.ts';
import { COUNTER } from '../app/appeals/numbers.ts';
import { CONVERSATION } from '../app/conversation.ts';
import { PEOPLE_KINDS } from '../app/people/kinds.ts';
import type { Kind } from '../ports/records.ts';

/** All kinds of record that are kept. */
export const keptKinds = (appeal: Kind<Appeal>) =>
  [CONVERSATION, appeal, COUNTER, CORRECTIONS, ANSWERED, ...PEOPLE_KINDS] as const;
