import { describe, expect, test } from 'vitest';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import { stateOf as state } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import { unitId } from '../../../src/domain/unit/types.ts';
import { FINANCE, play, SCIENCE, STORIES, storyState, TAX, told, WISHES } from '../../support/an-appeal.ts';

const NOON = '11-23 12:00';

describe('dispatching', () => {
  const dispatch = (changes: Partial<Extract<Wish, { kind: 'dispatch' }>>): string =>
    told(STORIES.accepted, { by: 'wang', at: NOON, wish: { ...WISHES.dispatch, ...changes } });

  test('to units that there are', () => {
    expect(dispatch({ lead: unitId('u-nowhere') })).toBe('no-such-unit');
    expect(dispatch({ supporting: [unitId('u-nowhere')] })).toBe('no-such-unit');
  });

  test('complex only with a reason', () => {
    expect(dispatch({ class: 'complex' })).toBe('needs-reason');
    expect(dispatch({ class: 'complex', reason: '涉及三个部门' })).toBe('dispatched');
  });

  test('the lead does not support itself, and nobody supports twice', () => {
    const chain = play(STORIES.accepted, {
      by: 'wang',
      at: NOON,
      wish: { ...WISHES.dispatch, supporting: [FINANCE, TAX, TAX] },
    });
    expect(state(chain)).toMatchObject({ desk: { lead: FINANCE, supporting: [TAX] } });
  });

  test.for([
    ['11-23 10:10', 'dispatch-recalled'],
    ['11-23 10:11', 'too-late'],
  ] as const)('recalled at %s, dispatched at 10:00: %s', ([at, result]) =>
    expect(told(STORIES.dispatched, { by: 'wang', at, wish: WISHES['recall-dispatch'] })).toBe(result),
  );

  test('a recalled one is with the specialist again, as if it had never gone', () => {
    const recalled = play(STORIES.dispatched, {
      by: 'wang',
      at: '11-23 10:05',
      wish: WISHES['recall-dispatch'],
    });
    expect({ ...state(recalled), causes: [] }).toEqual({ ...storyState('accepted'), causes: [] });
  });
});

describe('giving it back', () => {
  const returned = { by: 'zhao', at: '11-23 10:30', wish: WISHES.return } as const;
  const again = { by: 'wang', at: '11-23 11:00', wish: WISHES.dispatch } as const;

  test('needs a reason', () =>
    expect(told(STORIES.dispatched, { ...returned, wish: { ...WISHES.return, reason: ' ' } })).toBe(
      'needs-reason',
    ));

  test('the first goes to the specialist, every other one to the supervisor, too', () => {
    const once = play(STORIES.dispatched, returned, again);
    expect(told(STORIES.dispatched, returned)).toBe('returned');
    expect(told(once, returned)).toBe('returned escalated');
    expect(told(play(once, returned, again), returned)).toBe('returned escalated');
  });

  test('what it asked for goes with it, what was granted stays', () => {
    const asked = STORIES['in-hand, extension asked'];
    const granted = play(asked, { by: 'wang', at: NOON, wish: WISHES['decide-extension'] });
    expect(state(play(asked, { ...returned, at: NOON }))?.extension).toBeNull();
    expect(state(play(granted, { ...returned, at: NOON }))?.extension).toMatchObject({ kind: 'granted' });
  });

  test('a handler passes it on to another unit, with nobody in charge there yet', () => {
    const chain = play(STORIES['in-hand'], { by: 'zhao', at: NOON, wish: { ...WISHES.reassign, to: TAX } });
    expect(state(chain)).toMatchObject({
      kind: 'dispatched',
      desk: { lead: TAX, supporting: [], evidence: [] },
      bounces: [{ kind: 'reassigned', unit: FINANCE }],
    });
    expect(told(chain, { by: 'zhao', at: NOON, wish: WISHES.note })).toBe('not-yours');
    expect(told(chain, { by: 'sun', at: NOON, wish: WISHES.reply })).toBe('acknowledged replied');
  });

  test('not to itself, and not to nobody', () => {
    const move = { by: 'zhao', at: NOON } as const;
    const to = (unit: typeof SCIENCE): Wish => ({ ...WISHES.reassign, to: unit });
    expect(told(STORIES['in-hand'], { ...move, wish: to(FINANCE) })).toBe('already');
    expect(told(STORIES['in-hand'], { ...move, wish: to(unitId('u-nowhere')) })).toBe('no-such-unit');
  });
});

describe('an extension', () => {
  const ask = (at: string, changes: { workingDays?: number; reason?: string } = {}): string =>
    told(STORIES['in-hand'], { by: 'zhao', at, wish: { ...WISHES['ask-extension'], ...changes } });

  test('is asked for one working day before the end', () => {
    expect(ask('11-27 17:29')).toBe('extension-asked');
    expect(ask('11-30 09:00')).toBe('too-late');
  });

  test.for([0, -1, 1.5, 16])('of %d days there is none', (workingDays) =>
    expect(ask(NOON, { workingDays })).toBe('bad-days'),
  );

  test('needs a reason', () => expect(ask(NOON, { reason: '' })).toBe('needs-reason'));

  test('is asked for once, whatever became of it', () => {
    const decided = (granted: boolean): AppealChain =>
      play(STORIES['in-hand, extension asked'], {
        by: 'wang',
        at: NOON,
        wish: { kind: 'decide-extension', granted, reason: '不能再拖' },
      });
    for (const chain of [STORIES['in-hand, extension asked'], decided(true), decided(false)]) {
      expect(told(chain, { by: 'zhao', at: NOON, wish: WISHES['ask-extension'] })).toBe('already');
    }
    expect(told(decided(false), { by: 'wang', at: NOON, wish: WISHES['decide-extension'] })).toBe('already');
  });

  test('is refused with a reason only', () =>
    expect(
      told(STORIES['in-hand, extension asked'], {
        by: 'wang',
        at: NOON,
        wish: { kind: 'decide-extension', granted: false, reason: null },
      }),
    ).toBe('needs-reason'));
});
