import { createSpeller, type Speller } from '../../domain/answer/spelling.ts';
import { vocabularyOf } from '../../domain/answer/vocabulary.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';

/** Puts typos of a folded text right by the words of the library and the lexicon; one speller a snapshot. */
export function createAppealSpeller({
  segmenter,
  lexicon,
}: {
  readonly segmenter: Segmenter;
  readonly lexicon: readonly string[];
}): (text: string, snapshot: LibrarySnapshot) => string {
  let made: { readonly snapshot: LibrarySnapshot; readonly speller: Speller } | null = null;
  const spellerFor = (snapshot: LibrarySnapshot): Speller => {
    const vocabulary = vocabularyOf(snapshot.entries.values(), { lexicon, words: segmenter.words });
    const text = [...snapshot.entries.values()].map(({ clause }) => fold(clause.text)).join('\n');
    return createSpeller({
      vocabulary,
      typable: (word) => vocabulary.has(word),
      isWord: segmenter.has,
      isWritten: (piece) => text.includes(piece),
      words: segmenter.words,
      frequency: segmenter.frequency,
    });
  };
  return (text, snapshot) => {
    if (made?.snapshot !== snapshot) made = { snapshot, speller: spellerFor(snapshot) };
    return made.speller.correct(text);
  };
}
