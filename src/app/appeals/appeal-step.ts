import type { CommandKind, Wish } from '../../domain/appeal/commands.ts';
import { isEmptyAnswer } from '../../domain/appeal/empty-answer.ts';
import { GROUNDS } from '../../domain/appeal/types.ts';
import { type AppealNumber, parseAppealNumber } from '../../domain/appeal/number.ts';
import { mayRead } from '../../domain/appeal/reading.ts';
import { type AppealSaying, readAppealSaying } from '../../domain/conversation/appeal-saying.ts';
import { isMerelyPolite } from '../../domain/conversation/asks.ts';
import { toWish, type WishReading } from '../../domain/conversation/appeal-wish.ts';
import { isIn, OPEN } from '../../domain/appeal/state.ts';
import { accountId } from '../../domain/people/account.ts';
import { rolesOf } from '../../domain/people/who.ts';
import { lastWord, matterOf } from '../../domain/appeal/words.ts';
import type { AnsweredQuestion } from '../../domain/conversation/answered.ts';
import { dayOf } from '../../domain/time.ts';
import type { UnitMatcher } from '../../domain/unit/match.ts';
import type { Body } from '../../domain/unit/types.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import {
  incompleteText,
  nothingToDo,
  privatelyOnly,
  unknownUnit,
  whichAppeal,
} from '../../text/zh/appeals/asking.ts';
import { withoutBot } from '../../text/zh/appeals/opening.ts';
import { groundWords } from '../../text/zh/appeals/words.ts';
import { refusalText, whichGround } from '../../text/zh/appeals/refusals.ts';
import { nothingToTakeUp, takenUp } from '../../text/zh/answered.ts';
import { ANSWERED } from '../answering/answered-questions.ts';
import { recordTarget } from '../orders.ts';
import type { Said, Step, Turn } from '../turn/types.ts';
import type { AppealDeps } from './carry-out.ts';
import { findAppeal, findOwn, type Found } from './find.ts';
import { objectionToJoin } from './joining.ts';
import { showAppeal } from './show.ts';
import type { AppealOrder } from './types.ts';

export interface AppealStepDeps extends AppealDeps {
  readonly matcher: UnitMatcher;
}

const MOST_CHOICES = 3;
/** Which commands an act without a number can mean, the likeliest first: of whose appeals it may be said. */
export const COMMANDS_OF: Partial<Record<AppealSaying['verb'], readonly CommandKind[]>> = {
  acknowledge: ['acknowledge'],
  return: ['return'],
  'ask-extension': ['ask-extension'],
  grant: ['decide-extension'],
  deny: ['decide-extension'],
  contacted: ['note'],
  progress: ['note'],
  reply: ['reply'],
  reassign: ['reassign'],
  take: ['take'],
  dispatch: ['dispatch'],
  'not-accept': ['not-accept'],
  'ask-back': ['ask-back'],
  recall: ['recall-dispatch'],
  withdraw: ['withdraw'],
  rate: ['rate', 'reopen', 'supplement'],
  score: ['rate'],
  solved: ['confirm-solved'],
  unsolved: ['rate', 'reopen', 'supplement'],
  'call-back': ['call-back'],
  publish: ['publish'],
  supplement: ['supplement'],
  urge: ['urge'],
};

const saying = (text: string): Turn => ({ reply: { text } });

/** An order to an appeal, as it is delivered. */
export const toOrder = (
  { number, wish, question = null }: { number: string; wish: Wish; question?: string | null },
  { message, now }: Said,
) => {
  const { chat, isGroup, from } = message;
  const order: AppealOrder = { wish, by: from.id, at: now, chat, isGroup, name: from.name, question };
  return { to: recordTarget('appeal', number), content: { order } };
};

