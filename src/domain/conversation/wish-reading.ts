import type { Wish } from '../appeal/commands.ts';
import type { DeskId } from '../appeal/types.ts';

/** What the words behind an act may need to be read. */
export interface WishTools {
  /** The unit that a name stands for; null where it is none. */
  readonly unit: (name: string) => DeskId | null;
  /** The one who says it is the appellant, not of the staff. */
  readonly isOwner: boolean;
}

export type WishReading =
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** A unit was named that nobody knows; `before` and `after` stand around its name. */
  | { readonly kind: 'unknown-unit'; readonly name: string }
  /** The act needs more than was said; `example` says what. */
  | {
      readonly kind: 'incomplete';
      readonly what: 'unit' | 'days' | 'reason' | 'text' | 'rating' | 'number' | 'ground';
    }
  /** Lukewarm, or two things at once: which of the three it is has to be asked; `reason` goes along. */
  | { readonly kind: 'unclear-rating'; readonly reason: string | null };

/** What was read whole. */
export const wish = (one: Wish): WishReading => ({ kind: 'wish', wish: one });
/** What lacks something. */
export const incomplete = (what: Extract<WishReading, { kind: 'incomplete' }>['what']): WishReading => ({
  kind: 'incomplete',
  what,
});

/** A supplement of which only the words are known. */
export const SUPPLEMENT = { contact: null, attachments: [], lacks: [] } as const;

/** What comes of words that are no act: the enterprise adds something, the staff notes something. */
export const readFree = (rest: string, { isOwner }: WishTools): WishReading =>
  isOwner
    ? wish({ kind: 'supplement', text: rest, ...SUPPLEMENT })
    : wish({ kind: 'note', text: rest, contacted: false });
