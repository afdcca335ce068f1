import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import type { Category } from '../../../src/domain/category.ts';
import { type ReportClock, SPANS } from '../../../src/domain/report/course.ts';
import { reportOf } from '../../../src/domain/report/report.ts';
import { APPEAL_CLOCK, FINANCE, on, play, SCIENCE, STORIES, TAX, WISHES } from '../../support/an-appeal.ts';

const CLOCK_AT = (now: string): ReportClock => ({ ...APPEAL_CLOCK, now: on(now) });
const report = (chains: readonly AppealChain[], now = '12-20 09:00') =>
  reportOf(chains, { ...CLOCK_AT(now), month: null });
const NONE = { 'not-accepted': 0, withdrawn: 0, merged: 0, open: 0, unrated: 0 };

const dissatisfied = play(STORIES.replied, {
  by: 'owner',
  at: '11-24 11:00',
  wish: { kind: 'rate', rating: 'dissatisfied', score: 1, reason: '没人来过' },
});
const again = play(
  dissatisfied,
  { by: 'zhao', at: '11-25 10:00', wish: WISHES.reply },
  { by: 'owner', at: '11-25 11:00', wish: WISHES.rate },
);

describe('解决率', () => {
  test('solved is what the enterprise or a call-back says; unrated is not solved; the rest is left out', () => {
    const calledBack = play(STORIES.replied, { by: 'li', at: '11-24 11:00', wish: WISHES['call-back'] });
    expect(report([...Object.values(STORIES), calledBack, dissatisfied]).total.solved).toEqual({
      // closed, closed and erased, confirmed, called back
      count: 4,
      // and unrated, dissatisfied
      of: 6,
      leftOut: { 'not-accepted': 1, withdrawn: 1, merged: 1, open: 11, unrated: 0 },
    });
  });

  test('what was reopened and then solved is solved', () =>
    expect(report([again]).total.solved).toEqual({ count: 1, of: 1, leftOut: NONE }));

  test('what was reopened and answered again waits for a word', () => {
    const waiting = play(dissatisfied, { by: 'zhao', at: '11-25 10:00', wish: WISHES.reply });
    expect(report([waiting]).total.solved).toEqual({ count: 0, of: 0, leftOut: { ...NONE, open: 1 } });
  });
});

describe('满意率', () => {
  test('counts the last rating; who did not rate is left out and never satisfied', () => {
    const mostly = play(STORIES.replied, {
      by: 'owner',
      at: '11-24 11:00',
      wish: { kind: 'rate', rating: 'mostly-satisfied', score: 3, reason: null },
    });
    const chains = [
      again,
      dissatisfied,
      mostly,
      STORIES['closed as unrated'],
      STORIES.replied,
      STORIES.withdrawn,
    ];
    expect(report(chains).total.satisfied).toEqual({
      count: 2,
      of: 3,
      leftOut: { ...NONE, unrated: 1, open: 1, withdrawn: 1 },
    });
  });

  test('what is confirmed and not rated yet may still be rated', () =>
    expect(report([STORIES.confirmed]).total.satisfied.leftOut).toEqual({ ...NONE, open: 1 }));
});

describe('响应率', () => {
  test('who was contacted in time, of those whose time is up', () => {
    const chains = [STORIES['in-hand, asked back'], STORIES.replied, STORIES['in-hand'], STORIES.submitted];
    expect(report(chains, '11-24 17:30').total.response).toMatchObject({ count: 2, of: 2 });
    expect(report(chains, '11-25 09:00').total.response).toEqual({
      count: 2,
      of: 3,
      leftOut: { ...NONE, open: 1 },
    });
  });

  test('what was withdrawn, merged or not accepted before is left out', () =>
    expect(report([STORIES.withdrawn, STORIES.merged, STORIES['not-accepted']]).total.response).toEqual({
      count: 0,
      of: 0,
      leftOut: { ...NONE, withdrawn: 1, merged: 1, 'not-accepted': 1 },
    }));

  test('the first round decides, whatever comes after it', () =>
    expect(report([dissatisfied], '12-20 09:00').total.onTime).toMatchObject({ count: 1, of: 1 }));

  test('an answer after the limit is one out of time', () => {
    const late = play(STORIES['in-hand'], { by: 'zhao', at: '12-01 09:00', wish: WISHES.reply });
    expect(report([late, STORIES.replied]).total.onTime).toMatchObject({ count: 1, of: 2 });
  });
});

