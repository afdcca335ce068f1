import { describe, expect, test } from 'vitest';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import { stateOf as state } from '../../../src/domain/appeal/evolve.ts';
import { BOT, CLOCK, type DeskId, GROUNDS } from '../../../src/domain/appeal/types.ts';
import {
  FINANCE,
  on,
  PEOPLE,
  type Person,
  play,
  STORIES,
  storyState,
  TAX,
  told,
  tryMove,
  WISHES,
} from '../../support/an-appeal.ts';

const NOON = '11-23 12:00';

describe('opening', () => {
  test('anybody opens an appeal of his own', () =>
    expect(told([], { by: 'owner', at: NOON, wish: WISHES.submit })).toBe('submitted'));

  test('a specialist or the bot opens one for whoever said it; the enterprise stays the appellant', () => {
    const chain = play([], { by: 'wang', at: NOON, wish: WISHES.submit });
    expect(state(chain)).toMatchObject({ kind: 'submitted', appellant: 'owner' });
    expect(told([], { by: BOT, at: NOON, wish: WISHES.submit })).toBe('submitted');
  });

  test.for(['stranger', 'zhao', CLOCK] as const)('%s opens none in the name of another', (by) =>
    expect(told([], { by, at: NOON, wish: WISHES.submit })).toBe('not-yours'),
  );

  test('an appeal needs words or a file', () => {
    const wish = { ...WISHES.submit, matter: ' ' };
    expect(told([], { by: 'owner', at: NOON, wish })).toBe('needs-text');
    expect(told([], { by: 'owner', at: NOON, wish: { ...wish, attachments: ['f1'] } })).toBe('submitted');
  });

  test('what is added to it may leave less missing', () => {
    const open = play([], { by: 'owner', at: '11-23 09:00', wish: { ...WISHES.submit, lacks: ['amount'] } });
    const added = play(open, { by: 'owner', at: '11-23 09:01', wish: WISHES.supplement });
    expect([state(open)?.lacks, state(added)?.lacks]).toEqual([['amount'], []]);
  });

  test('nothing is added by nothing', () => {
    const move = { by: 'owner', at: NOON } as const;
    const nothing = { ...WISHES.supplement, text: '' };
    expect(told(STORIES.accepted, { ...move, wish: nothing })).toBe('needs-text');
    expect(told(STORIES.accepted, { ...move, wish: { ...nothing, contact: '13800000000' } })).toBe(
      'supplemented',
    );
    expect(told(STORIES.accepted, { ...move, wish: { ...nothing, attachments: ['f'] } })).toBe(
      'supplemented',
    );
  });
});

describe('who takes it keeps it', () => {
  test.for([
    ['dispatch', 'accepted dispatched'],
    ['ask-back', 'accepted asked-back'],
    ['reply', 'accepted replied'],
    ['note', 'accepted noted'],
    ['gather', 'accepted gathered'],
  ] as const)('the first %s of a specialist takes it', ([kind, events]) =>
    expect(told(STORIES.submitted, { by: 'li', at: '11-23 09:10', wish: WISHES[kind] })).toBe(events),
  );

  test('the bot that asks takes nothing', () =>
    expect(told(STORIES.submitted, { by: BOT, at: '11-23 09:10', wish: WISHES['ask-back'] })).toBe(
      'asked-back',
    ));

  test('the second one is told that it is taken', () => {
    const { decision } = tryMove(STORIES.accepted, { by: 'li', at: NOON, wish: WISHES.take });
    expect(decision).toEqual({ ok: false, error: { code: 'already', possible: [] } });
  });

  test('who refuses it untaken answers for it', () =>
    expect(storyState('not-accepted')).toMatchObject({ charge: { person: 'wang' } }));

  test('the first at a desk who answers is in charge of it there', () => {
    const chain = play(STORIES.dispatched, { by: 'qian', at: '11-23 10:30', wish: WISHES.note });
    expect(state(chain)).toMatchObject({ kind: 'in-hand', handler: { person: 'qian' } });
    expect(told(chain, { by: 'zhao', at: '11-23 10:31', wish: WISHES.reply })).toBe('not-in-charge');
  });

  test('to look at the contact is to answer', () =>
    expect(told(STORIES.dispatched, { by: 'zhao', at: NOON, wish: WISHES['see-contact'] })).toBe(
      'acknowledged contact-seen',
    ));

  test('a specialist’s word at a desk leaves the desk’s state', () => {
    const noted = play(STORIES.acknowledged, { by: 'wang', at: NOON, wish: WISHES.note });
    expect(state(noted)?.kind).toBe('acknowledged');
    const helped = play(STORIES.acknowledged, { by: 'sun', at: NOON, wish: WISHES.note });
    expect(state(helped)?.kind).toBe('acknowledged');
    expect(helped.at(-1)?.fact).toMatchObject({ kind: 'noted', unit: TAX });
  });
});

