import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import type { AppealChain } from '../../../src/domain/appeal/facts.ts';
import { limitsOf, replyDueOf } from '../../../src/domain/appeal/limits.ts';
import type { AppealState } from '../../../src/domain/appeal/state.ts';
import type { AppealClass } from '../../../src/domain/appeal/types.ts';
import { localMinute } from '../../../src/domain/moment.ts';
import { APPEAL_CLOCK, NUMBER, on, play, STORIES, storyState, WISHES } from '../../support/an-appeal.ts';

const state = (chain: AppealChain): AppealState => stateOf(chain) as AppealState;

/** `reply 11-30 17:30 running`, a limit a line. */
const promises = (chain: AppealChain, now: string): readonly string[] =>
  limitsOf(state(chain), { ...APPEAL_CLOCK, now: on(now) }).map(
    ({ what, dueAt, state: how }) => `${what} ${localMinute(dueAt).slice(5)} ${how}`,
  );

const submittedAt = (when: string): AppealChain =>
  play([], { by: 'owner', at: when, wish: { ...WISHES.submit, firstMessageAt: on(when) } });

const takenAs = (kind: AppealClass, when = '11-23 09:30'): AppealChain =>
  play(play([], { by: 'owner', at: '11-23 09:00', wish: { ...WISHES.submit, class: kind } }), {
    by: 'wang',
    at: when,
    wish: WISHES.take,
  });

describe('accepting', () => {
  test.for([
    ['11-23 09:00', '11-23 11:00'],
    ['11-23 11:00', '11-23 15:00'],
    ['11-23 17:00', '11-24 10:30'],
    ['11-27 17:00', '11-30 10:30'],
    ['11-21 12:00', '11-23 11:00'],
    ['11-23 22:00', '11-24 11:00'],
  ] as const)('what was first said at %s is to be accepted by %s', ([said, due]) =>
    expect(promises(submittedAt(said), said)).toEqual([`accept ${due} running`]),
  );

  test('it runs from the first message, not from the submission', () => {
    const late = play([], { by: 'owner', at: '11-23 10:30', wish: WISHES.submit });
    expect(promises(late, '11-23 10:30')).toEqual(['accept 11-23 11:00 running']);
  });

  test('it is met by whoever takes it, and missed when nobody has by then', () => {
    expect(promises(STORIES.accepted, '11-23 10:00')[0]).toBe('accept 11-23 11:00 met');
    expect(promises(STORIES.submitted, '11-23 11:00')).toEqual(['accept 11-23 11:00 running']);
    expect(promises(STORIES.submitted, '11-23 11:01')).toEqual(['accept 11-23 11:00 missed']);
  });

  test('not to accept is an answer, too', () =>
    expect(promises(STORIES['not-accepted'], '12-01 09:00')).toEqual(['accept 11-23 11:00 met']));

  test('a question of the bot stops it', () => {
    const chain = STORIES['submitted, asked back'];
    expect(promises(chain, '11-23 10:05')).toEqual(['accept 11-23 12:00 paused']);
    const informed = play(chain, { by: 'owner', at: '11-23 09:35', wish: WISHES.inform });
    expect(promises(informed, '11-23 10:05')).toEqual(['accept 11-23 11:30 running']);
  });
});

describe('answering', () => {
  test.for([
    ['consultation', '11-24 17:30'],
    ['ordinary', '11-30 17:30'],
    ['complex', '12-14 17:30'],
  ] as const)('%s: until %s', ([kind, due]) =>
    expect(promises(takenAs(kind), '11-23 10:00').slice(1)).toEqual([
      'first-contact 11-24 17:30 running',
      `reply ${due} running`,
    ]),
  );

  test('a Friday after closing counts as Monday', () =>
    expect(promises(takenAs('consultation', '11-27 18:00'), '11-27 18:00')[2]).toBe(
      'reply 12-01 17:30 running',
    ));

  test('the class that the specialist sets at dispatch is the one that counts', () => {
    const chain = play(STORIES.accepted, {
      by: 'wang',
      at: '11-23 10:00',
      wish: { ...WISHES.dispatch, class: 'complex', reason: '涉及三个部门' },
    });
    expect(promises(chain, '11-23 10:00')[2]).toBe('reply 12-14 17:30 running');
  });

  test('it never stops for returns and reassignments', () => {
    const bounced = play(
      STORIES.returned,
      { by: 'wang', at: '11-25 10:00', wish: { ...WISHES.dispatch, lead: WISHES.reassign.to } },
      { by: 'zhou', at: '11-26 10:00', wish: { ...WISHES.reassign, to: WISHES.dispatch.lead } },
    );
    expect(promises(bounced, '11-26 10:00')[2]).toBe('reply 11-30 17:30 running');
  });

  test('the first contact is met by a word with the enterprise, a question to it, or the answer', () => {
    const contacted = play(STORIES.dispatched, {
      by: 'zhao',
      at: '11-23 14:30',
      wish: { kind: 'note', text: '', contacted: true },
    });
    const ways = [contacted, STORIES['in-hand, asked back'], STORIES.replied];
    expect(ways.map((chain) => promises(chain, '11-25 09:00')[1])).toEqual(
      ways.map(() => 'first-contact 11-24 17:30 met'),
    );
    expect(promises(STORIES['in-hand'], '11-24 17:31')[1]).toBe('first-contact 11-24 17:30 missed');
  });

  test('an appeal replied on the due day is in time, a minute later it is not', () => {
    const replied = (at: string) => play(STORIES['in-hand'], { by: 'zhao', at, wish: WISHES.reply });
    expect(promises(replied('11-30 17:30'), '12-03 09:00')[2]).toBe('reply 11-30 17:30 met');
    expect(promises(replied('11-30 17:31'), '12-03 09:00')[2]).toBe('reply 11-30 17:30 missed');
  });

  test('what was withdrawn has only the promises that were kept or broken before', () =>
    expect(promises(STORIES.withdrawn, '12-30 09:00')).toEqual(['accept 11-23 11:00 met']));

  test('reopened it has its time anew', () => {
    const again = play(STORIES.replied, {
      by: 'owner',
      at: '11-25 10:00',
      wish: { kind: 'rate', rating: 'dissatisfied', score: null, reason: '没人来过' },
    });
    expect(promises(again, '11-25 10:00')).toEqual([
      'accept 11-23 11:00 met',
      'first-contact 11-26 17:30 running',
      'reply 12-02 17:30 running',
    ]);
  });
});

