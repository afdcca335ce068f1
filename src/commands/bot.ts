import { createObjection } from '../app/appeals/acting/objection.ts';
import { startDigests } from '../app/appeals/digest.ts';
import { withCards } from '../app/cards.ts';
import { withClicks } from '../app/clicks.ts';
import { CONVERSATION } from '../app/conversation.ts';
import type { Courier } from '../app/courier.ts';
import { createLeavingStep } from '../app/leaving-step.ts';
import type { Friends } from '../app/people/friends.ts';
import { beginGeneration, tellAdministrators } from '../app/people/generation.ts';
import type { LoginCodes } from '../app/people/login-codes.ts';
import { createReceive } from '../app/receive.ts';
import type { Timekeeper } from '../app/timekeeper.ts';
import { createTakeTurn } from '../app/turn/take-turn.ts';
import { watchRecords } from '../app/watch-records.ts';
import { accountId } from '../domain/people/account.ts';
import { rolesOf } from '../domain/people/who.ts';
import type { Instant } from '../domain/time.ts';
import type { Program } from '../main.ts';
import type { Channel, Receive } from '../ports/channel.ts';
import type { Route } from '../ports/routes.ts';
import { createBotClock } from './bot-clock.ts';
import { createBotCourier } from './bot-courier.ts';
import { type BotParts, openBotParts } from './bot-parts.ts';
import { createSteps } from './bot-steps.ts';
import { createUpkeep } from './upkeep.ts';

/** The bot behind its channels. */
export interface Bot {
  readonly receive: Receive;
  /** Resolves when everything that can be said and done now has been. */
  readonly settled: () => Promise<void>;
  /** Works off what an earlier run left: inboxes, deliveries, what fell due meanwhile. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** A channel can say something again: what has been waiting for it goes out. */
  readonly online: (channel: string) => Promise<void>;
  /** When a chat's last message was taken; null where none was. */
  readonly lastTaken: (chat: string) => Promise<Instant | null>;
  /** A channel's ids mean other people and chats than before. */
  readonly newGeneration: (channel: string, generation: string | null) => Promise<void>;
  /** Tells administrators something, but for those of a channel that cannot say it. */
  readonly tellAdministrators: (text: string, without: string) => Promise<void>;
  readonly isSpecialist: (account: string) => boolean;
  /** Whether to become somebody's friend; an administrator may have to be asked, which may take days. */
  readonly acceptFriend: Friends['acceptFriend'];
  /** Requests that an earlier run left undecided, or did not come to take. */
  readonly waitingFriends: Friends['waiting'];
  /** The one-time code by which the first administrator comes in; null where there is one. */
  readonly firstCode: () => Promise<string | null>;
  /** How a channel logs in that asks for it. */
  readonly logins: Pick<LoginCodes, 'shown' | 'loggedIn' | 'loggedOut'>;
  /** Where calendar programs read, for the web server. */
  readonly calendar: Route['handle'];
}

/** What goes on by itself once the bot runs. */
interface Works {
  readonly reception: ReturnType<typeof createReceive>;
  readonly timekeeper: Timekeeper;
  readonly courier: Courier;
  readonly daily: ReturnType<typeof createUpkeep>;
}

/** Beginning, waiting and ending of the works. */
function createRun(parts: BotParts, works: Works): Pick<Bot, 'resume' | 'settled' | 'stop'> {
  const { reception, timekeeper, courier, daily } = works;
  const { channels, dispatch, appeals, digest, reminders, offerUnserved } = parts;
  const unfollow = parts.library.follow();
  const settled = async (): Promise<void> => {
    await reception.settled();
    await timekeeper.settled();
    await daily.settled();
    await courier.settled();
  };
  return {
    settled,
    resume: async () => {
      // Learned when it is first asked, for a second: on a platform nobody shall wait for that.
      if (channels.some(({ name }) => name !== 'console')) dispatch({ text: '' });
      await courier.start();
      await reception.recover();
      await startDigests({ ...appeals, digest });
      await reminders.start();
      await offerUnserved();
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

/** What the channels ask of the bot besides having messages taken. */
function createDesk({
  records,
  people,
  now,
  chats,
  reminders,
  peopleParts,
  logins,
}: BotParts): Pick<
  Bot,
  | 'lastTaken'
  | 'newGeneration'
  | 'tellAdministrators'
  | 'isSpecialist'
  | 'acceptFriend'
  | 'waitingFriends'
  | 'firstCode'
  | 'calendar'
  | 'logins'
> {
  return {
    lastTaken: async (chat) => (await records.read(CONVERSATION, chat))?.seen.at(-1)?.[1] ?? null,
    newGeneration: (channel, generation) =>
      beginGeneration({ records, people, now }, { channel, generation }),
    tellAdministrators: (text, without) => tellAdministrators({ records, people, now }, { text, without }),
    isSpecialist: (account) => {
      const id = accountId(account);
      return id !== null && rolesOf(people.roster().whoIs(id)).includes('specialist');
    },
    acceptFriend: chats.friends.acceptFriend,
    waitingFriends: chats.friends.waiting,
    firstCode: peopleParts.firstCode,
    calendar: reminders.reminding.calendar,
    logins,
  };
}

/** Puts the use cases together. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openBot(program: Program, channels: readonly Channel[]): Promise<Bot> {
  // Both take their time: side by side.
  const [kept] = await Promise.all([program.records(), program.dispatching()]);
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: (name) => timekeeper.changed(name),
  });
  const parts = await openBotParts({ program, channels, records, timekeeper: () => timekeeper });
  const courier = createBotCourier(parts, () => reception.calm());
  const timekeeper = createBotClock(parts);
  const leaving = createLeavingStep({ ...parts.appeals, abandon: courier.abandon });
  const takeTurn = withCards(createTakeTurn([leaving, ...(await createSteps(parts))], program.config.name));
  const reception = createReceive({ ...parts.shared, takeTurn, memoryMs: parts.memoryMs });
  const daily = createUpkeep(program, parts.appeals);
  return {
    receive: withClicks(reception.receive, { ...parts, objection: createObjection(parts.appeals) }),
    online: async (channel) => {
      await parts.absence.end(channel);
      await courier.start();
    },
    ...createRun(parts, { reception, timekeeper, courier, daily }),
    ...createDesk(parts),
  };
}
