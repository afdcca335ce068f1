import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../src/domain/appeal/evolve.ts';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import { BOT } from '../../../src/domain/appeal/types.ts';
import { attachmentsOf, lastWord, matterOf } from '../../../src/domain/appeal/words.ts';
import { play, STORIES, told, WISHES } from '../../support/an-appeal.ts';

const JOIN = { by: 'member', at: '11-23 11:00', wish: WISHES.join } as const;

describe('another member who tells the same', () => {
  test('joins, and the words go along with those of the first', () => {
    expect(told(STORIES['in-hand'], JOIN)).toBe('joined supplemented');
    const chain = play(STORIES['in-hand'], JOIN);
    expect(stateOf(chain)?.joined).toEqual([{ person: 'member', chat: 'console:member' }]);
    expect(matterOf(chain)).toBe('银行突然抽贷\n我们也缺贷款');
  });

  test('joins once, the first not at all', () => {
    expect(told(play(STORIES['in-hand'], JOIN), { ...JOIN, at: '11-23 11:05' })).toBe('already');
    expect(told(STORIES['in-hand'], { ...JOIN, by: 'owner' })).toBe('already');
  });

  test('answers what the enterprise was asked', () => {
    expect(told(STORIES['in-hand, asked back'], JOIN)).toBe('joined supplemented informed');
  });

  test('must say something, and be of the enterprise', () => {
    expect(told(STORIES['in-hand'], { ...JOIN, wish: { ...WISHES.join, text: ' ' } })).toBe('needs-text');
    expect(told(STORIES['in-hand'], { ...JOIN, by: 'stranger' })).toBe('not-yours');
    expect(told(STORIES['closed as solved'], JOIN)).toBe('not-now');
  });
});

describe('what it is about', () => {
  const renewed = { ...WISHES.supplement, category: '拖欠账款' } as const;
  const at = '11-23 11:00';

  test.for(['submitted', 'accepted', 'returned'] as const)(
    'is seen anew by what is added while it is %s',
    (story) => {
      expect(stateOf(play(STORIES[story], { by: 'owner', at, wish: renewed }))?.category).toBe('拖欠账款');
    },
  );

  test('stays as it is where nothing else is seen, and once it lies with a unit', () => {
    expect(stateOf(play(STORIES.submitted, { by: 'owner', at, wish: WISHES.supplement }))?.category).toBe(
      '融资',
    );
    expect(stateOf(play(STORIES['in-hand'], { by: 'owner', at, wish: renewed }))?.category).toBe('融资');
  });
});

describe('what is merged into another', () => {
  const absorbs = {
    by: BOT,
    at: '11-23 11:00',
    wish: {
      kind: 'link',
      to: appealNumber(322),
      as: 'absorbed',
      matter: '贷款利率也涨了',
      contact: '13900000000',
      attachments: ['file-1'],
    },
  } as const;

  test('leaves its words there, once', () => {
    const chain = play(STORIES['in-hand'], absorbs);
    expect(matterOf(chain)).toBe('银行突然抽贷\n贷款利率也涨了');
    expect(lastWord(chain, 'contact')).toBe('13900000000');
    expect(attachmentsOf(chain)).toEqual(['file-1']);
    expect(told(chain, { ...absorbs, at: '11-23 11:05' })).toBe('already');
  });

  test('which are no part of a mere link', () => {
    const chain = play(STORIES['in-hand'], { ...absorbs, wish: WISHES.link });
    expect(matterOf(chain)).toBe('银行突然抽贷');
  });
});
