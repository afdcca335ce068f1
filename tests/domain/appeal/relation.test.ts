import { describe, expect, test } from 'vitest';
import { mayRead, mayReadContact } from '../../../src/domain/appeal/reading.ts';
import { relationOf, rolesOf, STRANGER } from '../../../src/domain/appeal/relation.ts';
import { BOT, CLOCK } from '../../../src/domain/appeal/types.ts';
import {
  FINANCE,
  on,
  PEOPLE,
  type Person,
  relationFor,
  STORIES,
  storyState,
} from '../../support/an-appeal.ts';

const AT = on('11-25 10:00');
type Story = keyof typeof STORIES;

const readers = (story: Story, may: typeof mayRead): readonly string[] =>
  [...(Object.keys(PEOPLE) as Person[]), CLOCK, BOT].filter((by) =>
    may(storyState(story), relationFor(storyState(story), by, AT)),
  );

describe('who may see an appeal', () => {
  test.for([
    ['submitted', ['owner', 'member', 'wang', 'li', 'chief', 'admin']],
    ['accepted', ['owner', 'member', 'wang', 'chief', 'admin']],
    ['in-hand', ['owner', 'member', 'wang', 'zhao', 'qian', 'sun', 'chief', 'admin']],
    ['closed as solved', ['owner', 'member', 'wang', 'zhao', 'qian', 'sun', 'chief', 'admin']],
    ['withdrawn', ['owner', 'member', 'wang', 'zhao', 'qian', 'sun', 'chief', 'admin']],
    ['not-accepted', ['owner', 'member', 'wang', 'chief', 'admin']],
  ] as const)('%s: %o', ([story, names]) => expect(readers(story, mayRead)).toEqual(names));
});

describe('who may see the contact', () => {
  test.for([
    ['submitted', ['owner', 'member', 'chief', 'admin']],
    ['dispatched', ['owner', 'member', 'wang', 'zhao', 'qian', 'chief', 'admin']],
    ['in-hand', ['owner', 'member', 'wang', 'zhao', 'chief', 'admin']],
    ['closed as solved', ['owner', 'member', 'wang', 'chief', 'admin']],
    ['closed and erased', []],
  ] as const)('%s: %o', ([story, names]) => expect(readers(story, mayReadContact)).toEqual(names));
});

describe('relations rest on ids', () => {
  test('a member of another enterprise is no appellant, nor is anybody where none is known', () => {
    expect(relationOf(storyState('accepted'), PEOPLE.stranger, AT).isAppellant).toBe(false);
    const unknown = { ...storyState('accepted'), enterprise: null };
    expect(relationOf(unknown, PEOPLE.member, AT).isAppellant).toBe(false);
    expect(relationOf(unknown, PEOPLE.owner, AT).isAppellant).toBe(true);
  });

  test('who is no specialist any more is in charge of nothing', () => {
    const state = storyState('accepted');
    expect(relationOf(state, PEOPLE.wang, AT).isInCharge).toBe(true);
    expect(relationOf(state, { ...PEOPLE.wang, isSpecialist: false }, AT).isInCharge).toBe(false);
  });

  test('who is no handler any more has no desk', () => {
    const state = storyState('in-hand');
    const gone = relationOf(state, { ...PEOPLE.zhao, handlerOf: [] }, AT);
    expect(rolesOf(state, gone)).toEqual([]);
  });

  test('before there is an appeal one is what one is at all', () =>
    expect(relationOf(null, PEOPLE.zhao, AT)).toEqual({ ...STRANGER, isHandlerOf: [FINANCE] }));
});
