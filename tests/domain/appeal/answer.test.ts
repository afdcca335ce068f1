import { describe, expect, test } from 'vitest';
import type { Wish } from '../../../src/domain/appeal/commands.ts';
import { stateOf as state } from '../../../src/domain/appeal/evolve.ts';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import { BOT, CLOCK, ratingOf } from '../../../src/domain/appeal/types.ts';
import { FINANCE, on, play, STORIES, told, tryMove, WISHES } from '../../support/an-appeal.ts';

const NOON = '11-23 12:00';

describe('the answer', () => {
  const reply = (text: string): string =>
    told(STORIES['in-hand'], { by: 'zhao', at: NOON, wish: { kind: 'reply', text, from: null } });

  test('says something of the matter', () => {
    expect(reply('')).toBe('needs-text');
    expect(reply('已收到，正在处理')).toBe('empty-answer');
    expect(reply('银行同意续贷')).toBe('replied');
  });

  test('of a parent comes to the child by the bot, and says whose it is', () => {
    const from = appealNumber(1);
    const child = play(STORIES['in-hand'], { by: BOT, at: NOON, wish: { ...WISHES.reply, from } });
    expect(state(child)).toMatchObject({ kind: 'replied', answer: { unit: null, from, by: BOT } });
  });

  test('of a person is his own', () => {
    const wish = { ...WISHES.reply, from: appealNumber(1) };
    const chain = play(STORIES['in-hand'], { by: 'zhao', at: NOON, wish });
    expect(state(chain)).toMatchObject({ answer: { unit: FINANCE, from: null, by: 'zhao' } });
  });

  test('ends the waiting for the enterprise', () => {
    const chain = play(STORIES['in-hand, asked back'], { by: 'zhao', at: NOON, wish: WISHES.reply });
    expect(state(chain)?.pauses).toEqual([{ from: on('11-23 11:00'), to: on(NOON) }]);
  });

  test('a note needs words, a contact does not', () => {
    const note = (contacted: boolean): Wish => ({ kind: 'note', text: '', contacted });
    expect(told(STORIES['in-hand'], { by: 'zhao', at: NOON, wish: note(false) })).toBe('needs-text');
    expect(told(STORIES['in-hand'], { by: 'zhao', at: NOON, wish: note(true) })).toBe('noted');
  });
});

describe('what the enterprise says of it', () => {
  const rate = (
    rating: 'satisfied' | 'mostly-satisfied' | 'dissatisfied',
    score: number | null = null,
  ): Wish => ({
    kind: 'rate',
    rating,
    score,
    reason: null,
  });
  const at = '11-24 11:00';

  test('满意 and 基本满意 close it as solved', () => {
    expect(told(STORIES.replied, { by: 'owner', at, wish: rate('satisfied') })).toBe(
      'rated confirmed closed',
    );
    expect(told(STORIES.replied, { by: 'owner', at, wish: rate('mostly-satisfied') })).toBe(
      'rated confirmed closed',
    );
    expect(told(STORIES.confirmed, { by: 'member', at, wish: rate('satisfied') })).toBe('rated closed');
  });

  test('不满意 reopens it at once, in the hands that had it', () => {
    const chain = play(STORIES.replied, { by: 'owner', at, wish: rate('dissatisfied') });
    expect(state(chain)).toMatchObject({
      kind: 'in-hand',
      handler: { person: 'zhao' },
      round: { number: 2, contactedAt: null },
    });
  });

  test('what the specialist answered is with the specialist again', () => {
    const chain = play(
      STORIES.accepted,
      { by: 'wang', at: '11-23 10:00', wish: WISHES.reply },
      { by: 'owner', at: '11-23 10:05', wish: rate('dissatisfied') },
    );
    expect(state(chain)).toMatchObject({ kind: 'accepted', round: { number: 2 } });
  });

  test('what nobody of the desk had acknowledged is at the desk again', () => {
    const chain = play(
      STORIES.dispatched,
      { by: 'wang', at: '11-23 10:20', wish: WISHES.reply },
      { by: 'owner', at: '11-23 10:25', wish: WISHES.reopen },
    );
    expect(state(chain)).toMatchObject({ kind: 'dispatched', desk: { lead: FINANCE } });
  });

  test('a score must mean what the rating says', () => {
    expect(told(STORIES.replied, { by: 'owner', at, wish: rate('satisfied', 2) })).toBe('bad-score');
    expect(told(STORIES.replied, { by: 'owner', at, wish: rate('dissatisfied', 2) })).toBe('rated reopened');
    expect([0, 1, 2, 3, 4, 5, 6].map(ratingOf)).toEqual([
      null,
      'dissatisfied',
      'dissatisfied',
      'mostly-satisfied',
      'satisfied',
      'satisfied',
      null,
    ]);
  });

  test('what is closed is reopened within ten working days, with a reason', () => {
    const reopen = (when: string, reason = '又反悔了'): string =>
      told(STORIES['closed as solved'], { by: 'owner', at: when, wish: { kind: 'reopen', reason } });
    expect(reopen('12-08 17:30')).toBe('reopened');
    expect(reopen('12-08 17:31')).toBe('too-late');
    expect(reopen('12-01 09:00', '')).toBe('needs-reason');
  });

  test('what was closed as unrated is not rated afterwards', () =>
    expect(
      told(STORIES['closed as unrated'], { by: 'owner', at: '12-02 09:00', wish: rate('satisfied') }),
    ).toBe('too-late'));

  test('a call-back by another one confirms it or reopens it', () => {
    const call = (by: 'li' | 'wang' | 'zhao', solved: boolean, text: string | null): string =>
      told(STORIES.replied, { by, at, wish: { kind: 'call-back', solved, text } });
    expect(call('li', true, null)).toBe('confirmed');
    expect(call('wang', false, '还没有续贷')).toBe('reopened');
    expect(call('wang', false, '')).toBe('needs-reason');
    expect(call('zhao', true, null)).toBe('not-yours');
  });

  test('nobody calls back about his own answer', () => {
    const own = play(STORIES.accepted, { by: 'wang', at: '11-23 10:00', wish: WISHES.reply });
    expect(told(own, { by: 'wang', at: NOON, wish: WISHES['call-back'] })).toBe('not-yours');
    expect(told(own, { by: 'li', at: NOON, wish: WISHES['call-back'] })).toBe('confirmed');
  });
});

