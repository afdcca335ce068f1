import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../src/domain/answer/sides.ts';

describe('the two things that a comparison names', () => {
  test.for([
    ['小巨人和单项冠军各补多少', '小巨人', '单项冠军各补多少'],
    ['一等奖与二等奖差多少', '一等奖', '二等奖差多少'],
    ['做首贷还是做续贷好', '首贷', '续贷好'],
    ['一等奖、二等奖分别多少', '一等奖', '二等奖分别多少'],
    ['十三五末有多少,十四五要达到多少', '十三五末有多少', '十四五要达到多少'],
    ['小巨人vs单项冠军', '小巨人', '单项冠军'],
    ['对小巨人或者对单项冠军', '小巨人', '单项冠军'],
  ] as const)('「%s」: 「%s」 and 「%s」', ([text, left, right]) => {
    expect(sidesOf(text)).toEqual([left, right]);
  });

  test('the most even cut is meant', () => {
    expect(sidesOf('税和费减免和贷款贴息哪个好')).toEqual(['税和费减免', '贷款贴息哪个好']);
  });

  test.for(['小巨人奖励多少', '和平', '公共和谐', '甲和', '', '和'])('「%s」 names no two', (text) => {
    expect(sidesOf(text)).toBeNull();
  });
});