describe('handing over', () => {
  const hand = (
    of: 'appeal' | 'desk' | 'both',
    to: keyof typeof PEOPLE,
    until: string | null = null,
  ): Wish => ({
    kind: 'hand-over',
    of,
    to: PEOPLE[to],
    until: until === null ? null : on(until),
  });

  test('for good: the other one is in charge, the first no more', () => {
    const chain = play(STORIES.accepted, { by: 'wang', at: NOON, wish: hand('appeal', 'li') });
    expect(told(chain, { by: 'li', at: NOON, wish: WISHES.dispatch })).toBe('dispatched');
    expect(told(chain, { by: 'wang', at: NOON, wish: WISHES.dispatch })).toBe('not-yours');
  });

  test('for a time: both are, until then', () => {
    const chain = play(STORIES.accepted, { by: 'wang', at: NOON, wish: hand('appeal', 'li', '11-27 17:30') });
    expect(told(chain, { by: 'li', at: '11-27 17:29', wish: WISHES.dispatch })).toBe('dispatched');
    expect(told(chain, { by: 'wang', at: '11-27 17:29', wish: WISHES.dispatch })).toBe('dispatched');
    expect(told(chain, { by: 'li', at: '11-27 17:30', wish: WISHES.dispatch })).toBe('not-yours');
  });

  test('who comes back early hands over to himself', () => {
    const away = play(STORIES.accepted, { by: 'wang', at: NOON, wish: hand('appeal', 'li', '11-27 17:30') });
    const back = play(away, { by: 'wang', at: '11-24 09:00', wish: hand('appeal', 'wang') });
    expect(told(back, { by: 'li', at: '11-24 09:01', wish: WISHES.dispatch })).toBe('not-yours');
  });

  test('a desk to a colleague, by the handler, the specialist or a supervisor', () => {
    for (const by of ['zhao', 'wang', 'chief'] as const) {
      const chain = play(STORIES['in-hand'], { by, at: NOON, wish: hand('desk', 'qian') });
      expect(told(chain, { by: 'qian', at: NOON, wish: WISHES.reply })).toBe('replied');
    }
  });

  test.for([
    ['in-hand', 'zhao', hand('appeal', 'li'), 'not-yours'],
    ['accepted', 'wang', hand('desk', 'qian'), 'not-now'],
    ['accepted', 'wang', hand('appeal', 'owner'), 'no-such-person'],
    ['in-hand', 'zhao', hand('desk', 'zhou'), 'no-such-person'],
    ['accepted', 'wang', hand('appeal', 'li', NOON), 'too-late'],
    ['accepted', 'wang', hand('appeal', 'wang'), 'already'],
  ] as const)('from %s by %s: %o is refused', ([story, by, wish, code]) =>
    expect(told(STORIES[story], { by, at: NOON, wish })).toBe(code),
  );
});

describe('both parts handed over at once', () => {
  const give = (handlerOf: readonly DeskId[], isSpecialist: boolean, by: Person = 'admin'): string =>
    told(STORIES['in-hand'], {
      by,
      at: NOON,
      wish: { kind: 'hand-over', of: 'both', to: { person: 'li', isSpecialist, handlerOf }, until: null },
    });

  test('to who may take both, or the one that he may take', () => {
    expect(give([FINANCE], true)).toBe('handed-over handed-over');
    expect(give([], true)).toBe('handed-over');
    expect(give([FINANCE], false)).toBe('handed-over');
    expect(give([TAX], false)).toBe('no-such-person');
  });

  test('a handler gives his own part alone', () => expect(give([FINANCE], true, 'zhao')).toBe('handed-over'));

  test('also where it has no desk yet', () => {
    const wish: Wish = {
      kind: 'hand-over',
      of: 'both',
      to: { person: 'li', isSpecialist: true, handlerOf: [FINANCE] },
      until: null,
    };
    expect(told(STORIES.accepted, { by: 'wang', at: NOON, wish })).toBe('handed-over');
  });
});

describe('asking the enterprise', () => {
  test('a question needs words', () =>
    expect(told(STORIES.accepted, { by: 'wang', at: NOON, wish: { kind: 'ask-back', question: '' } })).toBe(
      'needs-text',
    ));

  test('an answer needs words or a file', () => {
    const asked = STORIES['accepted, asked back'];
    const nothing = { ...WISHES.inform, answer: '' };
    expect(told(asked, { by: 'owner', at: NOON, wish: nothing })).toBe('needs-text');
    expect(told(asked, { by: 'owner', at: NOON, wish: { ...nothing, attachments: ['f'] } })).toBe('informed');
  });

  test('whatever the appellant adds answers the question, what others add does not', () => {
    const asked = STORIES['accepted, asked back'];
    expect(told(asked, { by: 'member', at: NOON, wish: WISHES.supplement })).toBe('supplemented informed');
    expect(told(asked, { by: 'wang', at: NOON, wish: WISHES.supplement })).toBe('supplemented');
  });

  test('a handler’s question is the beginning of his work', () => {
    const asked = play(STORIES.acknowledged, { by: 'zhao', at: NOON, wish: WISHES['ask-back'] });
    expect(state(asked)?.kind).toBe('in-hand');
  });
});

describe('not accepting', () => {
  test.for(GROUNDS)('%s', (ground) => {
    const move = { by: 'wang', at: NOON } as const;
    const wish = { kind: 'not-accept', ground, reason: null } as const;
    expect(told(STORIES.accepted, { ...move, wish })).toBe(
      ground === 'other-law' ? 'needs-reason' : 'not-accepted',
    );
    expect(told(STORIES.accepted, { ...move, wish: { ...wish, reason: '第八条' } })).toBe('not-accepted');
  });
});
