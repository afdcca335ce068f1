import { describe, expect, test } from 'vitest';
import { isFiller, subjectOf } from '../../../src/domain/answer/subject.ts';
import { createFakeSegmenter } from '../../support/fake-segmenter.ts';

const { words } = createFakeSegmenter(['小巨人', '单项冠军', '首贷户']);

describe('what a question is about', () => {
  test.for([
    ['请问我们公司小巨人奖励多少钱', '小巨人奖励'],
    ['你好,麻烦问一下单项冠军', '单项冠军'],
    ['奖励的标准和条件', '奖励 标准 条件'],
    ['首贷户归哪里指导', '首贷户 指导'],
    ['多少钱吗', ''],
    ['', ''],
  ] as const)('「%s」: 「%s」', ([text, subject]) => {
    expect(subjectOf(text, words)).toBe(subject);
  });

  test('a gap stays where asking words stood, so that no new word arises', () => {
    expect(subjectOf('中小的企业', words)).toBe('中小 企业');
    expect(subjectOf('奖励,多少企业', words)).toBe('奖励 企业');
  });

  test('a filler within a word stays', () => {
    expect(subjectOf('和平里', (text) => [text])).toBe('和平里');
  });
});

test('words that only ask are fillers and names are none', () => {
  expect(['多少', '的', '我们', '哪个部门'].map(isFiller)).toEqual([true, true, true, true]);
  expect(['奖励', '小巨人', '', '国家级专精特新小巨人企业'].map(isFiller)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
