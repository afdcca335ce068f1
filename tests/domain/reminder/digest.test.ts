import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../src/domain/reminder/outlook.ts';
import { withoutDigest } from '../../../src/domain/reminder/told.ts';
import { toldOf } from '../../../src/domain/reminder/term.ts';
import type { ApplicationDeadline, Subscriber } from '../../../src/domain/reminder/types.ts';
import { moment } from '../../support/a-calendar.ts';
import { aDeadline, aSubscriber, day } from '../../support/a-deadline.ts';
import { aScene, MARK } from '../../support/a-digest-scene.ts';

const stages = (digest: Digest | null): readonly string[] =>
  (digest?.reminders ?? []).map(({ deadline, days }) => `D${deadline.number} T-${days}`);

describe('when a chat is reminded', () => {
  test('first a month before, on a working day', () =>
    expect(aScene().next('2026-11-01T12:00')).toBe('2026-12-01 09:10'));

  test.for([
    ['2026-12-01T09:10', ['D1 T-30'], '2026-12-17 09:10'],
    ['2026-12-17T09:10', ['D1 T-14'], '2026-12-24 09:10'],
    // Down from the first to the third stage: said once, as the latest.
    ['2026-12-26T23:00', null, '2026-12-28 08:01'],
    ['2026-12-31T20:59', ['D1 T-0'], 'never'],
    ['2026-12-31T21:00', null, 'never'],
  ] as const)('at %s: %j, then %s', ([now, said, next]) => {
    const scene = aScene();
    expect(stages(scene.now(now))).toEqual(said ?? []);
    const after = said === null ? aScene() : aScene({ subscriber: scene.told(now) });
    expect(after.next(now)).toBe(next);
  });

  test('who subscribes late hears of it at the next slot, and of what ends before that at once', () => {
    const late = (since: string) => aSubscriber({ wish: { topics: [], since: moment(since) } });
    expect(aScene({ subscriber: late('2026-12-20T15:00') }).next('2026-12-20T15:00')).toBe(
      '2026-12-21 09:10',
    );
    expect(aScene({ subscriber: late('2026-12-31T15:00') }).next('2026-12-31T15:00')).toBe(
      '2026-12-31 15:01',
    );
  });

  test('what falls due later on the day of a digest goes along, for there is no second one', () => {
    const deadlines = [aDeadline(), aDeadline({ number: 2, on: day('2026-12-08') })];
    // Its stage of the week before was missed.
    expect(stages(aScene({ deadlines }).now('2026-12-01T08:05'))).toEqual(['D2 T-7', 'D1 T-30']);
    const caughtUp = aScene({
      deadlines,
      subscriber: aSubscriber({
        known: {
          2: {
            told: toldOf(deadlines[1] as ApplicationDeadline),
            stage: { on: day('2026-12-08'), days: 14 },
          },
        },
      }),
    });
    expect(caughtUp.next('2026-11-30T12:00')).toBe('2026-12-01 09:10');
  });

  test('a second digest waits for the next working day', () => {
    const told = aScene().told('2026-12-24T09:10');
    const urgent = aDeadline({ number: 2, on: day('2026-12-29'), since: moment('2026-12-24T11:00') });
    expect(aScene({ subscriber: told, deadlines: [aDeadline(), urgent] }).next('2026-12-24T11:00')).toBe(
      '2026-12-25 09:10',
    );
    const two = { digestsPerPersonAndDay: 2 };
    const sooner = aDeadline({ number: 2, on: day('2026-12-24'), since: moment('2026-12-24T11:00') });
    expect(aScene({ subscriber: told, deadlines: [sooner], rules: two }).next('2026-12-24T11:00')).toBe(
      '2026-12-24 11:01',
    );
    expect(aScene({ subscriber: told, deadlines: [sooner] }).next('2026-12-24T11:00')).toBe('never');
  });

  test('nobody is told anything where no digest is allowed, to groups and to people each by their own rule', () => {
    expect(aScene({ rules: { digestsPerPersonAndDay: 0 } }).next('2026-12-01T09:10')).toBe('never');
    expect(aScene({ rules: { digestsPerGroupAndDay: 0 } }).next('2026-12-01T09:00')).toBe('2026-12-01 09:10');
  });

  test.for([
    ['applied', { settled: ['1'] }],
    ['unsubscribed', { subscriber: aSubscriber({ wish: 'stopped' }) }],
    ['never subscribed', { subscriber: aSubscriber({ wish: null }) }],
    ['in doubt', { deadlines: [aDeadline({ since: null })] }],
    ['closed', { deadlines: [aDeadline({ closed: 'revoked' })] }],
    ['without a day', { deadlines: [aDeadline({ on: null })] }],
  ] as const)('not where it is %s', ([, scene]) =>
    expect(aScene(scene).next('2026-12-01T08:00')).toBe('never'),
  );

  test('what comes again every year is reminded of each time, what comes every month a week before', () => {
    const yearly = (rule: ApplicationDeadline['yearly']) =>
      aDeadline({ on: null, yearly: rule, since: moment('2026-01-05T09:00') });
    const may = yearly({ months: [5], day: 31 });
    const settled = aScene({
      deadlines: [may],
      settled: ['1@2026-05-31'],
      subscriber: aSubscriber({ wish: { topics: [], since: moment('2026-01-05T09:00') } }),
    });
    expect(settled.next('2026-05-01T09:00')).toBe('2027-04-30 09:10');
    const month = aScene({ deadlines: [yearly({ months: [], day: 22 })] });
    expect(stages(month.now('2026-12-15T09:10'))).toEqual(['D1 T-7']);
    expect(month.next('2026-11-23T09:00')).toBe('2026-12-15 09:10');
  });
});

