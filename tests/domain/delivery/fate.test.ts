import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterAttempt,
  backOff,
  beforeAttempt,
  dueAt,
  isOpen,
  type Outcome,
  waitingFrom,
} from '../../../src/domain/delivery/fate.ts';
import type { ChannelLimits, DeliveryState, OpenState } from '../../../src/domain/delivery/types.ts';
import type { Instant } from '../../../src/domain/time.ts';

const at = (ms: number): Instant => ms as Instant;
const HOUR = 3_600_000;
const NO_KEYS: ChannelLimits = {};
const KEYS: ChannelLimits = { idempotencyMinutes: 60 };

const sendingSince = (since: number, unsureSince: number | null = null) =>
  ({
    kind: 'sending',
    tries: 0,
    since: at(since),
    unsureSince: unsureSince === null ? null : at(unsureSince),
  }) as const;

const attempt = (
  outcome: Outcome,
  options: { now?: number; limits?: ChannelLimits; state?: ReturnType<typeof sendingSince> },
) =>
  afterAttempt(
    { state: options.state ?? sendingSince(1000), createdAt: at(0), outcome },
    { now: at(options.now ?? 2000), jitter: 1, limits: options.limits ?? NO_KEYS },
  );

describe('after an attempt', () => {
  test('a receipt ends it', () => expect(attempt({ kind: 'sent' }, {})).toEqual({ kind: 'sent' }));

  test('a refusal for good gives up with its code', () =>
    expect(attempt({ kind: 'refused', code: 'unknown-chat' }, {})).toEqual({
      kind: 'given-up',
      at: 2000,
      code: 'unknown-chat',
    }));

  test('what was not sent waits the longer of pause and the platform’s wish', () => {
    expect(attempt({ kind: 'not-sent', code: 'x', afterMs: null }, {})).toMatchObject({
      kind: 'waiting',
      tries: 1,
      after: 3000,
    });
    expect(attempt({ kind: 'not-sent', code: 'x', afterMs: 9000 }, {})).toMatchObject({ after: 11_000 });
  });

  test('after a day without success it is given up', () => {
    const state = attempt({ kind: 'not-sent', code: 'rate-limited', afterMs: null }, { now: 24 * HOUR });
    expect(state).toEqual({ kind: 'given-up', at: 24 * HOUR, code: 'rate-limited' });
  });

  test('of unknown fate it is tried again only under a key', () => {
    expect(attempt({ kind: 'unknown', code: 'x' }, {})).toEqual({ kind: 'maybe-sent', at: 2000 });
    expect(attempt({ kind: 'unknown', code: 'x' }, { limits: KEYS })).toMatchObject({
      kind: 'waiting',
      unsureSince: 1000,
    });
  });

  test('the key’s hour runs from the first attempt that may have gone through', () => {
    const late = { now: 2 * HOUR, limits: KEYS };
    expect(
      attempt({ kind: 'unknown', code: 'x' }, { ...late, state: sendingSince(2 * HOUR, 1000) }),
    ).toMatchObject({ kind: 'maybe-sent' });
    expect(attempt({ kind: 'unknown', code: 'x' }, { ...late, state: sendingSince(2 * HOUR) })).toMatchObject(
      { kind: 'waiting' },
    );
  });
});

describe('before an attempt', () => {
  const before = (state: OpenState, now: number, limits: ChannelLimits): DeliveryState =>
    beforeAttempt(state, { now: at(now), limits });

  test('what waits is sent', () =>
    expect(before(waitingFrom(at(0)), 5, NO_KEYS)).toEqual({
      kind: 'sending',
      tries: 0,
      since: 5,
      unsureSince: null,
    }));

  test('what a crash left as sending may be sent: again under its key, else for a person to judge', () => {
    expect(before(sendingSince(0), HOUR - 1, KEYS)).toMatchObject({ kind: 'sending', unsureSince: 0 });
    expect(before(sendingSince(0), HOUR, KEYS)).toEqual({ kind: 'maybe-sent', at: HOUR });
    expect(before(sendingSince(0), 1, NO_KEYS)).toEqual({ kind: 'maybe-sent', at: 1 });
  });

  test('an earlier doubt is not forgotten', () => {
    const state = { kind: 'waiting', tries: 3, after: at(0), unsureSince: at(0) } as const;
    expect(before(state, HOUR, KEYS)).toMatchObject({ kind: 'maybe-sent' });
  });
});

test('pauses double up to ten minutes, between half and the whole', () => {
  expect([1, 2, 3, 4].map((tries) => backOff(tries, 1))).toEqual([1000, 2000, 4000, 8000]);
  expect(backOff(1, 0)).toBe(500);
  expect(backOff(1000, 1)).toBe(600_000);
});

test('a clock that was set back does not hold a delivery', () => {
  const state = { ...waitingFrom(at(10 * HOUR)) };
  expect(dueAt(state, at(0))).toBe(0);
  expect(dueAt(waitingFrom(at(1000)), at(0))).toBe(1000);
  expect(dueAt(sendingSince(99), at(5))).toBe(5);
});

test('whatever happens, a delivery ends within a day and without a key is never sent again after a doubt', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.oneof(
    fc.constant<Outcome>({ kind: 'sent' }),
    fc.record({
      kind: fc.constant('not-sent' as const),
      code: fc.constant('x'),
      afterMs: fc.option(fc.nat(HOUR)),
    }),
    fc.constant<Outcome>({ kind: 'refused', code: 'x' }),
    fc.constant<Outcome>({ kind: 'unknown', code: 'x' }),
  );
  fc.assert(
    fc.property(fc.infiniteStream(outcome), fc.boolean(), (outcomes, keyed) => {
      const limits = keyed ? KEYS : NO_KEYS;
      let state: DeliveryState | { kind: 'sent' } = waitingFrom(at(0));
      let now = 0;
      let doubtful = false;
      for (const next of outcomes) {
        const delivery = { id: '', number: 1, to: '', content: null, createdAt: at(0) };
        if (state.kind === 'sent' || !isOpen({ ...delivery, state })) break;
        now = Math.max(now, dueAt(state as OpenState, at(now)));
        const sending: DeliveryState = beforeAttempt(state as OpenState, { now: at(now), limits });
        if (sending.kind !== 'sending') break;
        expect(keyed || !doubtful).toBe(true);
        doubtful ||= next.kind === 'unknown';
        state = afterAttempt(
          { state: sending, createdAt: at(0), outcome: next },
          { now: at(now + 10), jitter: 0.5, limits },
        );
      }
      expect(now).toBeLessThanOrEqual(25 * HOUR);
    }),
  );
});
