import type { Happening } from '../../../domain/appeal/facts.ts';
import type { AppealRules } from '../../../domain/appeal/rules.ts';
import type { LimitName } from '../../../domain/appeal/types.ts';
import type { Instant } from '../../../domain/time.ts';
import type { DispatchOffer } from '../proposal.ts';
import type { Teller } from '../teller.ts';
import type { News, Say } from '../types.ts';

export type HappeningKind = Happening['kind'];

/** News of one kind of event. */
export type NewsOf<Kind extends HappeningKind> = Omit<News, 'fact'> & {
  readonly fact: News['fact'] & { readonly kind: Kind };
};

export interface Announcer extends Teller {
  /** Somebody is there to take it. */
  readonly isServed: boolean;
  readonly nameOf: (account: string) => string;
  /** What promises are counted by. */
  readonly rules: AppealRules;
  /** Until when all of this waits for the morning; null where some of it goes out at once. */
  readonly heldUntil: (says: readonly Say[]) => Instant | null;
  /** Until when something was promised, in words. */
  readonly dueOf: (what: LimitName) => string;
  /** Units that it could be sent to now, with the digits to pick them. */
  readonly propose: () => DispatchOffer;
}

/** Who hears what of each kind of event. */
export type Announcements<Kinds extends HappeningKind> = {
  readonly [Kind in Kinds]: (news: NewsOf<Kind>, announcer: Announcer) => readonly Say[];
};
