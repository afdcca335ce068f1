import { type Claim, claimOf } from '../../domain/conversation/gate.ts';
import { ANSWER_TOPIC } from '../../domain/conversation/offers.ts';
import { accountId } from '../../domain/people/account.ts';
import { appealKeys } from './appeal.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import { type AppealState, deskOf, isAskedIn } from '../../domain/appeal/state.ts';
import { readVerdict } from '../../domain/conversation/verdict.ts';
import { readCode } from '../../domain/people/code-word.ts';
import { type Said, SILENCE, type Step } from '../turn/types.ts';
import { COMMANDS_OF } from './acting/commands-of.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, findOwn } from './find.ts';

export interface GateDeps extends AppealDeps {
  /** A question that the library answers. */
  readonly isPlainQuestion: (text: string) => boolean;
  readonly digest: (text: string) => string;
}

/** A one-time code is spent, or burned, wherever it is shown. */
const isCode = ({ roster, digest }: GateDeps, { text, now }: Said): boolean => {
  const code = readCode(text);
  return code !== null && roster().code(digest(code), now) !== null;
};

/** A draft of the person is open here, something was asked back, or a question of ours waits for an answer. */
async function isTelling(deps: GateDeps, { message, conversation, now }: Said): Promise<boolean> {
  const { chat, from } = message;
  const isAsked = conversation.offers.some(
    (offer) => !offer.isLasting && offer.for === from.id && offer.until > now && offer.topic !== ANSWER_TOPIC,
  );
  if (isAsked) return true;
  const account = accountId(from.id);
  if (account === null) return false;
  const keys = deps.roster().whoIs(account).accounts.map(appealKeys.of);
  const own = await findOwn(deps, { by: from.id, chat, at: now }, keys);
  return own.some(
    ({ state, appeal }) =>
      isAskedIn(state, chat) &&
      ((state.kind === 'submitted' && appeal.offerAt !== null) ||
        ('waiting' in state && state.waiting !== null)),
  );
}

const HALF_HOUR_MS = 30 * 60_000;

/** 「还行」 in a group is about the answer where that came a moment ago; 「好评」 whenever it came. */
function isMeantAsRating(state: AppealState, { text, now }: Said): boolean {
  if (!('answer' in state)) return false;
  const since = state.ratingRemindedAt ?? state.answer.at;
  return readVerdict(text)?.isPlain === true || now - since <= HALF_HOUR_MS;
}

async function holds(deps: GateDeps, said: Said, claim: Claim): Promise<boolean> {
  const { chat, from } = said.message;
  const looking = { by: from.id, chat, at: said.now };
  switch (claim.kind) {
    case 'meant':
      return true;
    case 'number': {
      const found = await findAppeal(deps, claim.number, looking);
      return found !== null && mayRead(found.state, found.relation);
    }
    case 'act': {
      // 「满意」 to nobody in particular rates what was answered, and adds nothing to what was not.
      const [kind] = COMMANDS_OF[claim.verb] ?? [];
      const binding = deps.roster().placeOf(chat)?.binding ?? null;
      const desk = binding?.kind === 'desk' ? binding.unit : null;
      return (await findOwn(deps, looking)).some(
        ({ state, possible }) =>
          (claim.verb !== 'appraise' || isMeantAsRating(state, said)) &&
          (isAskedIn(state, chat) || (desk !== null && deskOf(state)?.lead === desk)) &&
          kind !== undefined &&
          possible.includes(kind),
      );
    }
    case 'telling': {
      const telling = await isTelling(deps, said);
      // Most of what is overheard ends here: the library is asked about the rest alone.
      if (!telling && !claim.orQuestion) return false;
      return deps.isPlainQuestion(said.text) ? claim.orQuestion : telling;
    }
  }
}

const quotesOurs = ({ message, conversation }: Said): boolean => {
  const id = message.quote?.id ?? null;
  return id !== null && conversation.offers.some(({ messages }) => messages.includes(id));
};

/** Lets through what is meant for the bot; in a group everything else meets silence. */
export function createGateStep(deps: GateDeps): Step {
  return async (said) => {
    const { message, text, isCalled, picked, conversation } = said;
    const { mentions = [], quote } = message;
    const claim = claimOf({
      isGroup: message.isGroup,
      isAddressed: message.addressed === true || isCalled || quotesOurs(said),
      isPick: picked !== null,
      isToOther: mentions.length > 0 || quote !== undefined,
      text,
      answersAll: conversation.manners.answersAll,
    });
    if (claim !== null && (await holds(deps, said, claim))) return null;
    return isCode(deps, said) ? null : SILENCE;
  };
}
