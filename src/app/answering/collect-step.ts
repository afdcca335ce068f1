import { parseAppealNumber } from '../../domain/appeal/number.ts';
import { ANSWERED as ANSWERED_STATES, isIn } from '../../domain/appeal/state.ts';
import { lastWord, matterOf } from '../../domain/appeal/words.ts';
import { readAppealSaying } from '../../domain/conversation/appeal-saying.ts';
import type { AnsweredOrder, AnsweredQuestion } from '../../domain/conversation/answered.ts';
import { readCollectTerms } from '../../domain/conversation/collecting.ts';
import { accountId } from '../../domain/people/account.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { maskPeople } from '../../domain/privacy/mask-people.ts';
import { dayOf } from '../../domain/time.ts';
import { answeredWords } from '../../text/zh/answered.ts';
import { withoutBot } from '../../text/zh/appeals/opening.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import { SPECIALIST } from '../../text/zh/appeals/words.ts';
import { appealKeys } from '../appeals/appeal.ts';
import { askWhich } from '../appeals/acting/which.ts';
import type { AppealDeps } from '../appeals/carry-out.ts';
import { findAppeal, findOwn, type Found } from '../appeals/find.ts';
import { unitName } from '../appeals/types.ts';
import type { Library } from '../library/open-library.ts';
import { recordTarget } from '../orders.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import { ANSWERED, type AnsweredQuestions } from './answered-questions.ts';
import { readTerms } from './read-terms.ts';

export interface CollectDeps extends AppealDeps {
  readonly library: Pick<Library, 'current'>;
  readonly answered: Pick<AnsweredQuestions, 'list'>;
}

const DAY_MS = 86_400_000;
const saying = (text: string): Turn => ({ reply: { text } });

/** An order to one answered question, as it is delivered. */
export const toAnswered = (id: string, order: AnsweredOrder) => ({
  to: recordTarget(ANSWERED.name, id),
  content: { order },
});

/** Who answered, as it is shown to whoever asks the same: the unit, or the specialist by name. */
function whoAnswered(deps: AppealDeps, { state }: Found): string {
  if (!('answer' in state)) return SPECIALIST;
  const { unit, by } = state.answer;
  if (unit !== null) return unitName(deps, unit);
  const account = accountId(by);
  const name = account === null ? null : deps.roster().whoIs(account).name;
  return `${SPECIALIST}${name ?? ''}`;
}

/** Why it is not taken up, in words; null where it is. */
function objectionTo({ number, state, relation, appeal }: Found): string | null {
  const { isInCharge, isSupervisor, isAdministrator } = relation;
  if (!isInCharge && !isSupervisor && !isAdministrator)
    return refusalText(number, { code: 'not-yours', possible: [], kind: 'reply' });
  if (lastWord(appeal.chain, 'reply') === null) return answeredWords.nothingThere(number);
  // What was not good enough for the one who asked is not given to others.
  return 'answer' in state ? null : answeredWords.redone(number);
}

function takeUp(deps: CollectDeps, said: Said, { found, rest }: { found: Found; rest: string }): Turn {
  const { number, state, appeal } = found;
  const objection = objectionTo(found);
  if (objection !== null || !('answer' in state)) return saying(objection ?? answeredWords.redone(number));
  const terms = readCollectTerms(rest, dayOf(said.now));
  const read = readTerms(terms, {
    said,
    library: deps.library,
    command: `${number} ${answeredWords.collect}`,
  });
  if ('reply' in read) return read;
  const one: AnsweredQuestion = {
    id: number,
    question: maskPeople(withoutBot(matterOf(appeal.chain))),
    answer: maskPeople(lastWord(appeal.chain, 'reply') ?? ''),
    who: whoAnswered(deps, found),
    on: dayOf(state.answer.at),
    basis: read.basis ?? null,
    until: read.until ?? null,
  };
  const order: AnsweredOrder = { deed: { kind: 'taken-up', one }, by: said.message.from.id, at: said.now };
  const listed = deps.answered.list();
  const at = listed.findIndex(({ id }) => id === number);
  const place = (at < 0 ? listed.length : at) + 1;
  return {
    reply: { text: answeredWords.takenUp({ ...one, place, remark: read.remark }) },
    deliveries: [toAnswered(number, order)],
  };
}

/** Answers of the last day that somebody is in charge of: of those the word is said without a number. */
async function lately(deps: CollectDeps, { message, now }: Said): Promise<readonly Found[]> {
  const looking = { by: message.from.id, chat: message.chat, at: now };
  const account = accountId(message.from.id);
  const accounts = account === null ? [] : deps.roster().whoIs(account).accounts;
  const found = await findOwn(deps, looking, accounts.map(appealKeys.charge));
  return found.filter(
    ({ state, relation }) =>
      relation.isInCharge && isIn(state, ANSWERED_STATES) && now - state.answer.at < DAY_MS,
  );
}

/** 「A0321 收录」「收录 有效至 2027-06-30」「收录 依据 武政〔2021〕12号 第三条」: an answer is given to whoever asks the same. */
export function createCollectStep(deps: CollectDeps): Step {
  return async (said) => {
    const { message, text, now } = said;
    const act = readAppealSaying(text, message.quote ? parseAppealNumber(message.quote.text) : null);
    if (act?.verb !== 'collect') return null;
    const { number, rest } = act;
    if (number !== null) {
      const found = await findAppeal(deps, number, { by: message.from.id, chat: message.chat, at: now });
      return found === null
        ? saying(refusalText(number, { code: 'no-such-appeal', possible: [], kind: 'take' }))
        : takeUp(deps, said, { found, rest });
    }
    const account = accountId(message.from.id);
    // An owner who says so means something else.
    if (account === null || rolesOf(deps.roster().whoIs(account)).length === 0) return null;
    const found = await lately(deps, said);
    const [only, ...others] = found;
    if (only === undefined) return saying(answeredWords.whichOne);
    return others.length > 0 ? askWhich(found, said) : takeUp(deps, said, { found: only, rest });
  };
}
