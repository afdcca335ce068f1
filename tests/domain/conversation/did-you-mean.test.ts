import { describe, expect, test } from 'vitest';
import { createSuggester } from '../../../src/domain/conversation/did-you-mean.ts';
import { createUnitDirectory } from '../../../src/domain/unit/directory.ts';
import { createUnitMatcher } from '../../../src/domain/unit/match.ts';
import { unitData } from '../../support/seeds.ts';

const suggester = createSuggester(
  [
    { name: '政策库', aliases: ['文件列表'] },
    { name: '转人工', aliases: ['人工客服'] },
    { name: '武汉市2023年中小企业工作要点', aliases: [] },
  ],
  { units: createUnitMatcher(createUnitDirectory(unitData()).bodies), region: '武汉市' },
);

describe('a short message that nothing answers', () => {
  test.for([
    ['政策裤', '政策库'],
    ['文件列标', '政策库'],
    ['转人公', '转人工'],
    ['精信局', '武汉市经济和信息化局'],
    ['中小企业工作要典', '武汉市2023年中小企业工作要点'],
  ])('「%s」 may mean 「%s」', ([typed, meant]) => {
    expect(suggester.suggest(typed as string, 3)).toContain(meant);
  });

  test('that is like nothing gets no suggestion', () => {
    expect(suggester.suggest('苹果香蕉', 3)).toEqual([]);
    expect(suggester.suggest('?', 3)).toEqual([]);
  });

  test('is short: a sentence is never taken for a slip of a name', () => {
    expect(suggester.suggest('我想看一看你们这个政策裤里都有些什么', 3)).toEqual([]);
  });

  test('gets no more suggestions than wanted, each once', () => {
    const found = suggester.suggest('市局', 2);
    expect(found.length).toBeLessThanOrEqual(2);
    expect(new Set(found).size).toBe(found.length);
  });
});
