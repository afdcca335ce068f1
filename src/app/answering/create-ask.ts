import { answer, isOnlyAsking } from '../../domain/answer/answer.ts';
import { entryKey } from '../../domain/answer/entries.ts';
import { followUp } from '../../domain/answer/follow-up.ts';
import { readQuestion } from '../../domain/answer/question.ts';
import type {
  Answer,
  Candidate,
  Entry,
  NamedRegion,
  Question,
  UnstatedFact,
} from '../../domain/answer/types.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Choice } from '../../ports/message.ts';
import {
  choiceLine,
  clauseReply,
  comparisonReply,
  declineReply,
  labelOf,
  libraryReply,
  nearlyReply,
  noSuchChoice,
  originalLabel,
  originalReply,
  shortTitle,
  speechReply,
  standing,
} from '../../text/zh/answer.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import { perSnapshot } from '../library/speller.ts';
import { remembering } from './remembering.ts';
import { type AskDeps, createTools, type Tools } from './tools.ts';
import type { Ask, AskHit, AskMemory, AskReply, ClauseRef } from './types.ts';

/** Clauses in a reply's JSON, and clauses offered by digit. */
const MOST_HITS = 10;
const MOST_CHOICES = 3;
const MOST_SUGGESTIONS = 2;

export const NO_MEMORY: AskMemory = { lastQuestion: null, lastRegion: null, about: null, shown: [] };

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

/** The clause that is about the thing can be read, though it does not answer. */
function nearlyTo(near: readonly Candidate[], lacks: UnstatedFact, memory: AskMemory): AskReply {
  const { entry } = near[0] as Candidate;
  const choices = choicesFor(near.slice(0, 1));
  const text = nearlyReply(entry, { lacks, choices: choiceLine(choices) });
  const hits = near.slice(0, MOST_HITS).map(toHit);
  return { ...silent(text, { ...memory, shown: [refOf(entry)] }), hits, choices };
}

function replyTo(
  found: Answer,
  question: Question,
  {
    deps,
    memory,
    suggest,
  }: { deps: AskDeps; memory: AskMemory; suggest: (text: string) => readonly string[] },
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
    case 'decline': {
      if (found.lacks) return nearlyTo(found.near, found.lacks, memory);
      const meant = found.reason === 'no-region' ? [] : suggest(question.text);
      return {
        ...silent(declineReply(found.reason, { region: found.region, meant }), memory),
        hits: found.near.slice(0, MOST_HITS).map(toHit),
      };
    }
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

const DIGIT = /^\s*[[(（【]?([1-9１-９])[\])）】.。、]?\s*$/;

/** 「1」: the original of what was shown; a memory without such a clause is told so. */
function chosen(text: string, memory: AskMemory, snapshot: LibrarySnapshot): AskReply | null {
  const digit = DIGIT.exec(text)?.[1];
  if (!digit) return null;
  const entry = entryAt(memory.shown[Number(fold(digit)) - 1], snapshot);
  return silent(entry ? originalReply(entry) : noSuchChoice, memory);
}

/** Messages whose reading is remembered: those that are being taken at the moment. */
const MOST_REMEMBERED = 32;

/** What was made of questions of late; forgotten with the library that it rests on. */
const createMind = (deps: AskDeps, tools: Tools) =>
  perSnapshot((snapshot) => {
    const reader = tools.readerFor(snapshot);
    const context = {
      shelf: snapshot,
      foreignTopic: tools.foreignTopic,
      segmenter: deps.segmenter,
      duties: deps.duties ?? [],
    };
    const found = new WeakMap<Question, Answer>();
    return {
      named: reader.gazetteer.named,
      read: remembering((message: string): Question => readQuestion(message, reader), MOST_REMEMBERED),
      answerTo: (question: Question, home: NamedRegion, lastEntry: Entry | null): Answer => {
        const known = found.get(question);
        // What leans on the talk before, or is asked from elsewhere, is answered for itself.
        const isPlain = home === tools.home && !(lastEntry && isOnlyAsking(question));
        if (isPlain && known) return known;
        const answered = answer(question, { ...context, home, lastEntry });
        if (isPlain) found.set(question, answered);
        return answered;
      },
    };
  });

/** Makes the use case that answers one message of one conversation; the memory comes from the caller. */
export function createAsk(deps: AskDeps): Ask {
  const tools = createTools(deps);
  const mindFor = createMind(deps, tools);
  return ({ text, region, memory = NO_MEMORY }) => {
    const snapshot = deps.library();
    const digit = chosen(text, memory, snapshot);
    if (digit) return digit;
    const { read, named, answerTo } = mindFor(snapshot);
    const question = followUp(read(text), { memory, read });
    const home = (region && named(region)) || tools.home;
    const found = answerTo(question, home, entryAt(memory.about, snapshot));
    const suggest = (said: string) => tools.suggesterFor(snapshot).suggest(said, MOST_SUGGESTIONS);
    return replyTo(found, question, { deps, memory, suggest });
  };
}
