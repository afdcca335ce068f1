import { createHash } from 'node:crypto';
import { ANSWERED } from '../../src/app/answering/answered-questions.ts';
import { createAppealKind } from '../../src/app/appeals/appeal.ts';
import { createAppealStep } from '../../src/app/appeals/appeal-step.ts';
import { type AppealDeps, createAppealOrders, createAppealTick } from '../../src/app/appeals/carry-out.ts';
import { CORRECTIONS } from '../../src/app/appeals/corrections.ts';
import { createListStep } from '../../src/app/appeals/lists.ts';
import { COUNTER } from '../../src/app/appeals/numbers.ts';
import { createOpenStep } from '../../src/app/appeals/open-step.ts';
import { CONVERSATION } from '../../src/app/conversation.ts';
import { createCourier } from '../../src/app/courier.ts';
import type { Dispatch } from '../../src/app/dispatching/types.ts';
import { createOrderCarrier, ORDERS } from '../../src/app/orders.ts';
import { createReceive } from '../../src/app/receive.ts';
import { sayAgain } from '../../src/app/say-again.ts';
import { createTimekeeper } from '../../src/app/timekeeper.ts';
import { createToChat } from '../../src/app/to-chat.ts';
import { createActivity } from '../../src/app/turn/activity.ts';
import { createAnswerStep } from '../../src/app/turn/answer-step.ts';
import { createTakeTurn } from '../../src/app/turn/take-turn.ts';
import type { Step } from '../../src/app/turn/types.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import { parseClockTime } from '../../src/domain/clock-time.ts';
import type { ClockTime } from '../../src/domain/clock-time.ts';
import { readOpening } from '../../src/domain/conversation/opening.ts';
import type { ChannelLimits } from '../../src/domain/delivery/types.ts';
import type { AccountId } from '../../src/domain/people/account.ts';
import { NO_CODES } from '../../src/domain/people/codes.ts';
import { createRoster } from '../../src/domain/people/roster.ts';
import type { Grant, Person, Place } from '../../src/domain/people/types.ts';
import { createUnitDirectory } from '../../src/domain/unit/directory.ts';
import { type UnitId, unitId } from '../../src/domain/unit/types.ts';
import type { OutboundMessage } from '../../src/ports/message.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Records } from '../../src/ports/records.ts';
import { APPEAL_CLOCK } from './an-appeal.ts';
import { echoAsk, silentLog } from './bot.ts';
import { unitData } from './seeds.ts';

export const UNITS = createUnitDirectory(unitData());
const HOME = '武汉市';

/** The unit that this name stands for. */
export function unitNamed(name: string): UnitId {
  const found = UNITS.resolve(name, HOME);
  if (found?.kind !== 'unit') throw new Error(`no unit: ${name}`);
  return unitId(found.id);
}

export const INDUSTRY = unitNamed('市经信局');
export const SCIENCE = unitNamed('市科技局');

const account = (name: string): AccountId => `test:${name}` as AccountId;

const aPerson = (name: string, number: number, grant: Grant): Person => ({
  account: account(name),
  name,
  grants: [{ number, grant }],
  absence: null,
  link: null,
  suspended: false,
  boundAgainAt: null,
});

const PERSONS: readonly Person[] = [
  aPerson('李专员', 1, { role: 'specialist', area: { kind: 'station', path: [] } }),
  aPerson('陈专员', 2, { role: 'specialist', area: { kind: 'station', path: [] } }),
  aPerson('赵经办', 3, { role: 'handler', unit: INDUSTRY }),
  aPerson('钱经办', 4, { role: 'handler', unit: SCIENCE }),
  aPerson('周督办', 5, { role: 'supervisor', path: [] }),
];

/** The group that owners sit in together. */
export const OWNERS = 'test:group/企业群';

const PLACES: readonly Place[] = [
  {
    chat: OWNERS,
    binding: { kind: 'enterprise-group', district: null, station: [], enterprise: null },
    number: 6,
    suspended: false,
  },
];

const ROSTER = createRoster({
  persons: PERSONS,
  places: PLACES,
  enterprises: [],
  book: NO_CODES,
  admins: [account('管理员')],
  highest: 6,
});