describe('the clock stands still', () => {
  const asked = STORIES['in-hand, asked back'];

  test('from the question to the answer', () => {
    const informed = play(asked, { by: 'owner', at: '11-24 11:00', wish: WISHES.inform });
    expect(promises(informed, '11-24 11:00')[2]).toBe('reply 12-01 17:30 running');
  });

  test('while the question is open it is where it would be if the answer came now', () => {
    expect(promises(asked, '11-23 11:00')[2]).toBe('reply 11-30 17:30 paused');
    expect(promises(asked, '11-23 12:00')[2]).toBe('reply 12-01 10:00 paused');
  });

  test('for five working days and no longer', () => {
    expect(promises(asked, '11-30 17:29')[2]).toMatch(/paused$/);
    expect(promises(asked, '11-30 17:30')[2]).toBe('reply 12-08 15:30 running');
    expect(promises(asked, '12-03 10:00')[2]).toBe('reply 12-08 15:30 running');
    const late = play(asked, { by: 'owner', at: '12-03 10:00', wish: WISHES.inform });
    expect(promises(late, '12-03 10:00')[2]).toBe('reply 12-08 15:30 running');
  });

  test('and never for who is late already', () => {
    const late = play(STORIES['in-hand'], { by: 'zhao', at: '12-01 09:00', wish: WISHES['ask-back'] });
    expect(promises(late, '12-02 09:00')[2]).toBe('reply 11-30 17:30 missed');
  });
});

describe('an extension', () => {
  const asks = (at: string, workingDays = 3) =>
    ({ by: 'zhao', at, wish: { ...WISHES['ask-extension'], workingDays } }) as const;
  const grants = (at: string) => ({ by: 'wang', at, wish: WISHES['decide-extension'] }) as const;

  test('adds its working days when it is granted, not when it is asked for', () => {
    const asked = play(STORIES['in-hand'], asks('11-27 17:00'));
    expect(promises(asked, '11-27 17:00')[2]).toBe('reply 11-30 17:30 running');
    expect(promises(play(asked, grants('11-30 10:00')), '11-30 10:00')[2]).toBe('reply 12-03 17:30 running');
  });

  test('does not follow into the second round', () => {
    const again = play(
      STORIES['in-hand'],
      asks('11-25 10:00'),
      grants('11-25 11:00'),
      { by: 'zhao', at: '11-26 10:00', wish: WISHES.reply },
      { by: 'owner', at: '11-26 11:00', wish: WISHES.reopen },
    );
    expect(promises(again, '11-26 11:00')[2]).toBe('reply 12-03 17:30 running');
  });
});

test('a year without a notice of holidays makes an estimate', () => {
  const far = play(
    play([], {
      by: 'owner',
      at: '11-23 09:00',
      wish: { ...WISHES.submit, class: 'complex', firstMessageAt: on('12-28 09:00') },
    }),
    { by: 'wang', at: '12-28 09:30', wish: WISHES.take },
  );
  const limits = limitsOf(state(far), { ...APPEAL_CLOCK, now: on('12-28 10:00') });
  expect(limits.map(({ what, estimated }) => [what, estimated])).toEqual([
    ['accept', false],
    ['first-contact', false],
    ['reply', true],
  ]);
  expect(state(far).number).toBe(NUMBER);
});

test('when the answer is due is known from acceptance on', () => {
  const now = on('11-23 10:00');
  expect(replyDueOf(storyState('submitted'), { ...APPEAL_CLOCK, now })).toBeNull();
  expect(replyDueOf(storyState('accepted'), { ...APPEAL_CLOCK, now })?.at).toBe(on('11-30 17:30'));
});
