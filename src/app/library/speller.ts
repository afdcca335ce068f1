import { createSpeller, type Speller } from '../../domain/answer/spelling.ts';
import { vocabularyOf } from '../../domain/answer/vocabulary.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/** Keeps what was made for the newest snapshot. */
export function perSnapshot<Made>(
  make: (snapshot: LibrarySnapshot) => Made,
): (snapshot: LibrarySnapshot) => Made {
  let last: { readonly snapshot: LibrarySnapshot; readonly made: Made } | null = null;
  return (snapshot) => {
    if (last?.snapshot !== snapshot) last = { snapshot, made: make(snapshot) };
    return last.made;
  };
}

/** An address is no proof that a document writes 「hunan」. */
const URL = /[a-z]+:\/\/\S+/g;

const LATIN = /[a-z]+(?:['\s]+[a-z]+)*/g;

/** Typed words that documents write in letters too: 「apec」 「5g」. */
function latinIn(entries: LibrarySnapshot['entries']): ReadonlySet<string> {
  return new Set(
    [...entries.values()].flatMap(({ clause }) => fold(clause.text).replace(URL, '').match(LATIN) ?? []),
  );
}

/** No index holds these two characters beside each other. */
const UNWRITTEN = '\u3400\u3400';

/** How much a word counts that is only looked for in typed pinyin. */
const SPOKEN = 4;

export interface SpellerWords {
  readonly segmenter: Segmenter;
  readonly lexicon: readonly string[];
  /** Words that are typed in pinyin too, but in full, and never taken for what a typo means. */
  readonly spoken?: readonly string[];
}

/** A speller that knows the words of the library and the lexicon. */
export function spellerFor(
  { entries, index: { idf } }: Pick<LibrarySnapshot, 'entries' | 'index'>,
  { segmenter, lexicon, spoken = [] }: SpellerWords,
): Speller {
  const written = vocabularyOf(entries.values(), { lexicon, words: segmenter.words });
  const only = spoken.filter((word) => !written.has(word));
  const inFull = new Set(spoken);
  const unwritten = idf(UNWRITTEN);
  const latin = latinIn(entries);
  return createSpeller({
    vocabulary: new Map([...written, ...only.map((word) => [word, SPOKEN] as const)]),
    typable: (word) => written.has(word),
    hasInitials: (word) => !inFull.has(word),
    isWord: (word) => segmenter.has(word),
    isWritten: (piece) => (/^[a-z]/.test(piece) ? latin.has(piece) : idf(piece) < unwritten),
    words: segmenter.words,
    frequency: segmenter.frequency,
  });
}
