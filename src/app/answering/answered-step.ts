import { parseAppealNumber } from '../../domain/appeal/number.ts';
import { type AnsweredDeed, hasEnded, type KeptAnswer } from '../../domain/conversation/answered.ts';
import {
  type AnsweredCommand,
  readAnsweredCommand,
  readCorrection,
} from '../../domain/conversation/collecting.ts';
import { accountId } from '../../domain/people/account.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { maskPeople } from '../../domain/privacy/mask-people.ts';
import { dayOf } from '../../domain/time.ts';
import { answeredList, type ListedAnswer, shownAnswer } from '../../text/zh/answered-list.ts';
import { answeredWords } from '../../text/zh/answered.ts';
import { SPECIALIST } from '../../text/zh/appeals/words.ts';
import type { Library } from '../library/open-library.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import type { AnsweredQuestions } from './answered-questions.ts';
import { toAnswered } from './collect-step.ts';
import { readTerms } from './read-terms.ts';

export interface AnsweredStepDeps {
  readonly roster: () => Roster;
  readonly library: Pick<Library, 'current'>;
  readonly answered: Pick<AnsweredQuestions, 'list' | 'fateOf'>;
}

/** One of the list, with the number that it has there. */
interface Place {
  readonly one: KeptAnswer;
  readonly place: number;
}

const saying = (text: string): Turn => ({ reply: { text } });

/** Who keeps the answers: specialists, and those who look after them. */
function mayKeep({ roster }: AnsweredStepDeps, { message }: Said): boolean {
  const account = accountId(message.from.id);
  const roles = account === null ? [] : rolesOf(roster().whoIs(account));
  return roles.some((role) => role !== 'handler');
}

function find({ answered }: AnsweredStepDeps, which: string): Place | null {
  const all = answered.list();
  const number = parseAppealNumber(which);
  const at = number === null ? Number(which) - 1 : all.findIndex(({ id }) => id === number);
  const one = all[at];
  return one === undefined ? null : { one, place: at + 1 };
}

function toListed({ answered }: AnsweredStepDeps, { now }: Said): (place: Place) => ListedAnswer {
  const today = dayOf(now);
  return ({ one, place }) => ({
    ...one,
    place,
    hasEnded: hasEnded(one, today),
    fate: answered.fateOf(one.basis, today),
  });
}

const done = (
  { message, now }: Said,
  { one }: Place,
  { deed, text }: { deed: AnsweredDeed; text: string },
): Turn => ({
  ...saying(text),
  deliveries: [toAnswered(one.id, { deed, by: message.from.id, at: now })],
});

type Changes = Extract<AnsweredDeed, { kind: 'corrected' }>['changes'];

function correct(
  deps: AnsweredStepDeps,
  said: Said,
  { found, rest, which }: { found: Place; rest: string; which: string },
): Turn {
  const today = dayOf(said.now);
  const correction = readCorrection(rest, today);
  if (correction === null) return saying(answeredWords.howToCorrect(which));
  const put = (changes: Changes, remark: string | null): Turn => {
    const one = { ...found.one, ...changes };
    const text = answeredWords.corrected({ ...one, place: found.place, remark });
    return done(said, found, { deed: { kind: 'corrected', changes }, text });
  };
  if (correction.kind === 'question') return put({ question: maskPeople(correction.text) }, null);
  if (correction.kind !== 'terms') {
    // Whoever writes it anew answers for it.
    const who = `${SPECIALIST}${said.message.from.name}`;
    return put({ answer: maskPeople(correction.text), who, on: today }, null);
  }
  const { terms } = correction;
  const read = readTerms(terms, { said, library: deps.library, command: answeredWords.correct(which) });
  if ('reply' in read) return read;
  const { remark, ...changes } = read;
  return put(changes, remark);
}

function ofOne(
  deps: AnsweredStepDeps,
  said: Said,
  command: Exclude<AnsweredCommand, { kind: 'list' }>,
): Turn {
  const found = find(deps, command.which);
  if (found === null) return saying(answeredWords.noSuch(command.which));
  const { one, place } = found;
  switch (command.kind) {
    case 'show':
      return saying(shownAnswer(toListed(deps, said)(found)));
    case 'withdraw':
      return one.isWithdrawn
        ? saying(answeredWords.isWithdrawn(place))
        : done(said, found, {
            deed: { kind: 'withdrawn' },
            text: answeredWords.withdrawn(place, one.question),
          });
    case 'restore':
      return one.isWithdrawn
        ? done(said, found, { deed: { kind: 'restored' }, text: answeredWords.restored(place, one.question) })
        : saying(answeredWords.isThere(place));
    case 'correct':
      return correct(deps, said, { found, rest: command.rest, which: command.which });
  }
}

/** 「答复库」「撤下收录 3」「更正收录 3 有效至 2027-06-30」: what specialists took up, kept by specialists, in private. */
export function createAnsweredStep(deps: AnsweredStepDeps): Step {
  return async (said) => {
    const command = readAnsweredCommand(said.text);
    if (command === null) return null;
    if (!mayKeep(deps, said)) return command.kind === 'list' ? null : saying(answeredWords.staffOnly);
    // Questions tell of those who asked them.
    if (said.message.isGroup) return saying(answeredWords.privately);
    if (command.kind !== 'list') return ofOne(deps, said, command);
    const all = deps.answered.list().map((one, at) => toListed(deps, said)({ one, place: at + 1 }));
    return saying(answeredList(all, command.page));
  };
}
