import type { LibrarySnapshot } from '../library/snapshot.ts';
import { perSnapshot, type SpellerWords, spellerFor } from '../library/speller.ts';

/** Puts typos of a folded text right by the words of the library and the lexicon; one speller a snapshot. */
export function createAppealSpeller(
  words: SpellerWords,
): (text: string, snapshot: LibrarySnapshot) => string {
  const spellerOf = perSnapshot((snapshot) => spellerFor(snapshot, words));
  return (text, snapshot) => spellerOf(snapshot).correct(text);
}
