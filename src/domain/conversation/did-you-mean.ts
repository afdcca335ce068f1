import Fuse from 'fuse.js';
import { fold } from '../hanzi/fold.ts';
import type { UnitMatcher } from '../unit/match.ts';

/** What can be typed by itself: a command, a document's title. */
export interface ShortName {
  /** As it is shown. */
  readonly name: string;
  /** Other ways to say it. */
  readonly aliases: readonly string[];
}

export interface Suggester {
  /** Names that a short message may mean, likeliest first, at most `limit`; empty for longer messages. */
  readonly suggest: (text: string, limit: number) => readonly string[];
}

/** A name and its slips of the finger; a longer message is a question, and a likeness to a name chance. */
const LONGEST_NAME = 12;
/** fuse.js: 0 is the same, 1 nothing alike; one wrong character of three is let through, one of two is not. */
const THRESHOLD = 0.4;

/** Finds commands, titles and departments with nearly the typed name (fuse.js; homophones for departments). */
export function createSuggester(
  names: readonly ShortName[],
  { units, region }: { readonly units: UnitMatcher; readonly region: string },
): Suggester {
  const rows = names.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((form) => ({ name, form: fold(form) })),
  );
  const fuse = new Fuse(rows, {
    keys: ['form'],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: THRESHOLD,
  });
  return {
    suggest: (text, limit) => {
      const typed = fold(text).replace(/[\p{P}\p{S}\s]+/gu, '');
      if (typed.length < 2 || typed.length > LONGEST_NAME) return [];
      const bodies = units.suggest(typed, { region, limit }).map(({ body }) => body.name);
      const alike = fuse.search(typed).map(({ item }) => item.name);
      return [...new Set([...bodies, ...alike])].slice(0, limit);
    },
  };
}
