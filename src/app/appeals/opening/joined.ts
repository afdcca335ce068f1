import { type AppealState, isAskedIn } from '../../../domain/appeal/state.ts';
import { matterOf } from '../../../domain/appeal/words.ts';
import { asksSomething, isMerelyPolite } from '../../../domain/conversation/asks.ts';
import type { IntentKind } from '../../../domain/conversation/intent.ts';
import { accountId } from '../../../domain/people/account.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { appealKeys } from '../appeal.ts';
import { findOwn, type Found } from '../find.ts';
import { toOrder } from '../order-to.ts';
import type { OpeningDeps } from './types.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A longer message tells something of its own. */
const SHORT = 30;

/** Appeals to which the person can add: his own, and those of colleagues. */
async function openOnes(deps: OpeningDeps, { message, now }: Said) {
  const { from, chat } = message;
  const account = accountId(from.id);
  if (account === null) return { own: [], colleagues: [] };
  const { accounts, enterprises } = deps.roster().whoIs(account);
  const keys = {
    own: accounts.map(appealKeys.of),
    colleagues: enterprises.map(({ id }) => appealKeys.ofEnterprise(id)),
  };
  const by = async (of: readonly string[]): Promise<readonly Found[]> =>
    (await findOwn(deps, { by: from.id, chat, at: now }, of)).filter(({ possible }) =>
      possible.includes('supplement'),
    );
  return { own: await by(keys.own), colleagues: await by(keys.colleagues) };
}

const isAsked = ({ state }: Found): boolean => 'waiting' in state && state.waiting !== null;

/** When it was answered, or begun again, last; 0 where it was never answered. */
function turnedAt(state: AppealState): number {
  if ('answer' in state) return state.answer.at;
  return 'round' in state && state.round !== null && state.round.number > 1 ? state.round.startedAt : 0;
}

/** 「钱到账了」 within a day of the answer is about the answer. */
const isFresh =
  (now: Instant) =>
  ({ state }: Found): boolean =>
    now - turnedAt(state) < DAY_MS;

/** The appeal that the words belong to: one that is just being told, waits for an answer, or is about the same. */
export async function joined(
  deps: OpeningDeps,
  said: Said,
  { intent, text, isOpened }: { intent: IntentKind; text: string; isOpened: boolean },
): Promise<Found | undefined> {
  const { message, now } = said;
  const { own, colleagues } = await openOnes(deps, said);
  const isTelling = ({ appeal, state }: Found): boolean =>
    state.kind === 'submitted' && appeal.offerAt !== null && isAskedIn(state, message.chat);
  // 「诉求 …」 begins anew, unless it is about the same; 「在关山街」 asks nothing, whatever the library finds for it.
  const isOther = isOpened || (intent === 'question' && asksSomething(text));
  const told = isOther || intent === 'small-talk' ? undefined : own.findLast(isTelling);
  const asked = isOther || isMerelyPolite(text) ? [] : own.filter(isAsked);
  const isAfterAnswer = !isOther && intent !== 'small-talk' && (intent !== 'appeal' || text.length < SHORT);
  const same = (found: Found): boolean =>
    now - found.state.submittedAt < WEEK_MS && deps.isSameMatter(matterOf(found.appeal.chain), text);
  return (
    told ??
    (asked.length === 1 ? asked[0] : undefined) ??
    (isAfterAnswer ? own.findLast(isFresh(now)) : undefined) ??
    (intent === 'appeal' ? (own.findLast(same) ?? colleagues.findLast(same)) : undefined)
  );
}

/** Adds words to the appeal that they belong to; whoever tells what a colleague told hears of it, too. */
export function addTo(said: Said, { found, text }: { found: Found; text: string }): Turn {
  const { number, state, possible } = found;
  const { files = [], chat } = said.message;
  const added = { text, contact: null, attachments: files.map(({ id }) => id), lacks: state.lacks };
  const wish = possible.includes('join')
    ? ({ kind: 'join', chat, ...added } as const)
    : ({ kind: 'supplement', ...added } as const);
  return { deliveries: [toOrder({ number, wish }, said)] };
}
