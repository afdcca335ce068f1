import { ANSWERED } from '../app/answering/answered-questions.ts';
import type { Appeal } from '../app/appeals/appeal.ts';
import { CORRECTIONS } from '../app/appeals/corrections.ts';
import type { Digest } from '../app/appeals/digest.ts';
import { COUNTER } from '../app/appeals/numbers.ts';
import { CONVERSATION } from '../app/conversation.ts';
import { LAST_SENT } from '../app/last-sent.ts';
import { DOCUMENT } from '../app/library/documents.ts';
import { PROFILE } from '../app/enterprise/kinds.ts';
import { FRIENDS } from '../app/people/friends.ts';
import { CHANNEL } from '../app/people/generation.ts';
import { PEOPLE_KINDS } from '../app/people/kinds.ts';
import { REMINDER_KINDS } from '../app/reminding/kinds.ts';
import type { Kind } from '../ports/records.ts';

/** Kinds whose due times rest on the calendar. */
export interface TimedKinds {
  readonly appeal: Kind<Appeal>;
  readonly digest: Kind<Digest>;
}

/** All kinds of record that are kept. */
export const keptKinds = ({ appeal, digest }: TimedKinds) =>
  [
    CONVERSATION,
    appeal,
    digest,
    COUNTER,
    CORRECTIONS,
    ANSWERED,
    CHANNEL,
    FRIENDS,
    LAST_SENT,
    DOCUMENT,
    PROFILE,
    ...PEOPLE_KINDS,
    ...REMINDER_KINDS,
  ] as const;