/** Which of several appeals was meant: each can be picked. */
function askWhich(found: readonly Found[], { text, message }: Said): Turn {
  const shown = found.slice(-MOST_CHOICES);
  const choices = shown.map(({ number, state }, at) => ({
    key: String(at + 1),
    label: `${number}${state.category === null ? '' : ` ${state.category}`}`,
    says: `${number} ${text}`,
  }));
  const offer: OutboundMessage['offer'] = { id: message.id, topic: WHICH, for: message.from.id, choices };
  return { reply: { text: whichAppeal(choices), offer } };
}
const WHICH = '诉求';

/** Words that are hardly said of anything else, or by nobody else than the staff. */
const PLAIN: readonly AppealSaying['verb'][] = [
  'acknowledge',
  'recall',
  'withdraw',
  'take',
  'grant',
  'collect',
];
const OF_STAFF: readonly AppealSaying['verb'][] = [
  'dispatch',
  'reassign',
  'gather',
  'merge',
  'reply',
  'return',
  'ask-extension',
  'deny',
  'ask-back',
  'not-accept',
  'call-back',
];
const ACT = /^[^\s:：,，。!！\d]{1,6}/u;

/** Nothing is there of which the act could be said: whoever meant one is told so. */
function nothingAble(
  deps: AppealStepDeps,
  { message, text }: Said,
  { verb, owns }: { verb: AppealSaying['verb']; owns: boolean },
): Turn | null {
  const account = accountId(message.from.id);
  const isStaff =
    deps.roster().placeOf(message.chat)?.binding?.kind === 'desk' ||
    (account !== null && rolesOf(deps.roster().whoIs(account)).length > 0);
  const isMeant = (owns && PLAIN.includes(verb)) || (isStaff && [...PLAIN, ...OF_STAFF].includes(verb));
  return isMeant ? saying(nothingToDo(ACT.exec(text.trim())?.[0] ?? text.slice(0, 6))) : null;
}

/** The appeal that is meant: by its number, or the only one of which the act can be said. */
async function meant(
  deps: AppealStepDeps,
  said: Said,
  { number, verb }: AppealSaying,
): Promise<Found | Turn | null> {
  const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
  if (number !== null) {
    const found = await findAppeal(deps, number, looking);
    // A quoted message may tell of a machine of that name.
    if (found === null && parseAppealNumber(said.text) !== number) return null;
    return found ?? saying(refusalText(number, { code: 'no-such-appeal', possible: [], kind: 'take' }));
  }
  const kinds = COMMANDS_OF[verb] ?? [];
  const own = await findOwn(deps, looking);
  const ableTo = kinds.map((kind) => own.filter(({ possible }) => possible.includes(kind)));
  const able = ableTo.find((some) => some.length > 0) ?? [];
  const here = able.filter(({ state }) => state.chat === said.message.chat);
  const [only, ...others] = here.length > 0 ? here : able;
  if (!only) return nothingAble(deps, said, { verb, owns: own.length > 0 });
  return others.length === 0 ? only : askWhich(here.length > 0 ? here : able, said);
}

/** A unit that nobody knows: those with nearly that name can be picked. */
function suggestUnit(
  deps: AppealStepDeps,
  said: Said,
  { number, name }: { number: string; name: string },
): Turn {
  const near = deps.matcher
    .suggest(name, { region: deps.home, limit: MOST_CHOICES })
    .filter(({ body }) => body.kind !== 'group');
  const choices = near.map(({ body }, at) => ({
    key: String(at + 1),
    label: shortOf(body),
    says: withNumber(said.text.replace(name, body.name), number),
  }));
  const offer: OutboundMessage['offer'] = {
    id: said.message.id,
    topic: number,
    for: said.message.from.id,
    choices,
  };
  return { reply: { text: unknownUnit(name, choices), ...(choices.length > 0 ? { offer } : {}) } };
}
const shortOf = (body: Body): string => (body.kind === 'unit' ? body.short : body.name);
const withNumber = (text: string, number: string): string =>
  parseAppealNumber(text) === null ? `${number} ${text}` : text;

