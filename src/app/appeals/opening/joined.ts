import { matterOf } from '../../../domain/appeal/words.ts';
import { asksSomething, isMerelyPolite } from '../../../domain/conversation/asks.ts';
import type { IntentKind } from '../../../domain/conversation/intent.ts';
import { accountId } from '../../../domain/people/account.ts';
import type { Said, Turn } from '../../turn/types.ts';
import { appealKeys } from '../appeal.ts';
import { findOwn, type Found } from '../find.ts';
import { contactIn } from '../matter.ts';
import { toOrder } from '../order-to.ts';
import { lacksOf } from './lacks.ts';
import type { OpeningDeps } from './types.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A longer message tells something of its own. */
const SHORT = 30;
/** The appeal that the words belong to: one that is just being told, waits for an answer, or is about the same. */
export async function joined(
  deps: OpeningDeps,
  said: Said,
  { intent, text, isOpened }: { intent: IntentKind; text: string; isOpened: boolean },
) {
  const { message, now } = said;
  const looking = { by: message.from.id, chat: message.chat, at: now };
  const account = accountId(message.from.id);
  const accounts = account === null ? [] : deps.roster().whoIs(account).accounts;
  const own = (await findOwn(deps, looking, accounts.map(appealKeys.of))).filter(({ possible }) =>
    possible.includes('supplement'),
  );
  const isTelling = ({ appeal, state }: Found): boolean =>
    state.kind === 'submitted' && appeal.offerAt !== null && state.chat === message.chat;
  const isAsked = ({ state }: Found): boolean => 'waiting' in state && state.waiting !== null;
  // 「诉求 …」 begins anew, unless it is about the same; 「在关山街」 asks nothing, whatever the library finds for it.
  const isOther = isOpened || (intent === 'question' && asksSomething(text));
  const told = isOther || intent === 'small-talk' ? undefined : own.findLast(isTelling);
  const asked = isOther || isMerelyPolite(text) ? [] : own.filter(isAsked);
  // 「钱到账了」 within a day of the answer is about the answer.
  const isFresh = ({ state }: Found): boolean =>
    ('answer' in state || ('round' in state && (state.round?.number ?? 0) > 1)) &&
    now - ('answer' in state ? state.answer.at : (state.round?.startedAt ?? 0)) < DAY_MS;
  const isAfterAnswer = !isOther && intent !== 'small-talk' && (intent !== 'appeal' || text.length < SHORT);
  const same = (found: Found): boolean =>
    now - found.state.submittedAt < WEEK_MS && deps.isSameMatter(matterOf(found.appeal.chain), text);
  return (
    told ??
    (asked.length === 1 ? asked[0] : undefined) ??
    (isAfterAnswer ? own.findLast(isFresh) : undefined) ??
    (intent === 'appeal' ? own.findLast(same) : undefined)
  );
}

/** Adds words to the appeal that they belong to. */
export function addTo(deps: OpeningDeps, said: Said, { found, text }: { found: Found; text: string }): Turn {
  const matter = `${matterOf(found.appeal.chain)}\n${text}`;
  const lacks = lacksOf(deps, matter, found.state);
  const attachments = (said.message.files ?? []).map(({ id }) => id);
  const contact = contactIn(text);
  return {
    deliveries: [
      toOrder(
        { number: found.number, wish: { kind: 'supplement', text, contact, attachments, lacks } },
        said,
      ),
    ],
  };
}
