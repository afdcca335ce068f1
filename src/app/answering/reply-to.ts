import { isOnlyAsking } from '../../domain/answer/answer.ts';
import type { Answer, Candidate, Entry, Question, UnstatedFact } from '../../domain/answer/types.ts';
import type { Choice } from '../../ports/message.ts';
import {
  choiceLine,
  clauseReply,
  comparisonReply,
  declineReply,
  labelOf,
  libraryReply,
  nearlyReply,
  originalLabel,
} from '../../text/zh/answer.ts';
import { shortTitle, standing } from '../../text/zh/answer-source.ts';
import { speechReply } from '../../text/zh/answer-talk.ts';
import type { AskDeps } from './tools.ts';
import type { AskHit, AskMemory, AskReply, ClauseRef } from './types.ts';

/** Clauses in a reply's JSON, and clauses offered by digit. */
const MOST_HITS = 10;
const MOST_CHOICES = 3;

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

/** A reply that answers nothing. */
export const silent = (text: string, memory: AskMemory): AskReply => ({
  answered: false,
  text,
  hits: [],
  choices: [],
  memory,
});

/** How a conversation remembers an entry. */
export const refOf = ({ policy, clause }: Entry): ClauseRef => ({ policy: policy.id, clause: clause.id });

const isSame = (one: ClauseRef, other: ClauseRef): boolean =>
  one.policy === other.policy && one.clause === other.clause;

const topicOf = (question: Question): Pick<AskMemory, 'lastQuestion' | 'lastRegion'> => ({
  lastQuestion: question.text,
  lastRegion: question.regions[0]?.name ?? null,
});

/** What the next message of the conversation can lean on. */
function remember(
  question: Question,
  found: Extract<Answer, { kind: 'clause' | 'comparison' }>,
  before: AskMemory,
): AskMemory {
  const about = found.kind === 'clause' ? found.about : (found.candidates[0] as Candidate).entry;
  const shown = found.candidates.slice(0, MOST_CHOICES).map(({ entry }) => refOf(entry));
  if (!isOnlyAsking(question)) return { ...topicOf(question), about: refOf(about), shown };
  // One more fact of the same clause: what else was offered stays.
  const others = before.shown.filter((old) => !shown.some((ref) => isSame(old, ref)));
  return { ...before, about: refOf(about), shown: [...shown, ...others].slice(0, MOST_CHOICES) };
}

/** The clause that is about the thing can be read, though it does not answer. */
function nearlyTo(near: readonly Candidate[], lacks: UnstatedFact, question: Question): AskReply {
  const { entry } = near[0] as Candidate;
  const choices = choicesFor(near.slice(0, 1));
  const text = nearlyReply(entry, { lacks, choices: choiceLine(choices) });
  const hits = near.slice(0, MOST_HITS).map(toHit);
  const about = refOf(entry);
  return { ...silent(text, { ...topicOf(question), about, shown: [about] }), hits, choices };
}

const isFirst = ([first]: readonly Candidate[], ref: ClauseRef): boolean =>
  first !== undefined && isSame(refOf(first.entry), ref);

/** What is said about an answer, and what the conversation keeps of it. */
export function replyTo(
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
      if (found.lacks) return nearlyTo(found.near, found.lacks, question);
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
      const [last] = memory.shown;
      const isShown = isOnlyAsking(question) && last !== undefined && isFirst(found.candidates, last);
      const text =
        found.kind === 'clause'
          ? clauseReply(found.extract, { choices: line, isShown })
          : comparisonReply(found.sides, line);
      const hits = found.candidates.slice(0, MOST_HITS).map(toHit);
      return { answered: true, text, hits, choices, memory: remember(question, found, memory) };
    }
  }
}
