import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain, AppealFact } from '../../../src/domain/appeal/facts.ts';
import type { AppealState } from '../../../src/domain/appeal/state.ts';
import { nextTick } from '../../../src/domain/appeal/timers.ts';
import { CLOCK } from '../../../src/domain/appeal/types.ts';
import { localMinute } from '../../../src/domain/moment.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { APPEAL_CLOCK, on, play, STORIES, tryMove, WISHES } from '../../support/an-appeal.ts';

const next = (chain: AppealChain): Instant | null => nextTick(stateOf(chain) as AppealState, APPEAL_CLOCK);

const tick = (chain: AppealChain, at: Instant): AppealChain =>
  tryMove(chain, { by: CLOCK, at, wish: WISHES.tick }).chain;

function tell(fact: AppealFact): string {
  if (fact.kind === 'closed') return `closed ${fact.as}`;
  if (fact.kind === 'withdrawn') return `withdrawn ${fact.why}`;
  return 'stage' in fact ? `${fact.kind} ${fact.to}: ${fact.what} ${fact.stage}` : fact.kind;
}

const since = (before: AppealChain, after: AppealChain): readonly string[] =>
  after.slice(before.length).map(({ fact }) => tell(fact));

/** All that time brings about if nobody does anything more. */
function toTheEnd(chain: AppealChain): readonly string[] {
  const told: string[] = [];
  for (let now = chain; ; ) {
    const at = next(now);
    if (at === null) return told;
    const after = tick(now, at);
    if (after === now) return told;
    told.push(...since(now, after).map((line) => `${localMinute(at).slice(5)} ${line}`));
    now = after;
  }
}

test('what nobody takes: the supervisor after an hour, and again when it is missed', () =>
  expect(toTheEnd(STORIES.submitted)).toEqual([
    '11-23 10:00 reminded specialist: accept before',
    '11-23 10:00 escalated supervisor: accept before',
    '11-23 11:00 reminded specialist: accept at',
    '11-23 12:00 escalated supervisor: accept past',
  ]));

test('what a specialist leaves lying', () =>
  expect(toTheEnd(STORIES.accepted)).toEqual([
    '11-24 09:00 reminded specialist: first-contact before',
    '11-24 17:30 reminded specialist: first-contact at',
    '11-25 10:00 escalated supervisor: first-contact past',
    '11-30 09:00 reminded specialist: reply before',
    '11-30 17:30 reminded specialist: reply at',
    '12-01 10:00 escalated supervisor: reply past',
  ]));

test('what a handler leaves lying', () =>
  expect(toTheEnd(STORIES.dispatched).filter((line) => line.includes('handler'))).toEqual([
    '11-24 09:00 reminded handler: first-contact before',
    '11-24 17:30 reminded handler: first-contact at',
    '11-30 09:00 reminded handler: reply before',
    '11-30 17:30 reminded handler: reply at',
  ]));

test('what the enterprise does not rate: one reminder after three working days, closed as unrated after five', () =>
  expect(toTheEnd(STORIES.replied)).toEqual([
    '11-27 17:30 reminded enterprise: rating before',
    '12-01 17:30 closed unrated',
  ]));

test('what the enterprise has confirmed and does not rate is closed as solved', () =>
  expect(toTheEnd(STORIES.confirmed).at(-1)).toBe('12-01 17:30 closed solved'));

test('what the enterprise does not explain: one reminder after five working days, withdrawn after five more', () =>
  expect(toTheEnd(STORIES['accepted, asked back']).filter((line) => !line.includes('reply'))).toEqual([
    '11-30 17:30 reminded enterprise: information at',
    '12-07 17:30 withdrawn no-information',
  ]));

test('who waits for the enterprise is reminded of nothing while the clock stands still', () => {
  const late = play(STORIES['in-hand'], { by: 'zhao', at: '11-30 16:00', wish: WISHES['ask-back'] });
  expect(next(late)).toBe(on('12-07 17:30'));
});

test('a question that is answered in time is withdrawn by nothing', () => {
  const answered = play(STORIES['in-hand, asked back'], {
    by: 'owner',
    at: '11-24 11:00',
    wish: WISHES.inform,
  });
  expect(toTheEnd(answered).join()).not.toContain('withdrawn');
});

describe('what was due while the process was down', () => {
  test('is caught up once, each track with its last word', () =>
    expect(since(STORIES.dispatched, tick(STORIES.dispatched, on('12-20 09:00')))).toEqual([
      'reminded handler: first-contact at',
      'escalated supervisor: first-contact past',
      'reminded handler: reply at',
      'escalated supervisor: reply past',
    ]));

  test('does not close an appeal without a reminder before: the days after it are given in full', () => {
    const reminded = tick(STORIES.replied, on('12-10 10:00'));
    expect(since(STORIES.replied, reminded)).toEqual(['reminded enterprise: rating before']);
    expect(localMinute(next(reminded) as Instant)).toBe('2026-12-14 10:00');
  });

  test('does not withdraw an appeal without a reminder before', () => {
    const asked = STORIES['in-hand, asked back'];
    const reminded = tick(asked, on('12-20 10:00'));
    expect(since(asked, reminded)).toContain('reminded enterprise: information at');
    expect(since(asked, reminded).join()).not.toContain('withdrawn');
    expect(next(reminded)).toBeGreaterThan(on('12-20 10:00'));
  });
});

test('a tick that comes too early brings nothing about', () => {
  const { decision } = tryMove(STORIES.submitted, { by: CLOCK, at: '11-23 09:59', wish: WISHES.tick });
  expect(decision).toEqual({ ok: true, value: [] });
});

test('in the second round who is late is reminded anew', () => {
  const reminded = tick(STORIES['in-hand'], on('11-24 09:00'));
  const again = play(
    reminded,
    { by: 'zhao', at: '11-24 10:00', wish: WISHES.reply },
    { by: 'owner', at: '11-24 11:00', wish: WISHES.reopen },
  );
  expect(toTheEnd(again)[0]).toBe('11-25 09:00 reminded handler: first-contact before');
});

test('a limit that an extension moved is reminded of at its new end', () => {
  const granted = play(
    STORIES['in-hand, extension asked'],
    { by: 'zhao', at: '11-23 11:05', wish: { kind: 'note', text: '', contacted: true } },
    { by: 'wang', at: '11-23 11:10', wish: WISHES['decide-extension'] },
  );
  expect(toTheEnd(granted)).toEqual([
    '12-03 09:00 reminded handler: reply before',
    '12-03 17:30 reminded handler: reply at',
    '12-04 10:00 escalated supervisor: reply past',
  ]);
});