describe('what else a digest tells', () => {
  const known = { 1: { told: toldOf(aDeadline()), stage: { on: day('2026-12-31'), days: 30 } } };

  test('a day that moved, once, with the new stages from the next slot on', () => {
    const moved = aDeadline({ on: day('2027-01-15'), since: moment('2026-12-10T15:00') });
    const scene = aScene({ deadlines: [moved], subscriber: aSubscriber({ known }) });
    expect(scene.next('2026-12-10T15:00')).toBe('2026-12-11 09:10');
    const told = scene.told('2026-12-11T09:10');
    expect(told.known[1]?.told.on).toBe('2027-01-15');
    expect(scene.now('2026-12-11T09:10')?.changes.map(({ before }) => before.on)).toEqual(['2026-12-31']);
    expect(aScene({ deadlines: [moved], subscriber: told }).now('2026-12-14T09:10')).toBeNull();
  });

  test('a withdrawal, also to those who only asked; not to those who unsubscribed or muted it', () => {
    const gone = [aDeadline({ closed: 'document-gone' })];
    const changes = (subscriber: Subscriber) =>
      aScene({ deadlines: gone, subscriber }).now('2026-12-11T09:10')?.changes.length ?? 0;
    expect(changes(aSubscriber({ known, wish: null }))).toBe(1);
    expect(changes(aSubscriber({ known, wish: 'stopped' }))).toBe(0);
    expect(changes(aSubscriber({ known, muted: [1] }))).toBe(0);
  });

  test('nothing of a change that came back, or of what was long over', () => {
    expect(aScene({ subscriber: aSubscriber({ known }) }).now('2026-12-11T09:10')).toBeNull();
    const gone = [aDeadline({ closed: 'revoked' })];
    expect(
      aScene({ deadlines: gone, subscriber: aSubscriber({ known }) }).now('2027-01-11T09:10'),
    ).toBeNull();
  });

  test('a document that somebody was answered from and that has changed', () => {
    const subscriber = aSubscriber({
      answered: { 办法: { ...MARK, validUntil: day('2026-12-31') } },
      wish: null,
    });
    const scene = aScene({ subscriber });
    expect(scene.now('2026-12-11T09:10')?.policies.map(({ policy }) => policy)).toEqual(['办法']);
    expect(aScene({ subscriber: scene.told('2026-12-11T09:10') }).now('2026-12-14T09:10')).toBeNull();
    expect(aScene({ subscriber, outlook: { mark: () => null } }).now('2026-12-11T09:10')).toBeNull();
  });

  test('new policies and what waits for a look, each once', () => {
    const fresh = { policy: 'p' as never, state: 'approved' as const };
    const news = (number: number, at: string) => ({ ...fresh, number, decidedAt: moment(at) });
    const outlook = {
      // The second was approved before it subscribed, the third is no news any more.
      news: [news(7, '2026-12-10T15:00'), news(5, '2026-09-30T15:00'), news(6, '2026-11-01T15:00')],
      reviews: [8],
    };
    const scene = aScene({ outlook, deadlines: [] });
    expect(scene.next('2026-12-11T15:00')).toBe('2026-12-14 09:10');
    const told = scene.told('2026-12-14T09:10');
    expect([told.news, told.reviews]).toEqual([[7], [8]]);
    expect(aScene({ outlook, deadlines: [], subscriber: told }).next('2026-12-14T09:10')).toBe('never');
  });
});

describe('a digest that was not said', () => {
  test('is due again on the same day; one that may have been said on the next, with a word about it', () => {
    const told = aScene().told('2026-12-24T09:10');
    const id = told.last?.id ?? '';
    const lost = withoutDigest(told, { id, isUnsure: false });
    expect(aScene({ subscriber: lost }).next('2026-12-24T15:10')).toBe('2026-12-24 15:10');
    const unsure = withoutDigest(told, { id, isUnsure: true });
    const scene = aScene({ subscriber: unsure });
    expect(scene.next('2026-12-24T15:10')).toBe('2026-12-25 09:10');
    expect(scene.now('2026-12-25T09:10')?.isUnsure).toBe(true);
    expect(scene.told('2026-12-25T09:10').isUnsure).toBe(false);
  });

  test('changes nothing twice, and nothing where it was another one', () => {
    const told = aScene().told('2026-12-24T09:10');
    const lost = withoutDigest(told, { id: told.last?.id ?? '', isUnsure: false });
    expect(withoutDigest(lost, { id: told.last?.id ?? '', isUnsure: true })).toBe(lost);
    expect(withoutDigest(told, { id: 'another', isUnsure: false })).toBe(told);
  });

  test('the next one has an id of its own', () => {
    const told = aScene().told('2026-12-24T09:10');
    const lost = withoutDigest(told, { id: told.last?.id ?? '', isUnsure: false });
    const again = aScene({ subscriber: lost }).told('2026-12-24T15:10');
    expect(again.last?.id).not.toBe(told.last?.id);
    expect(again.last?.count).toBe(1);
  });

  test('what is long over is forgotten', () => {
    const old = { 9: { told: { on: day('2026-01-31'), at: null, isOpen: true }, stage: null } };
    expect(
      Object.keys(aScene({ subscriber: aSubscriber({ known: old }) }).told('2026-12-24T09:10').known),
    ).toEqual(['1']);
  });
});
