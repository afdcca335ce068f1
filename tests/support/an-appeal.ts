import { createHash } from 'node:crypto';
import { createCalendar } from '../../src/domain/calendar.ts';
import { parseClockTime } from '../../src/domain/clock-time.ts';
import type { ClockTime } from '../../src/domain/clock-time.ts';
import type { Wish } from '../../src/domain/appeal/commands.ts';
import { decide, extend } from '../../src/domain/appeal/decide.ts';
import { stateOf } from '../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../src/domain/appeal/facts.ts';
import { appealNumber } from '../../src/domain/appeal/number.ts';
import {
  machineRelation,
  type Relation,
  relationOf,
  type Standing,
} from '../../src/domain/appeal/relation.ts';
import type { AppealClock, AppealRules } from '../../src/domain/appeal/rules.ts';
import type { AppealState } from '../../src/domain/appeal/state.ts';
import { type Actor, BOT, CLOCK, type DeskId } from '../../src/domain/appeal/types.ts';
import { type Instant, parseInstant } from '../../src/domain/time.ts';
import { unitId } from '../../src/domain/unit/types.ts';
import { seedJson } from './seeds.ts';

interface RulesFile {
  readonly appeals: AppealRules;
  readonly workingHours: { readonly weekdays: number[]; readonly spans: { from: string; to: string }[] };
}

const { appeals: rules, workingHours } = seedJson<RulesFile>('rules.json');
const clockTime = (text: string): ClockTime => parseClockTime(text) as ClockTime;

/** The rules of the seeds over a calendar without notices. */
export const APPEAL_CLOCK: AppealClock = {
  rules,
  time: createCalendar({
    holidays: { years: {} },
    workingHours: {
      weekdays: workingHours.weekdays,
      spans: workingHours.spans.map(({ from, to }) => ({ from: clockTime(from), to: clockTime(to) })),
    },
  }),
};

/** `11-23 09:00` of 2026; 11-23 is a Monday. */
export const on = (text: string): Instant => parseInstant(`2026-${text}`) as Instant;

export const FINANCE = unitId('u-finance');
export const SCIENCE = unitId('u-science');
export const TAX = unitId('u-tax');

const somebody = (person: string, roles: Partial<Standing> = {}): Standing => ({
  person,
  enterprises: [],
  isSpecialist: false,
  handlerOf: [],
  isSupervisor: false,
  isAdministrator: false,
  ...roles,
});

/** Everybody who appears in the tests of appeals; Wang takes appeals, Zhao handles them for the finance office. */
export const PEOPLE = {
  owner: somebody('owner', { enterprises: ['示例科技有限公司'] }),
  member: somebody('member', { enterprises: ['示例科技有限公司'] }),
  stranger: somebody('stranger', { enterprises: ['示例贸易有限公司'] }),
  wang: somebody('wang', { isSpecialist: true }),
  li: somebody('li', { isSpecialist: true }),
  zhao: somebody('zhao', { handlerOf: [FINANCE] }),
  qian: somebody('qian', { handlerOf: [FINANCE] }),
  sun: somebody('sun', { handlerOf: [TAX] }),
  zhou: somebody('zhou', { handlerOf: [SCIENCE] }),
  chief: somebody('chief', { isSupervisor: true }),
  admin: somebody('admin', { isAdministrator: true }),
} as const satisfies Record<string, Standing>;

export type Person = keyof typeof PEOPLE;

const isPerson = (by: Actor): by is Person => by in PEOPLE;

