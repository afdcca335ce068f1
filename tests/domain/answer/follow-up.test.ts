import { describe, expect, test } from 'vitest';
import { type Before, followUp, insteadAlone, insteadOf } from '../../../src/domain/answer/follow-up.ts';
import { readQuestion } from '../../../src/domain/answer/question.ts';
import type { Question } from '../../../src/domain/answer/types.ts';
import { aReader } from '../../support/a-reader.ts';

const reader = aReader();
const read = (message: string): Question => readQuestion(message, reader);
const follow = (lastQuestion: string | null, message: string, lastRegion: string | null = null): Question =>
  followUp(read(message), { memory: { lastQuestion, lastRegion } satisfies Before, read });
const regions = (question: Question): string[] => question.regions.map(({ name }) => name);

describe('what takes the place of something said before', () => {
  test.for([
    ['那省级的呢?', '省级'],
    ['上海呢', '上海'],
    ['换成国家级的呢', '国家级'],
    ['那二等奖怎么样', '二等奖'],
    ['如果是个体户的话呢', '个体户'],
    ['那上海', '上海'],
    ['找谁', null],
    ['那', null],
    ['呢', null],
    ['', null],
    ['那么国家级的中小企业服务平台有哪些可以申请的呢', null],
  ] as const)('「%s」: %j', ([text, value]) => {
    expect(insteadOf(text)).toBe(value);
  });
});

describe('a message that leans on the question before', () => {
  test('another tier takes the place of the first', () => {
    expect(follow('国家级小巨人奖励多少', '那省级的呢?')).toMatchObject({
      text: '省级小巨人奖励多少',
      asks: ['amount'],
    });
    expect(follow('一等奖给多少', '那二等奖呢').text).toBe('二等奖给多少');
    expect(follow('一等奖给多少', '三等呢').text).toBe('三等奖给多少');
    expect(follow('2023年目标多少', '2024年呢').years).toEqual([2024]);
  });

  test('what takes no place is put beside it', () => {
    expect(follow('小巨人奖励多少', '那省级的呢').text).toBe('省级 小巨人奖励多少');
  });

  test('what it asks for itself outweighs what was asked before', () => {
    expect(follow('国家级小巨人奖励多少', '那省级的什么时候截止呢').asks).toEqual(['deadline']);
  });

  test.for(['那上海', '那上海呢', '上海的呢?'])('another region: 「%s」', (message) => {
    const question = follow('小巨人奖励多少', message);
    expect(regions(question)).toEqual(['上海市']);
    expect(question.asks).toEqual(['amount']);
    expect(question.subject).toContain('小巨人');
  });

  test('the region of the question before stays', () => {
    expect(regions(follow('上海小巨人奖励多少', '那省级的呢', '上海市'))).toEqual(['上海市']);
  });

  test('a region that took another’s place stays too, though the question does not write it', () => {
    expect(regions(follow('小巨人奖励多少', '那省级的呢', '上海市'))).toEqual(['上海市']);
    expect(regions(follow('武汉小巨人奖励多少', '那省级的呢', '上海市'))).toEqual(['上海市']);
  });
});

describe('a message that stands by itself', () => {
  test.for(['首贷服务站归哪个部门管', '找谁?', '谢谢', '你好呀'])('「%s」 comes back as it is', (message) => {
    expect(follow('小巨人奖励多少', message)).toEqual(read(message));
  });

  test('without a question before there is nothing to lean on', () => {
    expect(follow(null, '那省级的呢')).toEqual(read('那省级的呢'));
  });
});

describe('what a follow-up names alone', () => {
  const alone = (before: string, message: string): Question | null => {
    const own = read(message);
    return insteadAlone(followUp(own, { memory: { lastQuestion: before, lastRegion: '上海市' }, read }), {
      own,
      read,
    });
  };

  test('is asked what both ask together, in the same region', () => {
    const found = alone('担保费率降到几个点', '那小巨人的呢');
    expect(found).toMatchObject({ text: '小巨人', subject: '小巨人', asks: ['rate', 'count'] });
    expect(found && regions(found)).toEqual(['上海市']);
  });

  test('is nothing where it names a region, or stands by itself', () => {
    expect(alone('担保费率降到几个点', '那北京小巨人呢')).toBeNull();
    expect(alone('担保费率降到几个点', '首贷服务站归哪个部门管')).toBeNull();
  });
});
