import { beforeAll, describe, expect, test } from 'vitest';
import type { Ask, AskReply } from '../../../src/app/answering/types.ts';
import { anAskOver } from '../../support/an-ask.ts';

const MEASURES = `武汉市支持制造业发展若干措施
武政规〔2026〕3号
一、资金奖励
（一）绿色工厂奖励。对新认定的国家级绿色工厂，给予一次性奖励50万元。（责任单位：市经信局）
（二）单项冠军奖励。对新认定的制造业单项冠军企业，给予一次性奖励100万元。（责任单位：市经信局）
二、融资服务
（一）降低担保费率。支持小微企业融资的担保费率降至1%以下。（责任单位：市地方金融局）
（二）建设首贷服务站。各银行设立首贷服务站，为首贷户提供一对一服务。（责任单位：市地方金融局）
`;

let ask: Ask;
beforeAll(async () => {
  ask = await anAskOver({ 'measures.txt': MEASURES });
});
const talk = (...messages: readonly string[]): AskReply => {
  const said: AskReply[] = [];
  for (const text of messages) said.push(ask({ text, memory: said.at(-1)?.memory }));
  return said.at(-1) as AskReply;
};
const GUARANTEE = '小微企业融资担保费率怎么降到百分之一';

describe('a follow-up that says nothing together with the question before', () => {
  test.for([
    [GUARANTEE, '那绿色工厂奖励多少呢', '1.1'],
    ['首贷服务站什么时候建成', '绿色工厂呢', '1.1'],
    ['从来没有贷过款的小店第一次跟银行打交道', '那单项冠军奖励呢', '1.2'],
  ] as const)('「%s」 「%s」 is asked of what it names alone', ([before, message, clause]) => {
    expect(talk(before).hits[0]?.clause).not.toBe(clause);
    const { answered, hits, memory } = talk(before, message);
    expect({ answered, clause: hits[0]?.clause }).toEqual({ answered: true, clause });
    expect(memory.about).toMatchObject({ clause });
  });

  test('stays declined where that says nothing either', () => {
    const { answered, text } = talk('首贷户有一对一服务吗', '那量子计算奖励多少呢');
    expect(answered).toBe(false);
    expect(text).not.toMatch(/50万元|100万元/);
  });

  test('is not asked alone of a region without documents', () => {
    const { answered, text } = talk(GUARANTEE, '那北京绿色工厂奖励多少呢');
    expect(answered).toBe(false);
    expect(text).toContain('北京市');
  });
});

describe('a follow-up that says something', () => {
  test('is what both messages ask', () => {
    const { answered, text } = talk('绿色工厂奖励多少', '那单项冠军呢');
    expect(answered).toBe(true);
    expect(text).toMatch(/单项冠军企业：100万元/);
  });
});

test('a topic of another desk leans on no question about a policy', () => {
  const { answered, hits, text } = talk('绿色工厂奖励多少', '今天天气怎么样');
  expect({ answered, hits }).toEqual({ answered: false, hits: [] });
  expect(text).toMatch(/范围/);
});
