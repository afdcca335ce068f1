import { decide, extend } from '../../domain/appeal/decide.ts';
import { stateOf } from '../../domain/appeal/evolve.ts';
import { CLOCK } from '../../domain/appeal/types.ts';
import type { AppealState } from '../../domain/appeal/state.ts';
import { withoutContact } from '../../domain/appeal/words.ts';
import type { ChainTools } from '../../domain/chain.ts';
import type { NewDelivery } from '../../domain/delivery/types.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import type { Instant } from '../../domain/time.ts';
import type { Log } from '../../ports/log.ts';
import type { Cargo, Change, Kind, Records } from '../../ports/records.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { CarryOut } from '../orders.ts';
import { announce } from './announce/announce.ts';
import { type Appeal, NO_APPEAL } from './appeal.ts';
import { consequences } from './consequences.ts';
import { offerNow } from './offer-now.ts';
import { refusalFacts } from './refusal-facts.ts';
import { canonical, relationIn } from './relation.ts';
import type { AppealOrder, AppealTools, Say } from './types.ts';

export interface AppealDeps extends AppealTools {
  readonly records: Records;
  readonly kind: Kind<Appeal>;
  readonly chain: ChainTools;
  readonly log: Log;
  readonly now: () => Instant;
}

/** Words that the appellant adds within so long go along when it is put to the specialists. */
const JOIN_MS = 60_000;
/** A question of the bot is waited for so long. */
const QUESTION_MS = 10 * 60_000;
const MOST_REFUSED = 50;
const WROTE_LATELY_MS = 30 * 60_000;

interface Sending extends Pick<AppealOrder, 'replyTo'> {
  readonly tools: AppealTools;
  readonly cause: string;
  readonly now: Instant;
}

/** Deliveries of what is said; nobody who is not writing just now is woken at night. */
export function toDeliveries(
  says: readonly Say[],
  { tools, cause, now, replyTo }: Sending,
): readonly NewDelivery<Cargo>[] {
  const quiet = quietUntil(now, tools.quietHours);
  return says.map(({ to, isAnswer, ...said }, at) => {
    const spoke = tools.lastSpokeAt(to);
    const isAwake = isAnswer === true || (spoke !== null && now - spoke < WROTE_LATELY_MS);
    const held = quiet !== null && !isAwake ? { notBefore: quiet } : {};
    const content = isAnswer && replyTo?.chat === to ? { ...said, replyTo } : said;
    return { id: `${cause}.${at + 1}`, to, content, createdAt: now, ...held };
  });
}

/** When what is submitted is put to the specialists, given what was just done. */
function offerAtOf(appeal: Appeal, after: AppealState, { wish, at, question }: AppealOrder): Instant | null {
  if (after.kind !== 'submitted' || appeal.offeredTo.length > 0) return null;
  if (wish.kind === 'submit') return (at + (question ? QUESTION_MS : JOIN_MS)) as Instant;
  return wish.kind === 'supplement' || wish.kind === 'inform' ? ((at + JOIN_MS) as Instant) : appeal.offerAt;
}

/** What becomes of an appeal by one order; null where the cause is known or nothing comes of it. */
function change(
  before: Appeal | null,
  { deps, order, cause }: { readonly deps: AppealDeps; readonly order: AppealOrder; readonly cause: string },
): Change<Appeal> | null {
  const appeal = before ?? NO_APPEAL;
  const state = stateOf(appeal.chain);
  if (appeal.refused.includes(cause)) return null;
  const { at, chat, replyTo } = order;
  const by = canonical(deps.roster(), order.by);
  // A person with two accounts is one person to an appeal.
  const wish =
    order.wish.kind === 'submit'
      ? { ...order.wish, appellant: canonical(deps.roster(), order.wish.appellant) }
      : order.wish;
  const relation = relationIn(deps.roster(), { by, chat: chat ?? '', state, at });
  const isUnit = (id: string): boolean => deps.units.bodies.some((body) => body.id === id);
  const decided = decide(state, { ...wish, at, by, cause }, { ...deps, relation, isUnit });
  const now = deps.now();
  if (!decided.ok) {
    if (state === null) return null;
    const { code, possible } = decided.error;
    const { kind } = order.wish;
    const text = refusalText(state.number, { code, possible, kind, facts: refusalFacts(deps, state, kind) });
    const says: readonly Say[] = chat === null ? [] : [{ to: chat, text, isAnswer: true }];
    return {
      data: { ...appeal, refused: [...appeal.refused, cause].slice(-MOST_REFUSED) },
      deliveries: toDeliveries(says, { tools: deps, cause, now, ...(replyTo ? { replyTo } : {}) }),
    };
  }
  if (decided.value.length === 0) return null;
  const chain = extend(appeal.chain, decided.value, deps.chain);
  const after = stateOf(chain) as AppealState;
  const news = { before: state, after, chain, order, offeredTo: appeal.offeredTo, wasAsked: appeal.isAsking };
  const says = announce(deps, { ...news, events: decided.value });
  return {
    data: {
      ...appeal,
      chain: after.isErased ? withoutContact(chain) : chain,
      offerAt: offerAtOf(appeal, after, order),
      isAsking: order.wish.kind === 'submit' && Boolean(order.question),
    },
    deliveries: [
      ...toDeliveries(says, { tools: deps, cause, now, ...(replyTo ? { replyTo } : {}) }),
      ...consequences({
        ...news,
        events: decided.value,
        proposed: appeal.proposed,
        cause,
        now,
        unitOf: (name) => deps.units.resolve(name, deps.home)?.id ?? null,
        nameOf: (unit) => deps.units.bodies.find(({ id }) => id === unit)?.name ?? unit,
      }),
    ],
  };
}

/** Has appeals do what they are ordered to. Throws `RecordsError`. */
export function createAppealOrders(deps: AppealDeps): CarryOut {
  const { records, kind } = deps;
  return async (id, order, cause) => {
    // Orders come out of outboxes that this program wrote: their shape is that of their kind.
    const told = order as AppealOrder;
    await records.update(kind, id, (before) => change(before, { deps, order: told, cause }));
  };
}

/** Has an appeal look at the time: it is put to the specialists, somebody is reminded, it ends. */
export function createAppealTick(deps: AppealDeps): (id: string) => Promise<void> {
  const { records, kind, now } = deps;
  return async (id) => {
    await records.update(kind, id, (before) => {
      if (before === null) return null;
      const at = now();
      const cause = `clock:${id}:${at}`;
      // Who catches up does both at one instant: what is said of the one must not pass for the other.
      if (before.offerAt !== null && before.offerAt <= at) {
        return offerNow(before, { deps, cause: `offer:${id}:${at}`, at });
      }
      const order: AppealOrder = {
        wish: { kind: 'tick' },
        by: CLOCK,
        at,
        chat: null,
        isGroup: false,
        name: null,
      };
      return change(before, { deps, order, cause });
    });
  };
}
