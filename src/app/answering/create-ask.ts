import { answer, isOnlyAsking } from '../../domain/answer/answer.ts';
import { entryKey } from '../../domain/answer/entries.ts';
import { followUp } from '../../domain/answer/follow-up.ts';
import { readQuestion, type QuestionReader } from '../../domain/answer/question.ts';
import { createGazetteer, type Gazetteer, type RegionData } from '../../domain/answer/regions.ts';
import { createSpeller, type Speller } from '../../domain/answer/spelling.ts';
import { createThesaurus, type SynonymData } from '../../domain/answer/synonyms.ts';
import type {
  Answer,
  AnswerContext,
  Candidate,
  Entry,
  NamedRegion,
  Question,
} from '../../domain/answer/types.ts';
import { ASKING, vocabularyOf } from '../../domain/answer/vocabulary.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { Choice } from '../../ports/channel.ts';
import {
  choiceLine,
  clauseReply,
  comparisonReply,
  declineReply,
  labelOf,
  libraryReply,
  noSuchChoice,
  originalLabel,
  originalReply,
  shortTitle,
  speechReply,
  standing,
} from '../../text/zh/answer.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import type { Ask, AskHit, AskMemory, AskReply, ClauseRef } from './types.ts';

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
  /** Official name of the region whose documents answer a question that names none. */
  readonly home: string;
  readonly botName: string;
}

/** Clauses in a reply's JSON, and clauses offered by digit. */
const MOST_HITS = 10;
const MOST_CHOICES = 3;

export const NO_MEMORY: AskMemory = { lastQuestion: null, lastRegion: null, about: null, shown: [] };

interface Tools {
  readonly gazetteer: Gazetteer;
  readonly reader: Omit<QuestionReader, 'correct'>;
  readonly foreignTopic: AnswerContext['foreignTopic'];
  readonly home: NamedRegion;
  readonly spellerFor: (snapshot: LibrarySnapshot) => Speller;
}

/** An address is no proof that a document writes 「hunan」. */
const URL = /[a-z]+:\/\/\S+/g;

function spellers(deps: AskDeps, gazetteer: Gazetteer): Tools['spellerFor'] {
  let made: { snapshot: LibrarySnapshot; speller: Speller } | null = null;
  return (snapshot) => {
    if (made?.snapshot === snapshot) return made.speller;
    const { segmenter, lexicon } = deps;
    const written = vocabularyOf(snapshot.entries.values(), { lexicon, words: segmenter.words });
    const spoken = [...gazetteer.names, ...ASKING].filter((word) => !written.has(word));
    const vocabulary = new Map([...written, ...spoken.map((word) => [word, 4] as const)]);
    const text = [...snapshot.entries.values()]
      .map(({ clause }) => fold(clause.text).replace(URL, ''))
      .join('\n');
    const speller = createSpeller({
      vocabulary,
      typable: (word) => written.has(word),
      isWord: (word) => segmenter.has(word),
      isWritten: (piece) => text.includes(piece),
      words: segmenter.words,
      frequency: segmenter.frequency,
    });
    made = { snapshot, speller };
    return speller;
  };
}

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

function toolsOf(deps: AskDeps): Tools {
  const gazetteer = createGazetteer(deps.regions, deps.districts);
  const foreign = deps.scope.topics.flatMap(({ words }) => words.map(fold));
  return {
    gazetteer,
    reader: { gazetteer, thesaurus: createThesaurus(deps.synonyms), words: deps.segmenter.words },
    foreignTopic: foreignTopicIn(foreign),
    home: gazetteer.named(deps.home) ?? { name: deps.home, province: deps.home },
    spellerFor: spellers(deps, gazetteer),
  };
}

const toHit = ({ entry, score }: Candidate): AskHit => ({
  policy: entry.policy.id,
  title: shortTitle(entry.policy),
  files: entry.files,
  clause: entry.clause.id,
  path: entry.clause.path,
  text: entry.clause.text,
  units: entry.units.map(({ name }) => name),
  score: Math.round(score * 1000) / 1000,
  status: entry.status,
});

