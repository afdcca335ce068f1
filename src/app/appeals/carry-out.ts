import { decide, extend } from '../../domain/appeal/decide.ts';
import { stateOf } from '../../domain/appeal/evolve.ts';
import type { AppealRefusal } from '../../domain/appeal/refusal.ts';
import { CLOCK } from '../../domain/appeal/types.ts';
import type { AppealState } from '../../domain/appeal/state.ts';
import { withoutContact } from '../../domain/appeal/words.ts';
import type { ChainTools } from '../../domain/chain.ts';
import type { Instant } from '../../domain/time.ts';
import type { Log } from '../../ports/log.ts';
import type { Change, Kind, Records } from '../../ports/records.ts';
import { refusalText } from '../../text/zh/appeals/refusals.ts';
import type { CarryOut } from '../orders.ts';
import { announce } from './announce/announce.ts';
import { type Appeal, NO_APPEAL } from './appeal.ts';
import { consequences } from './consequences.ts';
import { offerNow } from './offer-now.ts';
import { refusalFacts } from './refusal-facts.ts';
import { canonical, relationIn } from './relation.ts';
import { isHeard } from './heard.ts';
import { renewalOf } from './renewal.ts';
import { isAddition, whole } from './supplementing.ts';
import { toDeliveries } from './to-deliveries.ts';
import type { AppealOrder, AppealTools, News, Say } from './types.ts';

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

/** When what is submitted is put to the specialists, given what was just done. */
function offerAtOf(appeal: Appeal, after: AppealState, { wish, at, question }: AppealOrder): Instant | null {
  if (after.kind !== 'submitted' || appeal.offeredTo.length > 0) return null;
  if (wish.kind === 'submit') return (at + (question ? QUESTION_MS : JOIN_MS)) as Instant;
  return isAddition(wish) || wish.kind === 'inform' ? ((at + JOIN_MS) as Instant) : appeal.offerAt;
}

interface Ordered {
  readonly deps: AppealDeps;
  readonly order: AppealOrder;
  readonly cause: string;
}

/** Says why nothing was done, once for a cause. */
function refused(
  appeal: Appeal,
  { code, possible }: AppealRefusal,
  { deps, order, cause }: Ordered,
): Change<Appeal> | null {
  const state = stateOf(appeal.chain);
  if (state === null) return null;
  const { chat, replyTo, wish } = order;
  const { kind } = wish;
  const text = refusalText(state.number, { code, possible, kind, facts: refusalFacts(deps, state, kind) });
  const says: readonly Say[] = chat === null ? [] : [{ to: chat, text, isAnswer: true }];
  return {
    data: { ...appeal, refused: [...appeal.refused, cause].slice(-MOST_REFUSED) },
    deliveries: toDeliveries(says, {
      tools: deps,
      cause,
      now: deps.now(),
      ...(replyTo ? { replyTo } : {}),
    }),
  };
}

/** The events of an order, or why there are none. */
function decideOn({ chain }: Appeal, { deps, order, cause }: Ordered) {
  const roster = deps.roster();
  const state = stateOf(chain);
  const { at, chat } = order;
  const by = canonical(roster, order.by);
  // A person with two accounts is one person to an appeal.
  const wish =
    order.wish.kind === 'submit'
      ? { ...order.wish, appellant: canonical(roster, order.wish.appellant) }
      : whole(order.wish, { tools: deps, state, chain });
  const relation = relationIn(roster, { by, chat: chat ?? '', state, at });
  const isUnit = (id: string): boolean => deps.units.bodies.some((body) => body.id === id);
  return decide(state, { ...wish, at, by, cause }, { ...deps, relation, isUnit });
}

/** An appeal as it is kept after an order. */
function kept(appeal: Appeal, { after, chain, order, renewal }: Omit<News, 'fact' | 'words'>): Appeal {
  const { offerAgainAt, ...rest } = appeal;
  const [unit] = renewal?.names ?? [];
  const isNew = renewal?.matter != null && unit !== undefined;
  return {
    ...rest,
    ...(offerAgainAt !== undefined && after.kind === 'submitted' ? { offerAgainAt } : {}),
    ...(isAddition(order.wish) && isHeard(order) ? { additionTold: true } : {}),
    ...(isNew ? { proposed: { matter: renewal.matter, unit } } : {}),
    chain: after.isErased ? withoutContact(chain) : chain,
    offerAt: offerAtOf(appeal, after, order),
    isAsking: order.wish.kind === 'submit' && Boolean(order.question),
  };
}

/** What becomes of an appeal by one order; null where the cause is known or nothing comes of it. */
function change(before: Appeal | null, ordered: Ordered): Change<Appeal> | null {
  const appeal = before ?? NO_APPEAL;
  const { deps, order, cause } = ordered;
  if (appeal.refused.includes(cause)) return null;
  const decided = decideOn(appeal, ordered);
  if (!decided.ok) return refused(appeal, decided.error, ordered);
  const events = decided.value;
  if (events.length === 0) return null;
  const { offeredTo, isAsking: wasAsked, additionTold: isAdditionTold = false } = appeal;
  const chain = extend(appeal.chain, events, deps.chain);
  const after = stateOf(chain) as AppealState;
  const change = { before: stateOf(appeal.chain), after, chain, order, offeredTo };
  const renewal = renewalOf(deps, { ...change, events, was: appeal.chain, cause });
  const news = { ...change, wasAsked, isAdditionTold, renewal };
  const now = deps.now();
  const { replyTo } = order;
  const says = announce(deps, { ...news, events });
  return {
    data: kept(appeal, news),
    deliveries: [
      ...toDeliveries(says, { tools: deps, cause, now, ...(replyTo ? { replyTo } : {}) }),
      ...consequences({
        ...change,
        events,
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
      const { offerAt, offerAgainAt = null } = before;
      const isDue = [offerAt, offerAgainAt].some((due) => due !== null && due <= at);
      if (isDue && stateOf(before.chain)?.kind === 'submitted') {
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
