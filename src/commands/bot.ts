import { randomInt, randomUUID } from 'node:crypto';
import { ANSWERED, openAnsweredQuestions } from '../app/answering/answered-questions.ts';
import { createAppealStep } from '../app/appeals/appeal-step.ts';
import { type AppealDeps, createAppealOrders, createAppealTick } from '../app/appeals/carry-out.ts';
import { CORRECTIONS, openCorrections } from '../app/appeals/corrections.ts';
import { createDigestTick, startDigests } from '../app/appeals/digest.ts';
import { handOverAppeals } from '../app/appeals/hand-over.ts';
import { createHandOnStep } from '../app/appeals/hand-on-step.ts';
import { createListStep } from '../app/appeals/lists.ts';
import { createOpenStep } from '../app/appeals/open-step.ts';
import { withKeptFiles } from '../app/appeals/with-kept-files.ts';
import { createCourier } from '../app/courier.ts';
import { createProfileOrders } from '../app/enterprise/carry-out.ts';
import { createEnterpriseStep } from '../app/enterprise/enterprise-step.ts';
import { PROFILE } from '../app/enterprise/kinds.ts';
import { createOrderCarrier, ORDERS } from '../app/orders.ts';
import { createPeopleOrders } from '../app/people/carry-out.ts';
import { openPeople } from '../app/people/directory.ts';
import { beginGeneration, tellAdministrators } from '../app/people/generation.ts';
import { CONVERSATION } from '../app/conversation.ts';
import { rolesOf } from '../domain/people/who.ts';
import type { Instant } from '../domain/time.ts';
import { issueFirstCode } from '../app/people/first-code.ts';
import { createPeopleStep } from '../app/people/people-step.ts';
import { createPeopleTurn } from '../app/people/people-turn.ts';
import { afterDigest } from '../app/reminding/polite.ts';
import { createReceive } from '../app/receive.ts';
import { createTimekeeper } from '../app/timekeeper.ts';
import { createToChat } from '../app/to-chat.ts';
import { createActivity } from '../app/turn/activity.ts';
import { createAnswerStep } from '../app/turn/answer-step.ts';
import { createTakeTurn } from '../app/turn/take-turn.ts';
import type { Step } from '../app/turn/types.ts';
import { watchRecords } from '../app/watch-records.ts';
import { type AccountId, accountId } from '../domain/people/account.ts';
import { createUnitMatcher } from '../domain/unit/match.ts';
import type { Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { InboundMessage } from '../ports/message.ts';
import type { Records } from '../ports/records.ts';
import { CONSOLE_ADMIN } from '../text/zh/console.ts';
import { enterpriseDeps } from './enterprise.ts';
import { openChatSteps } from './chat-steps.ts';
import { createReading } from './intents.ts';
import { openReminders } from './reminding.ts';
import { createAftermath, createUpkeep } from './upkeep.ts';

/** The bot behind its channels. */
export interface Bot {
  /** Resolves when the message is safe on disk. */
  readonly receive: (message: InboundMessage) => Promise<void>;
  /** Resolves when everything that can be said and done now has been. */
  readonly settled: () => Promise<void>;
  /** Works off what an earlier run left: inboxes, deliveries, what fell due meanwhile. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** A channel can say something again: what has been waiting for it goes out. */
  readonly online: () => Promise<void>;
  /** When a chat's last message was taken; null where none was. */
  readonly lastTaken: (chat: string) => Promise<Instant | null>;
  /** A channel's ids mean other people and chats than before. */
  readonly newGeneration: (channel: string, generation: string | null) => Promise<void>;
  /** Tells administrators something, but for those of a channel that cannot say it. */
  readonly tellAdministrators: (text: string, without: string) => Promise<void>;
  readonly isSpecialist: (account: string) => boolean;
  /** Whether to become somebody's friend; an administrator may have to be asked, which may take days. */
  readonly acceptFriend: (hello: string, person: string) => Promise<boolean>;
  /** The one-time code by which the first administrator comes in; null where there is one. */
  readonly firstCode: () => Promise<string | null>;
}

/** Administrators of the settings, and the one that the console has by itself. */
function adminsOf({ config }: Program, channels: readonly Channel[]): readonly AccountId[] {
  const console = channels.some(({ name }) => name === 'console') ? accountId(CONSOLE_ADMIN) : null;
  return [...config.admins, ...(console === null ? [] : [console])];
}

/** Everything about people: the directory, the step that takes commands, the orders that change it. */
async function openPeopleParts(
  program: Program,
  { records, channels }: { readonly records: Records; readonly channels: readonly Channel[] },
) {
  const { config, system } = program;
  const { units } = await program.parsing();
  const people = await openPeople({
    records,
    units,
    home: config.region,
    admins: adminsOf(program, channels),
  });
  const words = { nameOf: people.names.nameOf, botName: config.name };
  const { digest } = system;
  const chances = { people, digest, below: (limit: number) => randomInt(limit) };
  const tools = { digest, salt: randomUUID };
  const now = system.clock.now;
  return {
    people,
    tools,
    take: createPeopleTurn({ ...chances, words }),
    orders: createPeopleOrders({ records, people, tools, words, now }),
    firstCode: () => issueFirstCode({ records, ...chances, now }),
  };
}

/** Puts the use cases together. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openBot(program: Program, channels: readonly Channel[]): Promise<Bot> {
  const { config, system } = program;
  const [kept, { ask, library }, { rules, time }, kind, digest, dispatch, { units, segmenter }] =
    await Promise.all([
      program.records(),
      program.answering(),
      program.timing(),
      program.appealKind(),
      program.digestKind(),
      program.dispatching(),
      program.parsing(),
    ]);
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: (name) => timekeeper.changed(name),
  });
  const shared = { ...system, records };
  const { now } = system.clock;
  const memoryMs = rules.offers.lifetimeMinutes * 60_000;
  const { people, tools, take, orders, firstCode } = await openPeopleParts(program, { records, channels });
  const book = await openCorrections(records);
  const answered = await openAnsweredQuestions(records);
  const activity = createActivity();
  const appeals: AppealDeps = {
    ...shared,
    kind,
    time,
    rules: rules.appeals,
    quietHours: rules.quietHours,
    roster: people.roster,
    units,
    home: config.region,
    dispatch,
    corrections: book.corrections,
    lastSpokeAt: activity.lastSpokeAt,
    chain: tools,
    now,
  };
  const reading = createReading({ ask, dispatch, segmenter });
  const isQuestion = (text: string): boolean => reading.intentOf(text, false) === 'question';
  const chats = await openChatSteps({ program, channels, appeals, people, ask, library, isQuestion });
  const { reminding, ...reminders } = await openReminders(program, {
    records,
    library,
    appeals,
    timekeeper: () => timekeeper,
  });
  const aftermath = createAftermath(appeals);
  const courier = createCourier({
    ...shared,
    carriers: new Map([
      ...channels.map(
        (channel) =>
          [channel.name, reminding.politely(createToChat({ channel, records, now, memoryMs }))] as const,
      ),
      [
        ORDERS.name,
        createOrderCarrier({
          ...orders,
          ...chats.orders,
          ...reminding.orders,
          appeal: createAppealOrders(appeals),
          [ANSWERED.name]: answered.carryOut,
          [CORRECTIONS.name]: book.carryOut,
          [PROFILE.name]: createProfileOrders({ ...shared, chain: tools, now }),
        }),
      ],
    ]),
    aftermath: (...delivered) => afterDigest(...delivered) ?? aftermath(...delivered),
    limits: { ...rules.channels, [ORDERS.name]: ORDERS.limits },
  });
  const late = { ...appeals, digest };
  const timekeeper = createTimekeeper(
    [
      { kind, tick: createAppealTick(appeals) },
      { kind: digest, tick: createDigestTick(late) },
      reminding.timed,
    ],
    { ...shared, records: reminding.agenda },
  );
  const steps: readonly Step[] = [
    activity.step,
    ...chats.first,
    createPeopleStep(take, (what) => handOverAppeals(appeals, what)),
    reminding.step,
    createListStep(appeals),
    createHandOnStep(appeals),
    createAppealStep({ ...appeals, matcher: createUnitMatcher(units.bodies) }),
    createEnterpriseStep(await enterpriseDeps(program, { ...appeals, reading }), [
      withKeptFiles(chats.keepFiles, createOpenStep({ ...appeals, ...reading })),
      chats.restraint,
      reminding.noting(createAnswerStep(ask, answered)),
    ]),
  ];
  const reception = createReceive({ ...shared, takeTurn: createTakeTurn(steps, config.name), memoryMs });
  const daily = createUpkeep(program, appeals);
  const unfollow = library.follow();
  const settled = async (): Promise<void> => {
    await reception.settled();
    await timekeeper.settled();
    await daily.settled();
    await courier.settled();
  };
  return {
    receive: reception.receive,
    settled,
    online: courier.start,
    lastTaken: async (chat) => (await records.read(CONVERSATION, chat))?.seen.at(-1)?.[1] ?? null,
    newGeneration: (channel, generation) =>
      beginGeneration({ records, people, now }, { channel, generation }),
    tellAdministrators: (text, without) => tellAdministrators({ records, people, now }, { text, without }),
    acceptFriend: chats.friends.acceptFriend,
    isSpecialist: (account) => {
      const id = accountId(account);
      return id !== null && rolesOf(people.roster().whoIs(id)).includes('specialist');
    },
    firstCode,
    resume: async () => {
      // Learned when it is first asked, for a second: on a platform nobody shall wait for that.
      if (channels.some(({ name }) => name !== 'console')) dispatch({ text: '' });
      await courier.start();
      await reception.recover();
      await startDigests(late);
      await reminders.start();
      // What records are still to be told (somebody has applied) goes before what is due.
      await reception.settled();
      await courier.settled();
      timekeeper.start();
      daily.start();
      await settled();
    },
    stop: async () => {
      await reception.stop();
      await reminders.stop();
      await timekeeper.stop();
      await daily.stop();
      await courier.stop();
      await unfollow();
    },
  };
}