/** Proposes the 经信局; 「另外」 parts two matters. */
const dispatch: Dispatch = ({ text }) => {
  const destination = {
    matter: 'arrears',
    category: '拖欠账款',
    units: [
      {
        name: '市经信局',
        score: 1,
        evidence: [{ policy: 'p', clause: '1', text: '清理拖欠账款（责任单位：市经信局）' }],
        corrections: 0,
      },
    ],
  } as const;
  const isTwo = text.includes('另外');
  return {
    ...destination,
    askBack: false,
    question: null,
    also: isTwo ? { ...destination, matter: 'other' } : null,
  };
};

const time = (text: string): ClockTime => parseClockTime(text) as ClockTime;

/** The kinds of record that an office keeps. */
export const APPEAL = createAppealKind(APPEAL_CLOCK);
export const OFFICE_KINDS = [CONVERSATION, APPEAL, COUNTER, CORRECTIONS] as const;

export interface OfficeParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly log?: Log;
}

/** What the appeals of a small office with a fixed staff rest on. */
export function officeDeps({ records, clock, log = silentLog }: OfficeParts): AppealDeps {
  let salts = 0;
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return {
    ...APPEAL_CLOCK,
    records,
    kind: APPEAL,
    quietHours: { from: time('21:00'), to: time('08:00') },
    roster: () => ROSTER,
    units: UNITS,
    home: HOME,
    dispatch,
    corrections: () => [],
    lastSpokeAt: () => null,
    chain: { digest, salt: () => String((salts += 1)) },
    log,
    now: clock.now,
  };
}

export interface Office extends OfficeParts {
  readonly say: (chat: string, message: OutboundMessage) => Promise<void>;
  readonly limits?: ChannelLimits;
  /** Called when a message begins to be worked off. */
  readonly onTurn?: () => void;
}

/** An office on one channel: opens appeals, has them dispatched, answered and rated; whatever else is said is echoed. */
export function anOffice({
  records: unwatched,
  clock,
  say,
  limits = {},
  log = silentLog,
  onTurn = () => undefined,
}: Office) {
  const records = watchRecords(unwatched, {
    toDeliver: (target) => courier.wake(target),
    changed: (name) => timekeeper.changed(name),
  });
  const shared = { records, clock, log, chance: () => 0.5 };
  const memoryMs = 1_800_000;
  const activity = createActivity();
  const appeals: AppealDeps = { ...officeDeps(shared), lastSpokeAt: activity.lastSpokeAt };
  const channel = {
    say: (chat: string, message: OutboundMessage) => say(chat, message).then(() => ({ message: null })),
  };
  const orders = createOrderCarrier({
    appeal: createAppealOrders(appeals),
    [CORRECTIONS.name]: async () => undefined,
    [ANSWERED.name]: async () => undefined,
  });
  const courier = createCourier({
    ...shared,
    carriers: new Map([
      ['test', createToChat({ channel, records, now: clock.now, memoryMs })],
      [ORDERS.name, orders],
    ]),
    aftermath: sayAgain,
    limits: { test: limits, [ORDERS.name]: ORDERS.limits },
  });
  const timekeeper = createTimekeeper([{ kind: APPEAL, tick: createAppealTick(appeals) }], shared);
  const noted: Step = async () => {
    onTurn();
    return null;
  };
  const steps = [
    noted,
    activity.step,
    createListStep(appeals),
    // Nobody mistypes here, and whoever is killed often must start fast.
    createAppealStep({ ...appeals, matcher: { suggest: () => [] } }),
    createOpenStep({
      ...appeals,
      intentOf: (text) => (/欠|没人管/.test(text) ? 'appeal' : 'other'),
      openingOf: readOpening,
      isSameMatter: () => false,
      lacksOf: () => [],
    }),
    createAnswerStep(echoAsk),
  ];
  const reception = createReceive({ ...shared, takeTurn: createTakeTurn(steps, '小企'), memoryMs });
  const settled = async (): Promise<void> => {
    await reception.settled();
    await timekeeper.settled();
    await courier.settled();
  };
  return {
    reception,
    settled,
    /** Takes up what an earlier run left. */
    resume: async (): Promise<void> => {
      await courier.start();
      await reception.recover();
      timekeeper.start();
    },
  };
}
