import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appealNumber } from '../../../src/domain/appeal/number.ts';
import { readAppealSaying } from '../../../src/domain/conversation/appeal-saying.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

const QUOTED = appealNumber(321);

const told = (text: string): string => {
  const saying = readAppealSaying(text);
  return saying === null ? 'nothing' : `${saying.number ?? '-'} ${saying.verb} ${saying.rest}`.trim();
};

const NEAR_MISSES = readFileSync(join(import.meta.dirname, '../../fixtures/appeal/not-sayings.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const CASES = fixtureCases('appeal/sayings.txt');

describe('what is said of an appeal', () => {
  test.for(CASES)('「$input」 is read as $expected', ({ input, expected }) => {
    expect(told(input)).toBe(expected);
  });

  test.for(NEAR_MISSES)('「%s」 is none of it', (text) => {
    expect(told(text)).toBe('nothing');
  });

  test('there are enough of both', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(150);
    expect(NEAR_MISSES.length).toBeGreaterThanOrEqual(100);
  });
});

describe('a message that answers one of the bot about an appeal', () => {
  test.for([
    ['签收', 'acknowledge', ''],
    ['怎么样了', 'show', ''],
    ['？', 'show', ''],
    ['答复 已拨付', 'reply', '已拨付'],
    ['请尽快，工人等着发工资', 'free', '请尽快，工人等着发工资'],
    ['不满意还是没到账', 'rate', '不满意还是没到账'],
    ['麻烦撤销', 'withdraw', ''],
  ] as const)('「%s」 is about that one', ([text, verb, rest]) => {
    expect(readAppealSaying(text, QUOTED)).toEqual({ number: QUOTED, verb, rest });
  });

  test('may name another one, which counts', () => {
    expect(readAppealSaying('A0318 签收', QUOTED)?.number).toBe('A0318');
  });

  test.for(['诉求 另外一件事，房东断电', '反映：物业乱收费', '投诉', '转人工'])(
    '「%s」 begins anew all the same',
    (text) => expect(readAppealSaying(text, QUOTED)).toBeNull(),
  );
});

test('whatever is typed: nothing is thrown, and the words that are left stand in the text', () => {
  const piece = fc.constantFrom(
    'A0321',
    '签收',
    '退单',
    '：',
    ' ',
    '不满意',
    '５分',
    '转',
    '市科技局',
    '答复',
    '@all',
    '\u0000',
    '1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const saying = readAppealSaying(text);
      if (saying === null || ['contacted', 'rate', 'score'].includes(saying.verb)) return;
      expect(text).toContain(saying.rest);
    }),
  );
});
