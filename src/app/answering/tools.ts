import { type ConcernData, createConcernReader } from '../../domain/answer/concerns.ts';
import type { QuestionReader } from '../../domain/answer/question.ts';
import { districtsIn } from '../../domain/answer/districts.ts';
import { createGazetteer, type RegionData } from '../../domain/answer/regions.ts';
import { createThesaurus, type SynonymData } from '../../domain/answer/synonyms.ts';
import type { AnswerContext, Duty, NamedRegion, Question } from '../../domain/answer/types.ts';
import { ASKING } from '../../domain/answer/vocabulary.ts';
import { createSuggester, type Suggester } from '../../domain/conversation/did-you-mean.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { UnitMatcher } from '../../domain/unit/match.ts';
import { shortTitle } from '../../text/zh/answer-source.ts';
import { commandNames } from '../../text/zh/commands.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import { perSnapshot, spellerFor } from '../library/speller.ts';

/** Topics of other desks, `seeds/scope.json`. */
export interface ScopeData {
  readonly topics: readonly { readonly topic: string; readonly words: readonly string[] }[];
}

export interface AskDeps {
  readonly library: () => LibrarySnapshot;
  readonly segmenter: Segmenter;
  readonly synonyms: SynonymData;
  readonly concerns: ConcernData;
  readonly regions: RegionData;
  readonly districts: readonly { readonly word: string; readonly city: string }[];
  readonly scope: ScopeData;
  readonly lexicon: readonly string[];
  readonly units: UnitMatcher;
  /** What each unit is there for; none where nothing is known. */
  readonly duties?: readonly Duty[];
  /** Official name of the region whose documents answer a question that names none. */
  readonly home: string;
  readonly botName: string;
}

/** What questions are read with; made once, what depends on the library once a snapshot. */
export interface Tools {
  readonly readerFor: (snapshot: LibrarySnapshot) => QuestionReader;
  readonly foreignWords: AnswerContext['foreignWords'];
  readonly home: NamedRegion;
  readonly suggesterFor: (snapshot: LibrarySnapshot) => Suggester;
}

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
const foreignWordsIn =
  (words: readonly string[]) =>
  ({ text, sayings }: Pick<Question, 'text' | 'sayings'>): readonly string[] => {
    const plain = (word: string): string =>
      sayings.reduce(
        (left, { phrase }) => (phrase.length > word.length ? left.replace(phrase, ' ') : left),
        text,
      );
    return words.filter((word) => text.includes(word) && plain(word).includes(word));
  };

export function createTools(deps: AskDeps): Tools {
  const { regions, districts, segmenter, lexicon } = deps;
  const thesaurus = createThesaurus(deps.synonyms);
  const concerns = createConcernReader(deps.concerns, segmenter.words);
  const foreign = deps.scope.topics.flatMap(({ words }) => words.map(fold));
  return {
    readerFor: perSnapshot((snapshot) => {
      const others = [...new Set([...snapshot.entries.values()].map(({ region }) => region))];
      const own = districtsIn(snapshot.entries.values());
      const gazetteer = createGazetteer(regions, { districts: [...districts, ...own], others });
      const { correct } = spellerFor(snapshot, {
        segmenter,
        lexicon,
        spoken: [...gazetteer.names, ...ASKING],
      });
      return { gazetteer, thesaurus, concerns, words: segmenter.words, correct };
    }),
    foreignWords: foreignWordsIn(foreign),
    home: createGazetteer(regions).named(deps.home) ?? { name: deps.home, province: deps.home },
    suggesterFor: perSnapshot(suggesterOf(deps)),
  };
}
