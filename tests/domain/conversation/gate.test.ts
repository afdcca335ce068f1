import { describe, expect, test } from 'vitest';
import { type Approach, claimOf, withoutCall } from '../../../src/domain/conversation/gate.ts';

describe('the name in front', () => {
  test.for([
    ['小企 奖励多少', '奖励多少'],
    ['小企，奖励多少', '奖励多少'],
    ['小企：A0321 签收', 'A0321 签收'],
    ['@小企 奖励多少', '奖励多少'],
    ['＠小企 奖励多少', '奖励多少'],
    ['  小企、奖励多少？', '奖励多少？'],
    ['小企', ''],
    ['小企！', ''],
    ['小企安静', '安静'],
    ['小企有问必答 开', '有问必答 开'],
  ] as const)('「%s」 calls the bot and says 「%s」', ([text, said]) => {
    expect(withoutCall(text, '小企')).toBe(said);
  });

  test.for(['小企业奖励多少', '小企鹅', '问小企 奖励', '中小企业，奖励多少', ''])(
    '「%s」 does not call it',
    (text) => expect(withoutCall(text, '小企')).toBeNull(),
  );

  test('may be written in Latin letters, small or wide', () => {
    expect(withoutCall('ＱＩＦＵ 奖励', 'Qifu')).toBe('奖励');
    expect(withoutCall('qifu, 奖励', 'Qifu')).toBe('奖励');
  });

  test('a bot without a name is never called', () => expect(withoutCall('奖励', '')).toBeNull());
});

describe('what is meant for the bot', () => {
  const approach = (fields: Partial<Approach>): Approach => ({
    isGroup: true,
    isAddressed: false,
    isPick: false,
    isToOther: false,
    text: '中午吃什么',
    answersAll: false,
    ...fields,
  });

  test.for([
    ['everything that is said in private', { isGroup: false }],
    ['what addresses it', { isAddressed: true }],
    ['an answer to its offer', { isPick: true, text: '1' }],
    ['an answer to its offer that names somebody', { isPick: true, isToOther: true }],
  ] as const)('%s', ([, fields]) => {
    expect(claimOf(approach(fields))).toEqual({ kind: 'meant' });
  });

  test('the talk of a group only where the person is telling the bot something', () => {
    expect(claimOf(approach({}))).toEqual({ kind: 'telling', orQuestion: false });
    expect(claimOf(approach({ isToOther: true }))).toBeNull();
  });

  test.for(['A0321', 'A0321 签收', 'A0321 到哪了'])('「%s」 where there is such an appeal', (text) => {
    expect(claimOf(approach({ text }))).toEqual({ kind: 'number', number: 'A0321' });
  });

  test('a number that somebody else is told as well', () => {
    expect(claimOf(approach({ text: 'A0321 签收', isToOther: true }))).toMatchObject({ kind: 'number' });
  });

  test.for([
    ['满意', 'rate'],
    ['5分', 'score'],
    ['签收', 'acknowledge'],
    ['已联系企业，约周三上门', 'contacted'],
    ['答复：已拨付', 'reply'],
  ] as const)('「%s」 where the person has an appeal of which it can be said', ([text, verb]) => {
    expect(claimOf(approach({ text }))).toEqual({ kind: 'act', verb });
  });

  test('not an act that is said to somebody else', () => {
    expect(claimOf(approach({ text: '满意', isToOther: true }))).toBeNull();
  });

  test('not words that begin like an order of specialists', () => {
    expect(claimOf(approach({ text: '派对几点开始' }))).toMatchObject({ kind: 'telling' });
  });

  test('a plain question only where the group wants that, and not one to somebody else', () => {
    const text = '小巨人奖励多少钱';
    expect(claimOf(approach({ text }))).toEqual({ kind: 'telling', orQuestion: false });
    expect(claimOf(approach({ text, answersAll: true }))).toEqual({ kind: 'telling', orQuestion: true });
    expect(claimOf(approach({ text, answersAll: true, isToOther: true }))).toBeNull();
    expect(claimOf(approach({ text: ' ', answersAll: true }))).toBeNull();
  });
});
