import { describe, expect, test } from 'vitest';
import { evolve, stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealFact } from '../../../src/domain/appeal/facts.ts';
import { FINANCE, on, storyState } from '../../support/an-appeal.ts';

const NOON = '11-23 12:00';

describe('a broken log throws', () => {
  const step = { at: on(NOON), by: 'wang', cause: 'c' };
  const fact = (happening: object): AppealFact => ({ ...step, ...happening }) as AppealFact;

  test.for([
    ['submitted', { kind: 'submitted' }],
    ['accepted', { kind: 'accepted' }],
    ['accepted, asked back', { kind: 'asked-back', unit: null }],
    ['replied', { kind: 'asked-back', unit: null }],
    ['replied', { kind: 'informed' }],
    ['submitted', { kind: 'handed-over', of: 'appeal', to: 'li', until: null }],
    ['closed as solved', { kind: 'handed-over', of: 'desk', to: 'li', until: null }],
    ['accepted', { kind: 'returned', unit: FINANCE }],
    ['in-hand', { kind: 'dispatched' }],
    ['in-hand', { kind: 'acknowledged' }],
    ['in-hand', { kind: 'extension-decided', granted: true }],
    ['withdrawn', { kind: 'noted', unit: null, contacted: false }],
    ['submitted', { kind: 'replied' }],
    ['in-hand', { kind: 'rated' }],
    ['in-hand', { kind: 'reopened' }],
    ['in-hand', { kind: 'confirmed' }],
    ['in-hand', { kind: 'closed' }],
    ['replied', { kind: 'withdrawn' }],
    ['in-hand', { kind: 'not-accepted' }],
    ['replied', { kind: 'merged' }],
    ['in-hand', { kind: 'reminded', what: 'rating' }],
    ['in-hand', { kind: 'reminded', what: 'information' }],
    ['replied', { kind: 'reminded', what: 'reply' }],
  ] as const)('%s: %o', ([story, happening]) =>
    expect(() => evolve(storyState(story), fact(happening))).toThrow(/impossible event/),
  );

  test('an appeal begins with its submission', () =>
    expect(() => evolve(null, fact({ kind: 'accepted' }))).toThrow(/accepted in nothing/));

  test('no events are no appeal', () => expect(stateOf([])).toBeNull());
});
