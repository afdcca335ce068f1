import { fold } from '../hanzi/fold.ts';

/** `seeds/synonyms.json`: how owners say it → how documents say it. */
export interface SynonymData {
  readonly topics: readonly {
    readonly topic: string;
    readonly entries: readonly {
      readonly say: readonly string[];
      readonly mean: readonly string[];
      /** 0–1: how surely the one stands for the other. */
      readonly weight: number;
    }[];
  }[];
}

/** A phrase of the question for which documents have other words. */
export interface Saying {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly means: readonly string[];
  readonly weight: number;
  readonly topic: string;
}

/** Topics of phrases that only ask, or that keep a phrase from being misread: they are about nothing. */
const ASKING_TOPICS: ReadonlySet<string> = new Set(['问法', '整词']);

export const isAsking = ({ topic }: Saying): boolean => ASKING_TOPICS.has(topic);

export interface Thesaurus {
  /** Sayings in a folded text; the longest at each place, none overlapping. */
  readonly find: (text: string) => readonly Saying[];
}

interface Meaning {
  readonly means: readonly string[];
  readonly weight: number;
  readonly topic: string;
}

function tableOf(data: SynonymData): Map<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const { topic, entries } of data.topics) {
    for (const { say, mean, weight } of entries) {
      for (const phrase of say) {
        const key = fold(phrase);
        const known = table.get(key);
        const means = [...new Set([...(known?.means ?? []), ...mean])];
        table.set(key, { means, weight: Math.max(weight, known?.weight ?? 0), topic: known?.topic ?? topic });
      }
    }
  }
  return table;
}

// Answers and appeals are read with the same one.
const known = new WeakMap<SynonymData, Thesaurus>();

export function createThesaurus(data: SynonymData): Thesaurus {
  const before = known.get(data);
  if (before !== undefined) return before;
  const made = makeThesaurus(data);
  known.set(data, made);
  return made;
}

function makeThesaurus(data: SynonymData): Thesaurus {
  const table = tableOf(data);
  const longest = Math.max(0, ...[...table.keys()].map((phrase) => phrase.length));
  const at = (text: string, start: number): Saying | null => {
    for (let length = Math.min(longest, text.length - start); length > 1; length -= 1) {
      const phrase = text.slice(start, start + length);
      const meaning = table.get(phrase);
      if (meaning) return { start, end: start + length, phrase, ...meaning };
    }
    return null;
  };
  return {
    find: (text) => {
      const found: Saying[] = [];
      for (let start = 0; start < text.length; ) {
        const saying = at(text, start);
        if (saying) found.push(saying);
        start = saying ? saying.end : start + 1;
      }
      return found;
    },
  };
}
