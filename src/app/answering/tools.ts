import type { QuestionReader } from '../../domain/answer/question.ts';
import { createGazetteer, type Gazetteer, type RegionData } from '../../domain/answer/regions.ts';
import { createSpeller, type Speller } from '../../domain/answer/spelling.ts';
import { createThesaurus, type SynonymData } from '../../domain/answer/synonyms.ts';
import type { AnswerContext, NamedRegion, Question } from '../../domain/answer/types.ts';
import { ASKING, vocabularyOf } from '../../domain/answer/vocabulary.ts';
import { createSuggester, type Suggester } from '../../domain/conversation/did-you-mean.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { UnitMatcher } from '../../domain/unit/match.ts';
import { shortTitle } from '../../text/zh/answer.ts';
import { commandNames } from '../../text/zh/commands.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';

/** Topics of other desks, `seeds/scope.json`. */
export interface ScopeData {
  readonly topics: readonly { readonly topic: string; readonly words: readonly string[] }[];
}

export interface AskDeps {
  readonly library: () => LibrarySnapshot;
  readonly segmenter: Segmenter;
  readonly synonyms: SynonymData;
  readonly regions: RegionData;
  readonly districts: readonly { readonly word: string; readonly city: string }[];
  readonly scope: ScopeData;
  readonly lexicon: readonly string[];
  readonly units: UnitMatcher;
  /** Official name of the region whose documents answer a question that names none. */
  readonly home: string;
  readonly botName: string;
}

/** What questions are read with; made once, what depends on the library once a snapshot. */
export interface Tools {
  readonly readerFor: (snapshot: LibrarySnapshot) => QuestionReader;
  readonly foreignTopic: AnswerContext['foreignTopic'];
  readonly home: NamedRegion;
  readonly suggesterFor: (snapshot: LibrarySnapshot) => Suggester;
}

/** Keeps what was made for the newest snapshot. */
function perSnapshot<Made>(make: (snapshot: LibrarySnapshot) => Made): (snapshot: LibrarySnapshot) => Made {
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
function latinIn({ entries }: LibrarySnapshot): ReadonlySet<string> {
  return new Set(
    [...entries.values()].flatMap(({ clause }) => fold(clause.text).replace(URL, '').match(LATIN) ?? []),
  );
}

/** No index holds these two characters beside each other. */
const UNWRITTEN = '\u3400\u3400';

const spellerOf =
  ({ segmenter, lexicon }: AskDeps, gazetteer: Gazetteer) =>
  (snapshot: LibrarySnapshot): Speller => {
    const written = vocabularyOf(snapshot.entries.values(), { lexicon, words: segmenter.words });
    const spoken = [...gazetteer.names, ...ASKING].filter((word) => !written.has(word));
    const { idf } = snapshot.index;
    const unwritten = idf(UNWRITTEN);
    const latin = latinIn(snapshot);
    return createSpeller({
      vocabulary: new Map([...written, ...spoken.map((word) => [word, 4] as const)]),
      typable: (word) => written.has(word),
      isWord: (word) => segmenter.has(word),
      isWritten: (piece) => (/^[a-z]/.test(piece) ? latin.has(piece) : idf(piece) < unwritten),
      words: segmenter.words,
      frequency: segmenter.frequency,
    });
  };

const suggesterOf =
  ({ units, home }: AskDeps) =>
  ({ policies }: LibrarySnapshot): Suggester => {
    const titles = policies.map((policy) => ({
      name: `《${shortTitle(policy)}》`,
      aliases: [shortTitle(policy)],
    }));
    return createSuggester([...commandNames, ...titles], { units, region: home });
  };

/** 「卖房发工资」 is about wages: a word within a longer saying is not about its own topic. */
const foreignTopicIn =
  (words: readonly string[]) =>
  ({ text, sayings }: Pick<Question, 'text' | 'sayings'>): boolean => {
    const plain = (word: string): string =>
      sayings.reduce(
        (left, { phrase }) => (phrase.length > word.length ? left.replace(phrase, ' ') : left),
        text,
      );
    return words.some((word) => text.includes(word) && plain(word).includes(word));
  };

export function createTools(deps: AskDeps): Tools {
  const { regions, districts, segmenter } = deps;
  const thesaurus = createThesaurus(deps.synonyms);
  const foreign = deps.scope.topics.flatMap(({ words }) => words.map(fold));
  return {
    readerFor: perSnapshot((snapshot) => {
      const others = [...new Set([...snapshot.entries.values()].map(({ region }) => region))];
      const gazetteer = createGazetteer(regions, { districts, others });
      const { correct } = spellerOf(deps, gazetteer)(snapshot);
      return { gazetteer, thesaurus, words: segmenter.words, correct };
    }),
    foreignTopic: foreignTopicIn(foreign),
    home: createGazetteer(regions).named(deps.home) ?? { name: deps.home, province: deps.home },
    suggesterFor: perSnapshot(suggesterOf(deps)),
  };
}
