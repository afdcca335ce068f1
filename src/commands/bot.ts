import { createCourier } from '../app/courier.ts';
import { ORDERS } from '../app/orders.ts';
import { createReceive } from '../app/receive.ts';
import { sayAgain } from '../app/say-again.ts';
import { createTimekeeper } from '../app/timekeeper.ts';
import { createToChat } from '../app/to-chat.ts';
import { createAnswerStep } from '../app/turn/answer-step.ts';
import { createTakeTurn } from '../app/turn/take-turn.ts';
import { watchRecords } from '../app/watch-records.ts';
import type { Program } from '../main.ts';
import type { Channel } from '../ports/channel.ts';
import type { InboundMessage } from '../ports/message.ts';
import { readRules } from './rules.ts';

/** The bot behind its channels. */
export interface Bot {
  /** Resolves when the message is safe on disk. */
  readonly receive: (message: InboundMessage) => Promise<void>;
  /** Resolves when everything that can be said and done now has been. */
  readonly settled: () => Promise<void>;
  /** Works off what an earlier run left: inboxes, deliveries, what fell due meanwhile. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Puts the use cases together. Throws `SegmenterError`, `SeedError`, `RecordsError`. */
export async function openBot(program: Program, channels: readonly Channel[]): Promise<Bot> {
  const { config, system } = program;
  const [kept, { ask, library }, rules] = await Promise.all([
    program.records(),
    program.answering(),
    readRules(config.seeds),
  ]);
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: (kind) => timekeeper.changed(kind),
  });
  const shared = { ...system, records };
  const memoryMs = rules.offers.lifetimeMinutes * 60_000;
  const courier = createCourier({
    ...shared,
    carriers: new Map(
      channels.map((channel) => [
        channel.name,
        createToChat({ channel, records, now: system.clock.now, memoryMs }),
      ]),
    ),
    aftermath: sayAgain,
    limits: { ...rules.channels, [ORDERS.name]: ORDERS.limits },
  });
  const timekeeper = createTimekeeper([], shared);
  const takeTurn = createTakeTurn([createAnswerStep(ask)]);
  const reception = createReceive({ ...shared, takeTurn, memoryMs });
  const unfollow = library.follow();
  const settled = async (): Promise<void> => {
    await reception.settled();
    await timekeeper.settled();
    await courier.settled();
  };
  return {
    receive: reception.receive,
    settled,
    resume: async () => {
      await courier.start();
      await reception.recover();
      timekeeper.start();
      await settled();
    },
    stop: async () => {
      await reception.stop();
      await timekeeper.stop();
      await courier.stop();
      await unfollow();
    },
  };
}