/** 「收录」: the question and its answer are given to whoever asks the same. */
function takeUp({ number, state, appeal, relation }: Found, { now }: Said): Turn {
  const answer = lastWord(appeal.chain, 'reply');
  if (!relation.isInCharge)
    return saying(refusalText(number, { code: 'not-yours', possible: [], kind: 'reply' }));
  if (answer === null) return saying(nothingToTakeUp(number));
  const on = 'answer' in state ? dayOf(state.answer.at) : dayOf(now);
  const order: AnsweredQuestion = {
    id: number,
    question: withoutBot(matterOf(appeal.chain)),
    answer,
    on,
    until: null,
  };
  return {
    reply: { text: takenUp(number) },
    deliveries: [{ to: recordTarget(ANSWERED.name, number), content: { order } }],
  };
}

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
];

/** The seven grounds, each to be picked by its digit; the last wants a reason. */
function askGround(number: string, { message }: Said): Turn {
  const choices = GROUNDS.map((ground, at) => ({
    key: String(at + 1),
    label: groundWords[ground].why,
    says: `${number} 不予受理 ${at + 1}`,
  }));
  const offer = { id: message.id, topic: number, for: message.from.id, choices };
  return { reply: { text: whichGround(number), offer } };
}

async function actOn(
  deps: AppealStepDeps,
  said: Said,
  { found, act }: { found: Found; act: AppealSaying },
): Promise<Turn | null> {
  const { number, relation } = found;
  const { isGroup } = said.message;
  if (act.verb === 'urge') return { deliveries: [toOrder({ number, wish: { kind: 'urge' } }, said)] };
  if (act.verb === 'collect') return takeUp(found, said);
  const unit = (name: string) => deps.units.resolve(name, deps.home)?.id ?? null;
  const reading: WishReading | null = toWish(act, { unit, isOwner: relation.isAppellant });
  if (reading === null) return null;
  if (reading.kind === 'unknown-unit') return suggestUnit(deps, said, { number, name: reading.name });
  if (reading.kind === 'incomplete') {
    return reading.what === 'ground' ? askGround(number, said) : saying(incompleteText(number, reading.what));
  }
  // A contact is shown to one person alone.
  if (reading.wish.kind === 'see-contact' && isGroup) return saying(privatelyOnly(number));
  const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
  const objection = await objectionToJoin(deps, found, { wish: reading.wish, looking });
  if (objection !== null) return saying(objection);
  const delivery = toOrder({ number, wish: asMeant(reading.wish, found, said) }, said);
  return { deliveries: [delivery], ...(SETTLING.includes(act.verb) ? { settles: number } : {}) };
}

const AT_WORK = /收到|处理|办理|跟进|核实|落实|联系|转交|协调/;

const hollow = (text: string): AppealSaying | null =>
  text.length < 60 && AT_WORK.test(text) && isEmptyAnswer(text) && !isMerelyPolite(text)
    ? { number: null, verb: 'progress', rest: text }
    : null;

/** Takes what is said of an appeal: its number alone, or an act, by number, by quote, or by the only one there is. */
export function createAppealStep(deps: AppealStepDeps): Step {
  return async (said) => {
    const quoted: AppealNumber | null = said.message.quote
      ? parseAppealNumber(said.message.quote.text)
      : null;
    // 「已收到，正在处理」 without a number is about the only appeal that a desk has in hand, if about any.
    const act = readAppealSaying(said.text, quoted) ?? hollow(said.text);
    if (act === null) return null;
    const found = await meant(deps, said, act);
    if (found === null || !('state' in found)) return found;
    if (act.verb !== 'show') return actOn(deps, said, { found, act });
    return mayRead(found.state, found.relation)
      ? saying(showAppeal(deps, found, { now: said.now, isGroup: said.message.isGroup }))
      : saying(refusalText(found.number, { code: 'not-yours', possible: [], kind: 'take' }));
  };
}
