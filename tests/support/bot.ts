import { NO_MEMORY } from '../../src/app/answering/create-ask.ts';
import type { Ask } from '../../src/app/answering/types.ts';
import { type Courier, createCourier } from '../../src/app/courier.ts';
import { createReceive } from '../../src/app/receive.ts';
import { sayAgain } from '../../src/app/say-again.ts';
import { createToChat } from '../../src/app/to-chat.ts';
import { createAnswerStep } from '../../src/app/turn/answer-step.ts';
import { createTakeTurn } from '../../src/app/turn/take-turn.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import type { ChannelLimits } from '../../src/domain/delivery/types.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Records } from '../../src/ports/records.ts';

export interface BotParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly say: (chat: string, message: OutboundMessage) => Promise<void>;
  readonly ask?: Ask;
  /** Its name; `test` where none is given. */
  readonly channel?: string;
  readonly limits?: ChannelLimits;
  readonly log?: Log;
}

const ignore = (): void => undefined;

export const silentLog: Log = { info: ignore, warn: ignore, error: ignore };

/** Answers 「答:…」 and remembers what was asked. */
export const echoAsk: Ask = ({ text }) => ({
  answered: true,
  text: `答:${text}`,
  hits: [],
  choices: [],
  memory: { ...NO_MEMORY, lastQuestion: text },
});

/** Reception and courier on one channel. */
export function aBot({
  records: unwatched,
  clock,
  say,
  ask = echoAsk,
  channel = 'test',
  limits = {},
  log = silentLog,
}: BotParts) {
  const records = watchRecords(unwatched, {
    toDeliver: (target) => courier.wake(target),
    changed: () => undefined,
  });
  const shared = { records, clock, log, chance: () => 0.5 };
  const memoryMs = 1_800_000;
  const told = {
    say: (chat: string, message: OutboundMessage) => say(chat, message).then(() => ({ message: null })),
  };
  const courier: Courier = createCourier({
    ...shared,
    carriers: new Map([[channel, createToChat({ records, channel: told, now: clock.now, memoryMs })]]),
    aftermath: sayAgain,
    limits: { [channel]: limits },
  });
  const takeTurn = createTakeTurn([createAnswerStep(ask)], '小企');
  const reception = createReceive({ ...shared, takeTurn, memoryMs });
  const settled = async (): Promise<void> => {
    await reception.settled();
    await courier.settled();
  };
  return { reception, courier, settled };
}

/** A message of one person in a chat of the channel `test`. */
export const aMessage = (id: string, fields: Partial<InboundMessage> = {}): InboundMessage => ({
  id: `test:${id}`,
  chat: 'test:甲',
  isGroup: false,
  from: { id: 'test:张三', name: '张三' },
  text: id,
  at: 1_800_000_000_000 as Instant,
  ...fields,
});