export function relationFor(state: AppealState | null, by: Actor, at: Instant): Relation {
  return isPerson(by) ? relationOf(state, PEOPLE[by], at) : machineRelation(by);
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const TOOLS = { digest, salt: () => 'salt' };

export const NUMBER = appealNumber(321);
export const isUnit = (unit: DeskId): boolean => [FINANCE, SCIENCE, TAX].some((known) => known === unit);

/** One step of a story: who, when (`11-23 09:00`, or an instant) and what. */
export interface Move {
  /** One of PEOPLE, the bot or the clock. */
  readonly by: Actor;
  readonly at: string | Instant;
  readonly wish: Wish;
  readonly cause?: string;
}

/** The decision on a move, and the chain after it. */
export function tryMove(chain: AppealChain, { by, at: when, wish, cause }: Move) {
  const at = typeof when === 'string' ? on(when) : when;
  const state = stateOf(chain);
  const command = { ...wish, by, at, cause: cause ?? `test:${chain.length}:${wish.kind}` };
  const decision = decide(state, command, { ...APPEAL_CLOCK, isUnit, relation: relationFor(state, by, at) });
  return { decision, chain: decision.ok ? extend(chain, decision.value, TOOLS) : chain };
}

/** The refusal's code, or the kinds of the events. */
export function told(chain: AppealChain, move: Move): string {
  const { decision } = tryMove(chain, move);
  return decision.ok ? decision.value.map(({ fact }) => fact.kind).join(' ') : decision.error.code;
}

/** The chain after these moves, none of which may be refused. */
export const play = (chain: AppealChain, ...moves: readonly Move[]): AppealChain =>
  moves.reduce((before, move) => {
    const { decision, chain: after } = tryMove(before, move);
    if (!decision.ok) throw new Error(`${move.wish.kind} by ${move.by}: ${decision.error.code}`);
    return after;
  }, chain);

/** A wish of each kind that lacks nothing. */
export const WISHES = {
  submit: {
    kind: 'submit',
    number: NUMBER,
    enterprise: '示例科技有限公司',
    appellant: 'owner',
    chat: 'console:group',
    firstMessageAt: on('11-23 09:00'),
    category: '融资',
    district: '东湖高新区',
    class: 'ordinary',
    lacks: [],
    matter: '银行突然抽贷',
    contact: '13800000000',
    attachments: [],
  },
  supplement: { kind: 'supplement', text: '贷款三百万', contact: null, attachments: [], lacks: [] },
  join: {
    kind: 'join',
    chat: 'console:member',
    text: '我们也缺贷款',
    contact: null,
    attachments: [],
    lacks: [],
  },
  take: { kind: 'take' },
  'hand-over': {
    kind: 'hand-over',
    of: 'appeal',
    to: { person: 'li', isSpecialist: true, handlerOf: [] },
    until: null,
  },
  'ask-back': { kind: 'ask-back', question: '是哪家银行？' },
  inform: { kind: 'inform', answer: '示例银行', attachments: [] },
  'not-accept': { kind: 'not-accept', ground: 'in-court', reason: null },
  dispatch: {
    kind: 'dispatch',
    lead: FINANCE,
    supporting: [TAX],
    class: 'ordinary',
    evidence: [{ policy: 'example', clause: '3' }],
    reason: null,
  },
  'recall-dispatch': { kind: 'recall-dispatch' },
  acknowledge: { kind: 'acknowledge' },
  note: { kind: 'note', text: '已与银行约好周三面谈', contacted: false },
  return: { kind: 'return', reason: '不属于本单位职责', basis: '三定方案第三条' },
  reassign: { kind: 'reassign', to: SCIENCE, reason: null },
  'ask-extension': { kind: 'ask-extension', workingDays: 3, reason: '需要会商' },
  'decide-extension': { kind: 'decide-extension', granted: true, reason: null },
  reply: { kind: 'reply', text: '银行同意续贷一年', from: null },
  rate: { kind: 'rate', rating: 'satisfied', score: 5, reason: null },
  reopen: { kind: 'reopen', reason: '银行又反悔了' },
  'confirm-solved': { kind: 'confirm-solved' },
  'call-back': { kind: 'call-back', solved: true, text: '企业说已经续贷' },
  withdraw: { kind: 'withdraw', reason: null },
  merge: { kind: 'merge', into: appealNumber(322) },
  link: { kind: 'link', to: appealNumber(323), as: 'sibling' },
  gather: { kind: 'gather', parent: appealNumber(324) },
  urge: { kind: 'urge' },
  publish: { kind: 'publish' },
  'see-contact': { kind: 'see-contact' },
  export: { kind: 'export' },
  erase: { kind: 'erase', afterDays: 0 },
  tick: { kind: 'tick' },
} as const satisfies { [Kind in Wish['kind']]: Extract<Wish, { kind: Kind }> };

const asks = { by: 'zhao', at: '11-23 11:00', wish: WISHES['ask-back'] } as const;

/** On Monday: submitted at 9:00, taken at 9:30, dispatched at 10:00, acknowledged at 10:30, in hand at 10:45. */
const SUBMITTED = play([], { by: 'owner', at: '11-23 09:00', wish: WISHES.submit });
const ACCEPTED = play(SUBMITTED, { by: 'wang', at: '11-23 09:30', wish: WISHES.take });
const DISPATCHED = play(ACCEPTED, { by: 'wang', at: '11-23 10:00', wish: WISHES.dispatch });
const ACKNOWLEDGED = play(DISPATCHED, { by: 'zhao', at: '11-23 10:30', wish: WISHES.acknowledge });
const IN_HAND = play(ACKNOWLEDGED, { by: 'zhao', at: '11-23 10:45', wish: WISHES.note });
const REPLIED = play(IN_HAND, { by: 'zhao', at: '11-24 10:00', wish: WISHES.reply });
const CLOSED = play(REPLIED, { by: 'owner', at: '11-24 11:00', wish: WISHES.rate });

/** An appeal in every state, and in what a state may have beside it. */
export const STORIES = {
  submitted: SUBMITTED,
  'submitted, asked back': play(SUBMITTED, { by: BOT, at: '11-23 09:05', wish: WISHES['ask-back'] }),
  accepted: ACCEPTED,
  'accepted, asked back': play(ACCEPTED, { by: 'wang', at: '11-23 10:00', wish: WISHES['ask-back'] }),
  returned: play(DISPATCHED, { by: 'zhao', at: '11-23 10:30', wish: WISHES.return }),
  dispatched: DISPATCHED,
  acknowledged: ACKNOWLEDGED,
  'in-hand': IN_HAND,
  'in-hand, asked back': play(IN_HAND, asks),
  'in-hand, extension asked': play(IN_HAND, {
    by: 'zhao',
    at: '11-23 11:00',
    wish: WISHES['ask-extension'],
  }),
  replied: REPLIED,
  confirmed: play(REPLIED, { by: 'owner', at: '11-24 11:00', wish: WISHES['confirm-solved'] }),
  'closed as solved': CLOSED,
  'closed as unrated': play(
    REPLIED,
    { by: CLOCK, at: '11-27 17:30', wish: WISHES.tick },
    { by: CLOCK, at: '12-01 17:30', wish: WISHES.tick },
  ),
  'closed and erased': play(CLOSED, { by: CLOCK, at: '11-24 12:00', wish: WISHES.erase }),
  withdrawn: play(IN_HAND, { by: 'owner', at: '11-23 11:00', wish: WISHES.withdraw }),
  'not-accepted': play(SUBMITTED, { by: 'wang', at: '11-23 09:30', wish: WISHES['not-accept'] }),
  merged: play(ACCEPTED, { by: 'wang', at: '11-23 10:00', wish: WISHES.merge }),
} as const satisfies Record<string, AppealChain>;

/** The state of one of the stories. */
export function storyState(name: keyof typeof STORIES): AppealState {
  const state = stateOf(STORIES[name]);
  if (state === null) throw new Error('no events');
  return state;
}
