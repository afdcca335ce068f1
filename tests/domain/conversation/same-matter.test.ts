import { beforeAll, describe, expect, test } from 'vitest';
import type { Category } from '../../../src/domain/category.ts';
import { isSameMatter, type Told } from '../../../src/domain/conversation/same-matter.ts';
import type { Segmenter } from '../../../src/domain/segment.ts';
import { aSegmenter } from '../../support/a-segmenter.ts';
import { fixtureCases } from '../../support/fixture-lines.ts';

let segmenter: Segmenter;
beforeAll(async () => {
  segmenter = await aSegmenter();
});

const told = (text: string, category: Category | null = null): Told => ({
  text,
  category,
  words: segmenter.words(text),
});

const PAIRS = fixtureCases('same-matter.txt').map(({ input, expected }) => {
  const [one = '', other = ''] = input.split(' / ');
  return { one, other, same: expected === 'same' };
});

describe('of the pairs in the table', () => {
  const joined = () => PAIRS.filter(({ one, other }) => isSameMatter(told(one), told(other)));

  test('hardly one is joined that tells of two matters', () => {
    const rows = joined();
    expect(rows.filter(({ same }) => same).length / rows.length).toBeGreaterThanOrEqual(0.95);
  });

  test('most that tell of one matter are joined', () => {
    const found = joined().filter(({ same }) => same).length;
    expect(found / PAIRS.filter(({ same }) => same).length).toBeGreaterThanOrEqual(0.7);
  });

  test('none depends on which was told first', () => {
    for (const { one, other } of PAIRS)
      expect(isSameMatter(told(one), told(other))).toBe(isSameMatter(told(other), told(one)));
  });
});

describe('two messages', () => {
  test('of two categories tell of two matters', () => {
    const text = '排污许可证换证卡在环保局五十天了';
    expect(isSameMatter(told(text, '市场准入登记'), told(text, '市场准入登记'))).toBe(true);
    expect(isSameMatter(told(text, '市场准入登记'), told(text, null))).toBe(true);
    expect(isSameMatter(told(text, '市场准入登记'), told(text, '税费'))).toBe(false);
    expect(isSameMatter(told(text, '市场准入登记'), told(text, '其他'))).toBe(true);
  });

  test('with two sums of money tell of two debts', () => {
    expect(isSameMatter(told('甲方欠我们货款46万'), told('甲方欠我们货款80万'))).toBe(false);
    expect(isSameMatter(told('甲方欠我们货款46万'), told('甲方欠我们货款46.0万'))).toBe(false);
    expect(isSameMatter(told('甲方欠我们货款46万'), told('货款４６萬還沒給'))).toBe(true);
  });

  test('that say nothing are not the same', () => {
    expect(isSameMatter(told(''), told(''))).toBe(false);
    expect(isSameMatter(told('那件事怎么样了'), told('那件事怎么样了呢'))).toBe(false);
  });
});
