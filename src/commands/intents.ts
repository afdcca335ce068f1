import type { Ask } from '../app/answering/types.ts';
import type { OpeningDeps } from '../app/appeals/opening/types.ts';
import type { Dispatch } from '../app/dispatching/types.ts';
import { type Category, isTelling } from '../domain/category.ts';
import { readIntent } from '../domain/conversation/intent.ts';
import { missingIn } from '../domain/conversation/missing.ts';
import { readOpening } from '../domain/conversation/opening.ts';
import { isSameMatter } from '../domain/conversation/same-matter.ts';
import { fold } from '../domain/hanzi/fold.ts';
import type { Segmenter } from '../domain/segment.ts';

/** What the use cases of appeals need to know of a message's words, with the library and the dictionary at hand. */
export function createReading({
  ask,
  dispatch,
  segmenter,
}: {
  readonly ask: Ask;
  readonly dispatch: Dispatch;
  readonly segmenter: Segmenter;
}): Pick<OpeningDeps, 'intentOf' | 'openingOf' | 'isSameMatter' | 'lacksOf'> {
  // A category that rests on too little tells two matters neither apart nor together.
  const categoryOf = (text: string): Category | null => {
    const { category, askBack } = dispatch({ text });
    return askBack || !isTelling(category) ? null : category;
  };
  const told = (text: string) => ({
    text,
    category: categoryOf(text),
    words: segmenter.words(fold(text)),
  });
  return {
    intentOf: (text, open) => readIntent(fold(text), { open, answered: ask({ text }).answered }).kind,
    openingOf: readOpening,
    isSameMatter: (one, other) => isSameMatter(told(one), told(other)),
    lacksOf: missingIn,
  };
}
