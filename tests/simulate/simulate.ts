import { createCalendar } from '../../src/domain/calendar.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import type { Rules } from '../../src/commands/rules.ts';
import { type Chance, createChance } from './chance.ts';
import { type Life, startLife } from './life.ts';
import { judge, type Verdict } from './oracle.ts';
import { createPeople, type Happening } from './people.ts';
import { createPlatform } from './platform.ts';
import { createSimClock, type SimClock } from './sim-clock.ts';
import { planTown } from './town.ts';

export interface Simulation {
  readonly days: number;
  readonly seed: number;
  readonly groups: number;
  readonly enterprises: number;
  readonly deadlines: number;
  /** Opens the records, again after every end of the process. */
  readonly open: () => Promise<Records>;
  readonly rules: Rules;
  /** Other rules to judge by, to see that a breach is seen. */
  readonly judgeBy?: Rules;
  readonly start: LocalDate;
}

export interface Outcome extends Verdict {
  readonly lives: number;
  /** Of these ends in the midst of work. */
  readonly crashes: number;
  /** Messages of unknown fate: the process died over them and was down for longer than the platform knows their key. */
  readonly unknown: number;
  readonly downHours: number;
  readonly messages: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A process that is made to die does so within so many edges of its work for every chat, most often soon. */
const EDGES_A_CHAT = 2;

/** From minutes to three days, the short ones more often. */
const downFor = (chance: Chance): number => Math.max(60_000, chance.next() ** 3 * 3 * DAY_MS);

interface Stage {
  readonly simulation: Simulation;
  readonly clock: SimClock;
  readonly chance: Chance;
  readonly begin: (diesAt: number | null) => Promise<Life>;
  readonly platform: ReturnType<typeof createPlatform>;
  readonly people: ReturnType<typeof createPeople>;
  readonly end: Instant;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** One life of the process, until it dies, is ended, or the simulation is over. */
async function live(life: Life, stage: Stage, agenda: { queue: Happening[]; ends: Instant }): Promise<void> {
  const { clock, platform, people } = stage;
  while (clock.now() < agenda.ends) {
    for (; agenda.queue[0] && agenda.queue[0].at <= clock.now(); agenda.queue.shift()) agenda.queue[0].does();
    platform.push(life.receive);
    await life.quiet();
    people.hear();
    agenda.queue = [...agenda.queue, ...people.plans()].toSorted((one, other) => one.at - other.at);
    if (life.isDead()) return;
    const instants = [clock.next(), agenda.queue[0]?.at ?? null, agenda.ends].filter((at) => at !== null);
    clock.moveTo(Math.min(...instants) as Instant);
  }
}

async function liveOn(stage: Stage): Promise<{ readonly up: readonly Span[]; readonly crashes: number }> {
  const { clock, chance, people, end, simulation } = stage;
  const mostEdges = EDGES_A_CHAT * (simulation.groups + simulation.enterprises);
  const up: Span[] = [];
  let crashes = 0;
  people.begin(simulation);
  const agenda = { queue: [...people.plans()].toSorted((one, other) => one.at - other.at), ends: end };
  while (clock.now() < end) {
    const from = clock.now();
    const isDoomed = up.length > 0 && chance.next() < 0.6;
    agenda.ends = Math.min(end, from + chance.next() * 8 * DAY_MS) as Instant;
    const life = await stage.begin(isDoomed ? Math.ceil(chance.next() ** 2 * mostEdges) : null);
    await live(life, stage, agenda);
    if (life.isDead()) crashes += 1;
    await life.kill();
    up.push({ from, to: clock.now() });
    clock.moveTo(Math.min(end, clock.now() + downFor(chance)) as Instant);
  }
  return { up, crashes };
}

/** Lives through so many days: people write, the process dies and comes back, and all that was said is judged. */
export async function simulate(simulation: Simulation): Promise<Outcome> {
  const { days, seed, rules, start, open } = simulation;
  const chance = createChance(seed);
  const town = planTown({ ...simulation, chance });
  const first = Date.parse(`${start}T07:00:00+08:00`) as Instant;
  const clock = createSimClock(first);
  const calendar = createCalendar({ holidays: { years: {} }, workingHours: rules.workingHours });
  const { now } = clock;
  const platform = createPlatform(now);
  const people = createPeople({
    chance,
    chats: town.chats,
    aMatter: () => town.aMatter(chance),
    now,
    shown: platform.shown,
    write: platform.write,
  });
  const unknown: { readonly chat: string; readonly at: Instant }[] = [];
  const onUnknown = (chat: string, at: Instant): void => void unknown.push({ chat, at });
  const parts = { clock, town, rules, calendar, say: platform.say, onUnknown };
  const end = (first + days * DAY_MS) as Instant;
  const { up, crashes } = await liveOn({
    simulation,
    clock,
    chance,
    platform,
    people,
    end,
    begin: async (diesAt) => startLife({ ...parts, records: await open(), diesAt }),
  });
  const sets = people.sets.map((set) => ({ ...set, to: Math.min(set.to, end) as Instant }));
  const { subscribedAt, done } = people;
  const verdict = judge({
    chats: town.chats,
    subscribedAt,
    sets,
    done,
    shown: platform.shown,
    up,
    unknown,
    rules: simulation.judgeBy ?? rules,
    calendar,
  });
  const upMs = up.reduce((sum, { from, to }) => sum + to - from, 0);
  const downHours = (end - first - upMs) / HOUR_MS;
  return {
    ...verdict,
    lives: up.length,
    crashes,
    unknown: unknown.length,
    downHours,
    messages: platform.messages(),
  };
}
