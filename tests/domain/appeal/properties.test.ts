import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandKind, Wish } from '../../../src/domain/appeal/commands.ts';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import { limitsOf } from '../../../src/domain/appeal/limits.ts';
import { COMMAND_KINDS, possibleCommands } from '../../../src/domain/appeal/permission.ts';
import { type AppealState, AT_DESK, isIn, OVER, type StateKind } from '../../../src/domain/appeal/state.ts';
import { nextTick } from '../../../src/domain/appeal/timers.ts';
import { APPEAL_CLASSES, BOT, CLOCK, RATINGS } from '../../../src/domain/appeal/types.ts';
import { findBreak } from '../../../src/domain/chain.ts';
import type { Instant } from '../../../src/domain/time.ts';
import {
  APPEAL_CLOCK,
  digest,
  FINANCE,
  type Move,
  on,
  PEOPLE,
  type Person,
  play,
  relationFor,
  SCIENCE,
  STORIES,
  TAX,
  tryMove,
  WISHES,
} from '../../support/an-appeal.ts';
import { runs } from '../../support/runs.ts';

const PERSONS: readonly Person[] = [
  'owner',
  'member',
  'stranger',
  'wang',
  'li',
  'zhao',
  'qian',
  'sun',
  'zhou',
  'chief',
  'admin',
];
const ACTORS = [...PERSONS, CLOCK, BOT];

const candidate = fc.constantFrom(...PERSONS).map((name) => {
  const { person, isSpecialist, handlerOf } = PEOPLE[name];
  return { person, isSpecialist, handlerOf };
});
const unit = fc.constantFrom(FINANCE, SCIENCE, TAX);
const days = fc.integer({ min: 0, max: 40 }).map((count) => on('11-23 09:00') + count * 86_400_000);

/** Commands that can be said in more than one way; the others are as in WISHES. */
const VARIED: Partial<Record<CommandKind, fc.Arbitrary<Wish>>> = {
  'hand-over': fc.record({
    kind: fc.constant('hand-over'),
    of: fc.constantFrom('appeal', 'desk'),
    to: candidate,
    until: fc.option(
      days.map((at) => at as Instant),
      { nil: null },
    ),
  }),
  dispatch: fc.record({
    kind: fc.constant('dispatch'),
    lead: unit,
    supporting: fc.array(unit, { maxLength: 2 }),
    class: fc.constantFrom(...APPEAL_CLASSES),
    evidence: fc.constant([]),
    reason: fc.constant('情况复杂'),
  }),
  reassign: fc.record({ kind: fc.constant('reassign'), to: unit, reason: fc.constant(null) }),
  note: fc.record({ kind: fc.constant('note'), text: fc.constant('已约好'), contacted: fc.boolean() }),
  rate: fc.record({
    kind: fc.constant('rate'),
    rating: fc.constantFrom(...RATINGS),
    score: fc.constant(null),
    reason: fc.constant('没人来过'),
  }),
  'call-back': fc.record({
    kind: fc.constant('call-back'),
    solved: fc.boolean(),
    text: fc.constant('还没有'),
  }),
  'decide-extension': fc.record({
    kind: fc.constant('decide-extension'),
    granted: fc.boolean(),
    reason: fc.constant('不能再拖'),
  }),
};

const wishes = fc.record(
  Object.fromEntries(COMMAND_KINDS.map((kind) => [kind, VARIED[kind] ?? fc.constant<Wish>(WISHES[kind])])),
);

/** Most steps are among those that are possible, so that a story goes far; the others are anybody's anything. */
const steps = fc.array(
  fc.record({
    isPossible: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
    pick: fc.nat(),
    wish: wishes,
    minutes: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 6000 })),
  }),
  { minLength: 1, maxLength: 24 },
);

type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

function choose(state: AppealState, { isPossible, pick, wish }: Steps[number], at: Instant): Move {
  const pairs = ACTORS.flatMap((by) => {
    const kinds = isPossible
      ? possibleCommands(state, { ...APPEAL_CLOCK, by, at, relation: relationFor(state, by, at) })
      : COMMAND_KINDS;
    // Once erased or linked a story has nothing more to tell.
    return kinds.filter((kind) => !isPossible || kind !== 'tick').map((kind) => ({ by, kind }));
  });
  const chosen = pairs[pick % pairs.length];
  return { by: chosen?.by ?? CLOCK, at, wish: wish[chosen?.kind ?? 'tick'] as Wish };
}

/** Plays a story and shows every chain on its way with the move that led there. */
function playAll(all: Steps, see: (chain: AppealChain, move: Move, before: AppealChain) => void): void {
  let chain: AppealChain = STORIES.submitted;
  let at = on('11-23 09:00');
  for (const step of all) {
    at = (at + step.minutes * 60_000) as Instant;
    const state = stateOf(chain);
    if (state === null) throw new Error('no state');
    const move = { ...choose(state, step, at), cause: `test:${chain.length}:${at}` };
    const after = tryMove(chain, move).chain;
    see(after, move, chain);
    chain = after;
  }
}

const WHOLE = Object.keys(stateOf(STORIES.submitted) ?? {}).filter(
  (key) => key !== 'kind' && key !== 'waiting',
);
const TAKEN_KEYS = ['acceptedAt', 'charge', 'round'];
const ANSWERED_KEYS = [...TAKEN_KEYS, 'desk', 'handler', 'answer', 'ratingRemindedAt', 'rating'];
const ENDED_KEYS = [...TAKEN_KEYS, 'desk', 'handler', 'endedAt'];

