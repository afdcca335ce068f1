import type { Wish } from '../../../domain/appeal/commands.ts';
import { isIn, OPEN } from '../../../domain/appeal/state.ts';
import { GROUNDS } from '../../../domain/appeal/types.ts';
import type { AppealSaying } from '../../../domain/conversation/appeal-saying.ts';
import { toWish } from '../../../domain/conversation/appeal-wish.ts';
import type { WishReading } from '../../../domain/conversation/wish-reading.ts';
import { readVerdict } from '../../../domain/conversation/verdict.ts';
import { incompleteText, privatelyOnly } from '../../../text/zh/appeals/asking.ts';
import { whichGround } from '../../../text/zh/appeals/refusals.ts';
import { groundWord } from '../../../text/zh/appeals/typed.ts';
import { groundWords } from '../../../text/zh/appeals/words.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { Found } from '../find.ts';
import { COMMANDS_OF } from './commands-of.ts';
import { knowingDesk, objectionToJoin } from '../joining.ts';
import { toOrder } from '../order-to.ts';
import { askRating } from './rating-question.ts';
import { saidAtDesk } from './at-desk.ts';
import { type ActingDeps, suggestUnit } from './suggest-unit.ts';
import { askWhether, askWhy, isDraft, withdraw } from './withdrawal.ts';

const saying = (text: string): Turn => ({ reply: { text } });

/** 「不满意 原因」 said of what is closed has it done again; before there is an answer it is one more thing to know. */
function asMeant(wish: Wish, { state }: Found, { text }: Said): Wish {
  if (wish.kind !== 'rate' || wish.rating !== 'dissatisfied') return wish;
  if (state.kind === 'closed') return { kind: 'reopen', reason: wish.reason ?? '' };
  return isIn(state, OPEN) && wish.reason !== null
    ? { kind: 'supplement', text, contact: null, attachments: [], lacks: state.lacks }
    : wish;
}

/** Acts after which what was offered about an appeal is of no use any more. */
const SETTLING: readonly AppealSaying['verb'][] = [
  'dispatch',
  'not-accept',
  'acknowledge',
  'grant',
  'deny',
  'recall',
  'merge',
  'gather',
  'reassign',
  'return',
  'withdraw',
  'rate',
  'score',
  'solved',
  'unsolved',
  'appraise',
  'let-go',
];

/** Whether an act, said by whoever found the appeal, ends what was offered about it. */
const settles = (verb: AppealSaying['verb'], { possible }: Found): boolean =>
  SETTLING.includes(verb) && (COMMANDS_OF[verb]?.some((kind) => possible.includes(kind)) ?? true);

/** The seven grounds, each to be picked by its digit; the last wants a reason. */
function askGround(number: string, { message }: Said): Turn {
  const choices = GROUNDS.map((ground, at) => ({
    key: String(at + 1),
    label: groundWords[ground].why,
    says: `${number} ${groundWord(at + 1)}`,
  }));
  const offer = { id: message.id, topic: number, for: message.from.id, choices };
  return { reply: { text: whichGround(number), offer } };
}

/** Whether the bot was spoken to, or the words merely heard in a group. */
const isToUs = ({ message, isCalled, picked }: Said): boolean =>
  !message.isGroup ||
  message.addressed === true ||
  isCalled ||
  picked !== null ||
  message.quote !== undefined;

/** What is not clear enough to be done at once is asked about; null where it is done. */
function askedFirst(
  said: Said,
  { found, act, reading }: { found: Found; act: AppealSaying; reading: WishReading },
): Turn | null {
  const { number, possible } = found;
  const isRating = reading.kind === 'unclear-rating' || act.verb === 'appraise';
  if (isRating && possible.includes('rate')) {
    const verdict = readVerdict(act.rest);
    // 「不错」 in a group may be said of anything.
    const isOverheard = !isToUs(said) && verdict?.isPlain !== true;
    if (reading.kind === 'unclear-rating') return askRating(number, reading.reason, said);
    return isOverheard ? askRating(number, verdict?.reason ?? null, said) : null;
  }
  if (reading.kind !== 'wish' || reading.wish.kind !== 'withdraw' || !possible.includes('withdraw'))
    return null;
  const { reason } = reading.wish;
  const isDirect = act.verb === 'withdraw' || isToUs(said);
  if (isDraft(found) && isDirect) return withdraw(number, reason, said);
  if (act.verb === 'let-go') return askWhether(found, reason, said);
  return reason === null ? askWhy(found, said) : null;
}

/** Nothing can be rated: that is said as of any other rating. */
const rateUnclear = ({ number }: Found, said: Said): Turn => ({
  deliveries: [
    toOrder({ number, wish: { kind: 'rate', rating: 'satisfied', score: null, reason: null } }, said),
  ],
});

/** What is done about one act on one appeal; null where it is none after all. */
export async function actOn(
  deps: ActingDeps,
  said: Said,
  { found, act }: { found: Found; act: AppealSaying },
): Promise<Turn | null> {
  const { number, relation } = found;
  const { isGroup } = said.message;
  if (act.verb === 'urge') return { deliveries: [toOrder({ number, wish: { kind: 'urge' } }, said)] };
  const heard = act.verb === 'free' ? saidAtDesk(found, said, act.rest) : null;
  if (heard !== null) return heard;
  const unit = (name: string) => deps.units.resolve(name, deps.home)?.id ?? null;
  const reading: WishReading | null = toWish(act, { unit, isOwner: relation.isAppellant });
  if (reading === null) return null;
  const asked = askedFirst(said, { found, act, reading });
  if (asked !== null) return asked;
  if (reading.kind === 'unclear-rating') return rateUnclear(found, said);
  if (reading.kind === 'unknown-unit') return suggestUnit(deps, said, { number, name: reading.name });
  if (reading.kind === 'incomplete') {
    return reading.what === 'ground'
      ? askGround(number, said)
      : saying(incompleteText(number, reading.what, deps.rules.extension.most));
  }
  // A contact is shown to one person alone.
  if (reading.wish.kind === 'see-contact' && isGroup) return saying(privatelyOnly(number));
  const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
  const objection = await objectionToJoin(deps, found, { wish: reading.wish, looking });
  if (objection !== null) return saying(objection);
  const wish = await knowingDesk(deps, asMeant(reading.wish, found, said), looking);
  const delivery = toOrder({ number, wish }, said);
  return { deliveries: [delivery], ...(settles(act.verb, found) ? { settles: number } : {}) };
}
