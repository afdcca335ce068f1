import { stateOf } from '../../domain/appeal/evolve.ts';
import type { AppealChain } from '../../domain/appeal/facts.ts';
import type { AppealClock } from '../../domain/appeal/rules.ts';
import { type AppealState, chargeOf, deskOf, handlerOf, isIn, OVER } from '../../domain/appeal/state.ts';
import { nextTick } from '../../domain/appeal/timers.ts';
import type { Instant } from '../../domain/time.ts';
import type { Kind } from '../../ports/records.ts';
import { archiveDateOf } from '../upkeep/retention.ts';

/** One appeal as it is kept. */
export interface Appeal {
  readonly chain: AppealChain;
  /** When it is put to the specialists: a while after the last words of the appellant; null once it was. */
  readonly offerAt: Instant | null;
  /** Nobody was there to take it: when it is looked again; unset where it was put to somebody. */
  readonly offerAgainAt?: Instant;
  /** The appellant heard that what is added is taken: once is enough while it is being told. */
  readonly additionTold?: true;
  /** The bot asked something at the beginning and waits for the answer. */
  readonly isAsking: boolean;
  /** Accounts that it was put to. */
  readonly offeredTo: readonly string[];
  /** What was recognised when it was put to them, and the unit that was proposed first; null where none was. */
  readonly proposed: { readonly matter: string; readonly unit: string } | null;
  /** Causes that came to nothing: they do not come to anything later either. */
  readonly refused: readonly string[];
}

/** Keys that appeals are found by. */
export const appealKeys = {
  open: 'open',
  over: 'over',
  /** Nobody has taken it. */
  untaken: 'untaken',
  /** Nobody was there to take it. */
  unserved: 'unserved',
  of: (account: string) => `of:${account}`,
  ofEnterprise: (enterprise: string) => `enterprise:${enterprise}`,
  inChat: (chat: string) => `chat:${chat}`,
  charge: (account: string) => `charge:${account}`,
  offered: (account: string) => `offered:${account}`,
  desk: (unit: string) => `desk:${unit}`,
} as const;

const isUnserved = ({ offerAt, offeredTo }: Appeal): boolean => offerAt === null && offeredTo.length === 0;

const chargesOf = (state: AppealState): readonly string[] =>
  [chargeOf(state), handlerOf(state)].flatMap((charge) =>
    charge === null ? [] : [charge.person, ...(charge.standIn ? [charge.standIn.person] : [])],
  );

function keysOf(appeal: Appeal): readonly string[] {
  const state = stateOf(appeal.chain);
  if (state === null) return [];
  const own = [
    ...[state.appellant, ...state.joined.map(({ person }) => person)].map(appealKeys.of),
    ...(state.enterprise === null ? [] : [appealKeys.ofEnterprise(state.enterprise)]),
    appealKeys.inChat(state.chat),
  ];
  if (isIn(state, OVER)) return [appealKeys.over, ...own];
  const desk = deskOf(state);
  return [
    appealKeys.open,
    ...own,
    ...(state.kind === 'submitted' ? [appealKeys.untaken, ...appeal.offeredTo.map(appealKeys.offered)] : []),
    ...(state.kind === 'submitted' && isUnserved(appeal) ? [appealKeys.unserved] : []),
    ...[...new Set(chargesOf(state))].map(appealKeys.charge),
    ...(desk === null ? [] : [desk.lead, ...desk.supporting].map(appealKeys.desk)),
  ];
}

/** The kind of record that an appeal is; when it is due next depends on the calendar. */
export const createAppealKind = (clock: AppealClock): Kind<Appeal> => ({
  name: 'appeal',
  version: 1,
  migrate: (older, version) => {
    throw new TypeError(`no appeal of version ${version} was ever written: ${typeof older}`);
  },
  keys: keysOf,
  archive: ({ chain }) => archiveDateOf(stateOf(chain)),
  due: ({ chain, offerAt, offerAgainAt = null }) => {
    const state = stateOf(chain);
    const tick = state === null ? null : nextTick(state, clock);
    const again = state?.kind === 'submitted' ? offerAgainAt : null;
    const instants = [tick, offerAt, again].filter((at) => at !== null);
    return instants.length === 0 ? null : (Math.min(...instants) as Instant);
  },
});

/** An appeal that nothing has happened to yet. */
export const NO_APPEAL: Appeal = {
  chain: [],
  offerAt: null,
  isAsking: false,
  offeredTo: [],
  proposed: null,
  refused: [],
};