describe('median times in hours of working time', () => {
  test('of one appeal', () =>
    expect(report([STORIES['closed as solved']]).total.medianHours).toEqual({
      accept: 0.5,
      contact: 7,
      reply: 7,
      close: 8,
    }));

  test('of an even number the mean of the middle two', () => {
    const slow = play(STORIES.submitted, { by: 'wang', at: '11-23 11:00', wish: WISHES.take });
    expect(report([slow, STORIES.accepted]).total.medianHours.accept).toBe(1.25);
    expect(report([slow, STORIES.accepted, STORIES.accepted]).total.medianHours.accept).toBe(0.5);
  });

  test('of nothing are none', () =>
    expect(report([]).total.medianHours).toEqual({ accept: null, contact: null, reply: null, close: null }));

  test('the first answer counts for the reply, the last close for the close', () => {
    expect(report([again]).total.medianHours).toMatchObject({ reply: 7, close: 14.5 });
    expect(SPANS).toEqual(['accept', 'contact', 'reply', 'close']);
  });
});

describe('rows', () => {
  const other = (category: Category | null, district: string | null): AppealChain =>
    play([], { by: 'owner', at: '11-23 09:00', wish: { ...WISHES.submit, category, district } });

  test('by category and district, the most first, the unknown under null', () => {
    const { byCategory, byDistrict } = report([
      other('税费', null),
      other('融资', '武昌区'),
      other('融资', null),
      other(null, null),
    ]);
    const names = (rows: typeof byCategory) => rows.map(({ name, figures }) => [name, figures.appeals]);
    expect(names(byCategory)).toEqual([
      ['融资', 2],
      [null, 1],
      ['税费', 1],
    ]);
    expect(names(byDistrict)).toEqual([
      [null, 3],
      ['武昌区', 1],
    ]);
  });

  test('returns and reassignments count for the unit that made them', () => {
    const returned = play(STORIES.returned, {
      by: 'wang',
      at: '11-23 11:00',
      wish: { ...WISHES.dispatch, lead: SCIENCE, supporting: [] },
    });
    const passedOn = play(returned, { by: 'zhou', at: '11-23 11:30', wish: { ...WISHES.reassign, to: TAX } });
    const rows = report([passedOn, STORIES.accepted]).byUnit.map(({ name, figures }) => [
      name,
      figures.appeals,
      figures.returned,
      figures.reassigned,
    ]);
    expect(rows).toEqual([
      [null, 1, 0, 0],
      [TAX, 1, 0, 0],
      [FINANCE, 0, 1, 0],
      [SCIENCE, 0, 0, 1],
    ]);
  });

  test('the unit that answered has the appeal', () =>
    expect(report([STORIES['closed as solved']]).byUnit.map(({ name }) => name)).toEqual([FINANCE]));
});

test('a month is that of the first message', () => {
  const said = (when: string): AppealChain =>
    play([], { by: 'owner', at: '12-01 09:00', wish: { ...WISHES.submit, firstMessageAt: on(when) } });
  const chains = [said('10-31 23:59'), said('11-01 00:00'), said('11-30 23:59'), said('12-01 00:00')];
  const november = reportOf(chains, { ...CLOCK_AT('12-20 09:00'), month: '2026-11' });
  expect([november.month, november.total.appeals]).toEqual(['2026-11', 2]);
});

test('a record without events is no appeal', () => expect(report([[]]).total.appeals).toBe(0));

test('every share accounts for every appeal, and the parts for the whole', () => {
  const all = [...Object.values(STORIES), dissatisfied, again];
  fc.assert(
    fc.property(
      fc.subarray(all),
      fc.constantFrom('11-23 12:00', '11-25 09:00', '12-20 09:00'),
      (chains, now) => {
        const { total, byCategory, byUnit } = report(chains, now);
        for (const share of [total.response, total.onTime, total.solved, total.satisfied]) {
          const leftOut = Object.values(share.leftOut).reduce((sum, count) => sum + count, 0);
          expect(share.of + leftOut).toBe(chains.length);
          expect(share.count).toBeLessThanOrEqual(share.of);
        }
        for (const rows of [byCategory, byUnit]) {
          expect(rows.reduce((sum, { figures }) => sum + figures.appeals, 0)).toBe(chains.length);
          expect(rows.reduce((sum, { figures }) => sum + figures.returned, 0)).toBe(total.returned);
        }
      },
    ),
  );
});