describe('what belongs together', () => {
  test('an appeal is not merged, linked or gathered with itself', () => {
    const { number } = WISHES.submit;
    const wishes: readonly Wish[] = [
      { kind: 'merge', into: number },
      { kind: 'link', to: number, as: 'sibling' },
      { kind: 'gather', parent: number },
    ];
    for (const wish of wishes) expect(told(STORIES.accepted, { by: 'wang', at: NOON, wish })).toBe('itself');
  });

  test('links are kept by kind, each once', () => {
    const link = (as: 'sibling' | 'absorbed' | 'child', n: number) =>
      ({ by: BOT, at: NOON, wish: { kind: 'link', to: appealNumber(n), as } }) as const;
    const chain = play(
      STORIES.accepted,
      link('sibling', 1),
      link('absorbed', 2),
      link('child', 3),
      link('child', 4),
    );
    expect(state(chain)).toMatchObject({
      siblings: ['A0001'],
      absorbed: ['A0002'],
      children: ['A0003', 'A0004'],
    });
    expect(told(chain, link('child', 3))).toBe('already');
  });

  test('a child has one parent', () => {
    const child = play(STORIES.accepted, { by: BOT, at: NOON, wish: WISHES.gather });
    expect(state(child)?.parent).toBe('A0324');
    expect(told(child, { by: BOT, at: NOON, wish: { kind: 'gather', parent: appealNumber(9) } })).toBe(
      'already',
    );
  });
});

describe('erasing and publishing', () => {
  test('contacts are erased when it has been over for long enough', () => {
    const erase = (at: string): string =>
      told(STORIES['closed as solved'], { by: CLOCK, at, wish: { kind: 'erase', afterDays: 10 } });
    expect(erase('12-04 10:59')).toBe('not-now');
    expect(erase('12-04 11:00')).toBe('erased');
  });

  test('the owner makes the answer public once', () => {
    const chain = play(STORIES.replied, { by: 'owner', at: '11-24 11:00', wish: WISHES.publish });
    expect(state(chain)?.isPublic).toBe(true);
    expect(told(chain, { by: 'owner', at: '11-24 11:01', wish: WISHES.publish })).toBe('already');
  });
});

test('a cause that the appeal knows brings nothing about, whatever it asks for', () => {
  const move = { by: 'wang', at: NOON, cause: 'console:m1#1' } as const;
  const chain = play(STORIES.accepted, { ...move, wish: WISHES.dispatch });
  expect(told(chain, { ...move, wish: WISHES.dispatch })).toBe('');
  expect(told(chain, { ...move, by: 'stranger', wish: WISHES.withdraw })).toBe('');
});

test('every event says who did it when and why it came', () =>
  expect(
    tryMove(STORIES.submitted, { by: 'wang', at: NOON, wish: WISHES.dispatch, cause: 'c' }).decision,
  ).toMatchObject({
    ok: true,
    value: [
      { fact: { kind: 'accepted', by: 'wang', at: on(NOON), cause: 'c' } },
      { fact: { kind: 'dispatched', by: 'wang', at: on(NOON), cause: 'c' } },
    ],
  }));

describe('urging', () => {
  test('is on record, and within an hour it is once', () => {
    const chain = play(STORIES.dispatched, { by: 'owner', at: '11-23 11:00', wish: WISHES.urge });
    expect(chain.at(-1)?.fact).toMatchObject({ kind: 'urged', by: 'owner' });
    expect(told(chain, { by: 'owner', at: '11-23 11:59', wish: WISHES.urge })).toBe('already');
    expect(play(chain, { by: 'owner', at: '11-23 12:01', wish: WISHES.urge })).toHaveLength(chain.length + 1);
  });
});

test('what was asked for and not decided lapses when the appeal leaves the desk', () => {
  const asked = play(STORIES.acknowledged, { by: 'zhao', at: '11-23 10:30', wish: WISHES['ask-extension'] });
  expect(state(asked)?.extension?.kind).toBe('asked');
  expect(state(play(asked, { by: 'owner', at: '11-23 11:00', wish: WISHES.withdraw }))?.extension).toBeNull();
  expect(state(play(asked, { by: 'zhao', at: '11-23 11:00', wish: WISHES.reply }))?.extension).toBeNull();
});
