import type { Origin } from '../matter.ts';
import type { OpeningDeps } from './types.ts';

/** What the words do not say and the group or the members' list does not either. */
export const lacksOf = (
  deps: OpeningDeps,
  text: string,
  { enterprise, district }: Origin,
): readonly string[] =>
  deps
    .lacksOf(text)
    .filter((code) => !(code === 'firm' && enterprise !== null) && !(code === 'place' && district !== null));
