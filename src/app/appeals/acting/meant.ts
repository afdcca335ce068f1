import { parseAppealNumber } from '../../../domain/appeal/number.ts';
import { deskOf, isAskedIn, isIn, OPEN, OVER, waitingOf } from '../../../domain/appeal/state.ts';
import type { AppealVerb } from '../../../domain/conversation/appeal-acts.ts';
import type { AppealSaying } from '../../../domain/conversation/appeal-saying.ts';
import { readVerdict } from '../../../domain/conversation/verdict.ts';
import type { Instant } from '../../../domain/time.ts';
import { refusalText } from '../../../text/zh/appeals/refusals.ts';
import type { Said, Turn } from '../../turn/types.ts';
import type { AppealDeps } from '../carry-out.ts';
import { findAppeal, findOwn, type Found } from '../find.ts';
import { COMMANDS_OF } from './commands-of.ts';
import { nothingAble, ofDesk } from './nothing-able.ts';
import { askWhich } from './which.ts';

const saying = (text: string): Turn => ({ reply: { text } });

const HALF_HOUR_MS = 30 * 60_000;

/** Somebody was busy with it a moment ago, or is asked something about it. */
const isRecent = ({ state, appeal }: Found, now: Instant): boolean =>
  waitingOf(state) !== null || now - (appeal.chain.at(-1)?.fact.at ?? 0) <= HALF_HOUR_MS;

/** Words that are said of much else are taken for one's own appeal alone, and where it is talked of. */
const isNear =
  ({ message, now }: Said, verb: AppealVerb, isSolved: boolean) =>
  (found: Found): boolean => {
    const { state, relation } = found;
    if (verb === 'contact') return !relation.isAppellant && isInHand(found) && !isIn(state, OVER);
    if (verb !== 'appraise' && verb !== 'let-go') return true;
    const isHere = !message.isGroup || isAskedIn(state, message.chat);
    return relation.isAppellant && isHere && (verb === 'appraise' || isSolved || isRecent(found, now));
  };

const isInHand = ({ relation: { isInCharge, isDeskInCharge, isHandlerOf }, state }: Found): boolean => {
  const lead = deskOf(state)?.lead;
  return isInCharge || isDeskInCharge || (lead !== undefined && isHandlerOf.includes(lead));
};

/** The appeals of which an act without a number can be said: those of this chat, else all. */
async function candidates(deps: AppealDeps, said: Said, verb: AppealVerb) {
  const looking = { by: said.message.from.id, chat: said.message.chat, at: said.now };
  const own = await findOwn(deps, looking);
  const isSolved = readVerdict(said.text)?.says === 'solved';
  const near = own.filter(isNear(said, verb, isSolved));
  const ableTo = (COMMANDS_OF[verb] ?? []).map((kind) =>
    near.filter(
      ({ possible, state }) =>
        // Of what is answered nobody reports without naming it.
        possible.includes(kind) && (kind !== 'note' || isIn(state, OPEN)),
    ),
  );
  const able = ableTo.find((some) => some.length > 0) ?? [];
  const here = able.filter(({ state }) => isAskedIn(state, said.message.chat));
  return { able: here.length > 0 ? here : able, own };
}

/** An appeal, and the act that is said of it. */
export interface Meant {
  readonly found: Found;
  readonly act: AppealSaying;
}

/** The one that has this number. */
async function numbered(
  deps: AppealDeps,
  said: Said,
  acts: readonly AppealSaying[],
): Promise<Meant | Turn | null> {
  const [first] = acts;
  if (first?.number == null) return null;
  const { number } = first;
  const found = await findAppeal(deps, number, {
    by: said.message.from.id,
    chat: said.message.chat,
    at: said.now,
  });
  // A quoted message may tell of a machine of that name.
  if (found === null && parseAppealNumber(said.text) !== number) return null;
  if (found === null)
    return saying(refusalText(number, { code: 'no-such-appeal', possible: [], kind: 'take' }));
  const isAble = ({ verb }: AppealSaying): boolean =>
    COMMANDS_OF[verb]?.some((kind) => found.possible.includes(kind)) === true;
  return { found, act: acts.find(isAble) ?? first };
}

/** The appeal that is meant and what is said of it: by its number, or the only one of which an act can be said. */
export async function meant(
  deps: AppealDeps,
  said: Said,
  acts: readonly [AppealSaying, ...AppealSaying[]],
): Promise<Meant | Turn | null> {
  const [first] = acts;
  if (first.number !== null) return numbered(deps, said, acts);
  for (const act of acts) {
    const { able } = await candidates(deps, said, act.verb);
    const [only, ...others] = able;
    if (only) return others.length === 0 ? { found: only, act } : askWhich(able, said);
  }
  const { own } = await candidates(deps, said, first.verb);
  const found = ofDesk(own, COMMANDS_OF[first.verb] ?? []);
  if (found !== null) return { found, act: first };
  return nothingAble(deps, said, { verb: first.verb, owns: own.length > 0 });
}
