import { setImmediate } from 'node:timers/promises';
import { createCourier } from '../../src/app/courier.ts';
import { createOrderCarrier, ORDERS } from '../../src/app/orders.ts';
import { createReceive } from '../../src/app/receive.ts';
import { openReminding } from '../../src/app/reminding/open-reminding.ts';
import { afterDigest } from '../../src/app/reminding/polite.ts';
import { SUBSCRIBER } from '../../src/app/reminding/kinds.ts';
import { sayAgain } from '../../src/app/say-again.ts';
import { createTimekeeper } from '../../src/app/timekeeper.ts';
import { createToChat } from '../../src/app/to-chat.ts';
import { createTakeTurn } from '../../src/app/turn/take-turn.ts';
import { watchRecords } from '../../src/app/watch-records.ts';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import type { Records } from '../../src/ports/records.ts';
import type { Rules } from '../../src/commands/rules.ts';
import { silentLog } from '../support/bot.ts';
import { createChance } from './chance.ts';
import type { SimClock } from './sim-clock.ts';
import { HOME, type TownPlan } from './town.ts';

export interface LifeParts {
  readonly records: Records;
  readonly clock: SimClock;
  readonly town: TownPlan;
  readonly rules: Rules;
  readonly calendar: Calendar;
  /** The platform: shows what is said. */
  readonly say: (chat: string, message: OutboundMessage) => void;
  /** It died over a message, and came back too late to know whether that was shown. */
  readonly onUnknown: (chat: string, at: Instant) => void;
  /** It dies at the so-manieth edge of the store or of a message; null for an orderly life. */
  readonly diesAt: number | null;
}

export interface Life {
  readonly isDead: () => boolean;
  /** Resolves when the message is safe; never where the process died over it. */
  readonly receive: (message: InboundMessage) => Promise<void>;
  /** Resolves when all that can be done now is done, or the process has died. */
  readonly quiet: () => Promise<void>;
  /** Ends it as a loss of power does: nothing that is under way goes on. */
  readonly kill: () => Promise<void>;
}

const never = <Value>(): Promise<Value> => new Promise(() => undefined);

/** Where a process can die: before or after each thing that it does to the world. */
function createEdges(diesAt: number | null) {
  let passed = 0;
  let dead = false;
  let died: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (died = resolve));
  const underWay = new Set<Promise<unknown>>();
  const die = (): void => {
    dead = true;
    died();
  };
  const edge = (): boolean => {
    passed += 1;
    if (!dead && passed === diesAt) die();
    return dead;
  };
  const around = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (edge()) return never();
    const working = work();
    underWay.add(working);
    const value = await working.finally(() => underWay.delete(working));
    return edge() ? never() : value;
  };
  return { around, die, death, isDead: () => dead, settled: () => Promise.allSettled(underWay) };
}

/** Records of which it is known whether anything is being read or written: files answer in a later turn than memory. */
function watched(records: Records): { readonly records: Records; readonly atRest: () => Promise<boolean> } {
  const underWay = new Set<Promise<unknown>>();
  const follow = (work: unknown): unknown => {
    if (!(work instanceof Promise)) return work;
    underWay.add(work);
    void work.catch(() => undefined).finally(() => underWay.delete(work));
    return work;
  };
  const methods = Object.entries(records).map(([name, method]) => [
    name,
    (...given: readonly unknown[]) => follow(Reflect.apply(method, records, given)),
  ]);
  return {
    records: Object.fromEntries(methods) as Records,
    atRest: async () => {
      const wasAtRest = underWay.size === 0;
      await Promise.allSettled(underWay);
      return wasAtRest;
    },
  };
}

/** Starts the process: everything that is known comes from the records. */
export async function startLife(parts: LifeParts): Promise<Life> {
  const { town, rules, calendar, clock: simClock } = parts;
  const edges = createEdges(parts.diesAt);
  const { around } = edges;
  const clock = simClock.forLife();
  const { now } = clock;
  const store = watched(parts.records);
  const kept: Records = {
    ...store.records,
    update: (kind, id, change) => around(() => store.records.update(kind, id, change)),
    settle: (...settling) => around(() => store.records.settle(...settling)),
  };
  const records = watchRecords(kept, {
    toDeliver: (target) => courier.wake(target),
    changed: (name) => timekeeper.changed(name),
  });
  const shared = { records, clock, log: silentLog, chance: createChance(1).next };
  const memoryMs = 1_800_000;
  const reminding = await openReminding({
    records,
    now,
    log: silentLog,
    roster: () => town.roster,
    bodies: town.bodies,
    home: HOME,
    dayKind: calendar.dayKind,
    rules: rules.reminders,
    quietHours: rules.quietHours,
    profiles: { fit: () => 'open', districtOf: () => null },
    wake: () => timekeeper.changed(SUBSCRIBER.name),
    hash: (text) => text,
    library: () => EMPTY,
    calendar: { write: () => '', keepFile: null, publicUrl: null, secret: () => 'secret' },
  });
  const channel = {
    say: async (chat: string, message: OutboundMessage) => {
      await around(async () => parts.say(chat, message));
      return { message: null };
    },
  };
  const courier = createCourier({
    ...shared,
    carriers: new Map([
      ['sim', reminding.politely(createToChat({ channel, records, now, memoryMs }))],
      [ORDERS.name, createOrderCarrier(reminding.orders)],
    ]),
    aftermath: (pending, verdict, at) => {
      const { to, createdAt } = pending.delivery;
      if (verdict.kind === 'maybe-sent') parts.onUnknown(to, createdAt);
      return afterDigest(pending, verdict, at) ?? sayAgain(pending, verdict, at);
    },
    limits: { sim: { idempotencyMinutes: 60 }, [ORDERS.name]: ORDERS.limits },
  });
  const timekeeper = createTimekeeper([reminding.timed], { ...shared, records: reminding.agenda });
  const reception = createReceive({
    ...shared,
    takeTurn: createTakeTurn([reminding.step], '小企'),
    memoryMs,
  });
  const settled = async (): Promise<void> => {
    await reception.settled();
    await timekeeper.settled();
    await courier.settled();
  };
  const startUp = async (): Promise<void> => {
    // What records are still to be told (somebody has applied) goes before what is due.
    await courier.start();
    await reception.recover();
    await reception.settled();
    await courier.settled();
    timekeeper.start();
  };
  await Promise.race([startUp(), edges.death]);
  const quiet = async (): Promise<void> => {
    // What was woken begins its work in a later turn; what one part has done can wake another.
    for (let round = 0; round < 3 && !edges.isDead(); round += 1) {
      await setImmediate();
      await Promise.race([settled(), edges.death]);
      if (!(await store.atRest())) round = -1;
    }
  };
  return {
    isDead: edges.isDead,
    receive: reception.receive,
    quiet,
    kill: async () => {
      edges.die();
      clock.end();
      await edges.settled();
    },
  };
}

const EMPTY = { policies: [], problems: [] };
