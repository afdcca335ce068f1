import { dayOf, type Instant } from '../time.ts';
import type { Manners } from './manners.ts';

/**
 * Whether something that nobody asked for may be said in a chat: a digest, a new policy, a correction, a greeting. At
 * most one a day, none where the bot was asked to be quiet.
 */
export const mayTellUnasked = ({ hush, unaskedOn }: Manners, now: Instant): boolean =>
  hush === 'off' && unaskedOn !== dayOf(now);