function choicesFor(candidates: readonly Candidate[]): Choice[] {
  return candidates.slice(0, MOST_CHOICES).map((candidate, at) => ({
    key: String(at + 1),
    label: at === 0 ? originalLabel : labelOf(candidate),
  }));
}

const silent = (text: string, memory: AskMemory): AskReply => ({
  answered: false,
  text,
  hits: [],
  choices: [],
  memory,
});

const refOf = ({ policy, clause }: Entry): ClauseRef => ({ policy: policy.id, clause: clause.id });

/** What the next message of the conversation can lean on. */
function remember(
  question: Question,
  found: Extract<Answer, { kind: 'clause' | 'comparison' }>,
  before: AskMemory,
): AskMemory {
  const about = found.kind === 'clause' ? found.about : (found.candidates[0] as Candidate).entry;
  const shown = found.candidates.slice(0, MOST_CHOICES).map(({ entry }) => refOf(entry));
  const topic = isOnlyAsking(question)
    ? { lastQuestion: before.lastQuestion, lastRegion: before.lastRegion }
    : { lastQuestion: question.text, lastRegion: question.regions[0]?.name ?? null };
  return { ...topic, about: refOf(about), shown };
}

function replyTo(
  found: Answer,
  question: Question,
  { deps, memory }: { deps: AskDeps; memory: AskMemory },
): AskReply {
  switch (found.kind) {
    case 'speech': {
      const { policies, entries } = deps.library();
      const statuses = new Map([...entries.values()].map((entry) => [entry.policy.id, standing(entry)]));
      const listed = policies.map((policy) => ({ policy, standing: statuses.get(policy.id) ?? '' }));
      return silent(
        found.speech === 'library' ? libraryReply(listed) : speechReply(found.speech, deps.botName),
        memory,
      );
    }
    case 'decline':
      return {
        ...silent(declineReply(found.reason, found.region), memory),
        hits: found.near.slice(0, MOST_HITS).map(toHit),
      };
    case 'clause':
    case 'comparison': {
      const choices = choicesFor(found.candidates);
      const line = choiceLine(choices);
      const text =
        found.kind === 'clause' ? clauseReply(found.extract, line) : comparisonReply(found.sides, line);
      const hits = found.candidates.slice(0, MOST_HITS).map(toHit);
      return { answered: true, text, hits, choices, memory: remember(question, found, memory) };
    }
  }
}

const entryAt = (ref: ClauseRef | null | undefined, { entries }: LibrarySnapshot): Entry | null =>
  ref ? (entries.get(entryKey(ref.policy, ref.clause)) ?? null) : null;

const DIGIT = /^\s*[\[(（]?([1-9１-９])[\])）.。、]?\s*$/;

/** 「1」: the original of what was shown; a memory without such a clause is told so. */
function chosen(text: string, memory: AskMemory, snapshot: LibrarySnapshot): AskReply | null {
  const digit = DIGIT.exec(text)?.[1];
  if (!digit) return null;
  const entry = entryAt(memory.shown[Number(fold(digit)) - 1], snapshot);
  return silent(entry ? originalReply(entry) : noSuchChoice, memory);
}

/** Makes the use case that answers one message of one conversation; the memory comes from the caller. */
export function createAsk(deps: AskDeps): Ask {
  const tools = toolsOf(deps);
  return ({ text, region, memory = NO_MEMORY }) => {
    const snapshot = deps.library();
    const digit = chosen(text, memory, snapshot);
    if (digit) return digit;
    const read = (message: string): Question =>
      readQuestion(message, { ...tools.reader, correct: tools.spellerFor(snapshot).correct });
    const question = followUp(read(text), { memory, read });
    const home = (region && tools.gazetteer.named(region)) || tools.home;
    const found = answer(question, {
      shelf: snapshot,
      home,
      lastEntry: entryAt(memory.about, snapshot),
      foreignTopic: tools.foreignTopic,
      segmenter: deps.segmenter,
    });
    return replyTo(found, question, { deps, memory });
  };
}
