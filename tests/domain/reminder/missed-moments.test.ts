import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, type Instant } from '../../../src/domain/time.ts';
import { moment } from '../../support/a-calendar.ts';
import { aDeadline, aSlots, aSubscriber, day, written } from '../../support/a-deadline.ts';
import { aScene } from '../../support/a-digest-scene.ts';

describe('whatever moments are missed', () => {
  const aMoment = fc
    .integer({ min: 0, max: 60 * 24 * 60 })
    .map((minutes) => (moment('2026-11-20T00:00') + minutes * 60_000) as Instant);
  const someDeadlines = fc
    .array(fc.record({ ahead: fc.integer({ min: 0, max: 70 }), known: fc.integer({ min: 0, max: 50 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) =>
      all.map(({ ahead, known }, at) =>
        aDeadline({
          number: at + 1,
          on: addDays(day('2026-11-24'), ahead),
          since: moment(`${addDays(day('2026-11-01'), known)}T11:00`),
        }),
      ),
    );

  test('no stage is told twice, none after the day, and never two digests a day', () => {
    fc.assert(
      fc.property(someDeadlines, fc.array(aMoment, { maxLength: 60 }), (deadlines, moments) => {
        let subscriber = aSubscriber();
        const told: { readonly key: string; readonly days: number }[] = [];
        const days: string[] = [];
        for (const now of moments.toSorted((one, other) => one - other)) {
          const scene = aScene({ subscriber, deadlines });
          const text = written(now).replace(' ', 'T');
          const digest = scene.now(text);
          if (digest === null) continue;
          days.push(dayOf(now));
          for (const { deadline, on, days: left } of digest.reminders) {
            expect(dayOf(now) <= on).toBe(true);
            const before = told.findLast(({ key }) => key === `${deadline.number}`);
            expect(left).toBeLessThan(before?.days ?? Number.POSITIVE_INFINITY);
            told.push({ key: `${deadline.number}`, days: left });
          }
          subscriber = scene.told(text);
          expect(aScene({ subscriber, deadlines }).now(text)).toBeNull();
        }
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  test('whoever follows the instants that are named misses nothing that a working day is left for', () => {
    expect(() =>
      fc.assert(
        fc.property(someDeadlines, aMoment, (deadlines, start) => {
          let subscriber = aSubscriber();
          const heard = new Set<number>();
          for (let now = start, rounds = 0; rounds < 60; rounds += 1) {
            const scene = aScene({ subscriber, deadlines });
            const next = scene.next(written(now).replace(' ', 'T'));
            if (next === 'never') break;
            now = moment(next.replace(' ', 'T'));
            const digest = scene.now(next.replace(' ', 'T'));
            for (const { deadline } of digest?.reminders ?? []) heard.add(deadline.number);
            subscriber = scene.told(next.replace(' ', 'T'));
          }
          const slots = aSlots({ spreadMinutes: 0 });
          const inTime = deadlines.filter(({ on, since }) => {
            const from = slots.permittedFrom(Math.max(start, since ?? 0) as Instant);
            return from < moment(`${addDays(on ?? day('2026-01-01'), -2)}T00:00`);
          });
          return inTime.every(({ number }) => heard.has(number));
        }),
      ),
    ).not.toThrow();
  });
});