/** What a state has beside what every state has: neither less nor more. */
const KEYS: Readonly<Record<StateKind, readonly string[]>> = {
  submitted: ['waiting'],
  accepted: [...TAKEN_KEYS, 'waiting'],
  returned: [...TAKEN_KEYS, 'waiting', 'returned'],
  dispatched: [...TAKEN_KEYS, 'waiting', 'desk'],
  acknowledged: [...TAKEN_KEYS, 'waiting', 'desk', 'handler'],
  'in-hand': [...TAKEN_KEYS, 'waiting', 'desk', 'handler'],
  replied: ANSWERED_KEYS,
  confirmed: [...ANSWERED_KEYS, 'confirmed'],
  closed: [...ANSWERED_KEYS, 'endedAt', 'as'],
  withdrawn: [...ENDED_KEYS, 'why'],
  'not-accepted': [...ENDED_KEYS, 'ground'],
  merged: [...ENDED_KEYS, 'into'],
};

const sound = (state: AppealState): boolean =>
  state.pauses.every(({ from, to }) => from <= to) &&
  state.pauses.every(({ from }, at) => from >= (state.pauses[at - 1]?.to ?? 0)) &&
  (state.extension?.kind !== 'asked' || isIn(state, AT_DESK)) &&
  (!('handler' in state) || state.handler === null || state.desk !== null);

test('no sequence of commands leads to an impossible state, and the log always tells the same story', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (all) => {
      playAll(all, (chain) => {
        const state = stateOf(chain) as AppealState;
        reached.add(state.kind);
        expect([state.kind, Object.keys(state).toSorted()]).toEqual([
          state.kind,
          ['kind', ...WHOLE, ...KEYS[state.kind]].toSorted(),
        ]);
        expect(sound(state)).toBe(true);
      });
    }),
    { numRuns: runs(150) },
  );
  expect([...reached].toSorted()).toEqual(Object.keys(KEYS).toSorted());
});

test('stored and read again the events give the same state, and the chain is whole', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let last: AppealChain = [];
      playAll(all, (chain) => {
        last = chain;
      });
      const stored = JSON.parse(JSON.stringify(last)) as AppealChain;
      expect(stateOf(stored)).toEqual(stateOf(last));
      expect(findBreak(stored, digest)).toBeNull();
    }),
  );
});

test('a command that comes twice does nothing the second time', () => {
  fc.assert(
    fc.property(steps, (all) => {
      playAll(all, (chain, move, before) => {
        if (chain === before) return;
        expect(tryMove(chain, move).decision).toEqual({ ok: true, value: [] });
      });
    }),
  );
});

test('a tick when it is due brings something about, and the next one is later; in the end there is none', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let chain: AppealChain = STORIES.submitted;
      let now = on('11-23 09:00');
      playAll(all, (after, { at }) => {
        chain = after;
        now = at as Instant;
      });
      for (let count = 0; ; count += 1) {
        const next = nextTick(stateOf(chain) as AppealState, APPEAL_CLOCK);
        if (next === null || count > 40) break;
        expect(tick(chain, (next - 1) as Instant)).toBe(chain);
        now = Math.max(now, next) as Instant;
        const after = tick(chain, now);
        expect(after.length).toBeGreaterThan(chain.length);
        expect(nextTick(stateOf(after) as AppealState, APPEAL_CLOCK) ?? Infinity).toBeGreaterThan(now);
        expect(count).toBeLessThan(40);
        chain = after;
      }
    }),
  );
});

const tick = (chain: AppealChain, at: Instant): AppealChain =>
  tryMove(chain, { by: CLOCK, at, wish: WISHES.tick, cause: `tick:${at}` }).chain;

test('what is over has no ticks', () => {
  fc.assert(
    fc.property(steps, (all) => {
      playAll(all, (chain) => {
        const state = stateOf(chain) as AppealState;
        if (!isIn(state, OVER)) return;
        expect(nextTick(state, APPEAL_CLOCK)).toBeNull();
        expect(tick(chain, on('12-31 10:00'))).toBe(chain);
      });
    }),
  );
});

test('asking the enterprise never makes anything due earlier, and a later answer never earlier than a sooner one', () => {
  const minutes = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (wait, answer, longer) => {
      const after = (count: number): Instant => (on('11-23 10:45') + count * 60_000) as Instant;
      const now = after(wait + answer + longer);
      const due = (chain: AppealChain): readonly number[] =>
        limitsOf(stateOf(chain) as AppealState, { ...APPEAL_CLOCK, now }).map(({ dueAt }) => dueAt);
      const asked = play(STORIES['in-hand'], { by: 'zhao', at: after(wait), wish: WISHES['ask-back'] });
      const informedAt = (at: Instant): AppealChain => play(asked, { by: 'owner', at, wish: WISHES.inform });
      const plain = due(STORIES['in-hand']);
      const soon = due(informedAt(after(wait + answer)));
      const late = due(informedAt(now));
      soon.forEach((at, place) => expect(at).toBeGreaterThanOrEqual(plain[place] ?? Infinity));
      late.forEach((at, place) => expect(at).toBeGreaterThanOrEqual(soon[place] ?? Infinity));
      expect(due(asked)).toEqual(late);
    }),
  );
});
