import { answer, answerFrom, isOnlyAsking } from '../../domain/answer/answer.ts';
import { basisOf } from '../../domain/answer/basis.ts';
import { changesTierOnly, followUp, insteadAlone } from '../../domain/answer/follow-up.ts';
import { readQuestion } from '../../domain/answer/question.ts';
import type { Answer, Entry, NamedRegion, Question } from '../../domain/answer/types.ts';
import { perSnapshot } from '../library/speller.ts';
import { entryAt, fromShown } from './from-shown.ts';
import { remembering } from './remembering.ts';
import { replyTo } from './reply-to.ts';
import { type AskDeps, createTools, type Tools } from './tools.ts';
import type { Ask, AskMemory } from './types.ts';

const MOST_SUGGESTIONS = 2;

export const NO_MEMORY: AskMemory = { lastQuestion: null, lastRegion: null, about: null, shown: [] };

/** Messages whose reading is remembered: those that are being taken at the moment. */
const MOST_REMEMBERED = 32;

/** What was made of questions of late; forgotten with the library that it rests on. */
const createMind = (deps: AskDeps, tools: Tools) =>
  perSnapshot((snapshot) => {
    const reader = tools.readerFor(snapshot);
    const context = {
      shelf: snapshot,
      foreignWords: tools.foreignWords,
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
      answerFrom: (question: Question, entries: readonly [Entry, ...Entry[]]): Answer =>
        answerFrom(question, entries, { ...context, home: tools.home, lastEntry: null }),
    };
  });

/** Nothing was found, or only something that does not say what is asked. */
const saysNothing = (found: Answer): boolean =>
  found.kind === 'decline' || (found.kind === 'clause' && found.extract.fact?.kind === 'unstated');

/** A clause that says less of what a follow-up names is the answer to the question before. */
const NAMES_FROM = 0.5;

/** 「那首贷服务站呢」 names another thing than the clause found for both questions together; without a thing it names none. */
function names(found: Answer, alone: Question, { segmenter }: AskDeps): boolean {
  if (found.kind !== 'clause' || alone.subject === '' || isOnlyAsking(alone)) return true;
  return basisOf(alone, found.extract.entry, segmenter).coverage >= NAMES_FROM;
}

/** Makes the use case that answers one message of one conversation; the memory comes from the caller. */
export function createAsk(deps: AskDeps): Ask {
  const tools = createTools(deps);
  const mindFor = createMind(deps, tools);
  return ({ text, region, memory = NO_MEMORY }) => {
    const snapshot = deps.library();
    const { read, named, answerTo, answerFrom: tellFrom } = mindFor(snapshot);
    const suggest = (said: string) => tools.suggesterFor(snapshot).suggest(said, MOST_SUGGESTIONS);
    const back = fromShown(text, {
      memory,
      snapshot,
      tell: (entries) => {
        const asked = read(memory.lastQuestion ?? text);
        return replyTo(tellFrom(asked, entries), asked, { deps, memory, suggest });
      },
    });
    if (back) return back;
    const own = read(text);
    // 「今天天气怎么样」 leans on no question about a policy.
    const question = tools.foreignWords(own).length > 0 ? own : followUp(own, { memory, read });
    const home = (region && named(region)) || tools.home;
    const about = entryAt(memory.about, snapshot);
    const found = answerTo(question, home, about);
    const alone =
      question === own || changesTierOnly(own, memory) ? null : insteadAlone(question, { own, read });
    if (alone !== null && (saysNothing(found) || !names(found, alone, deps))) {
      const other = answerTo(alone, home, about);
      if (!saysNothing(other) || !names(found, alone, deps))
        return replyTo(other, alone, { deps, memory, suggest });
    }
    return replyTo(found, question, { deps, memory, suggest });
  };
}
