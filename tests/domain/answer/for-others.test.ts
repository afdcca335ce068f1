import { expect, test } from 'vitest';
import { isForOthers } from '../../../src/domain/answer/for-others.ts';
import type { AskedFact } from '../../../src/domain/answer/types.ts';
import { aBenefit, aPolicy, aQuestion, anEntry } from '../../support/an-entry.ts';

const beacon = anEntry('对认定为全球灯塔工厂的企业给予1000万元奖励。', {
  clause: { benefits: [aBenefit({ who: '认定为全球灯塔工厂的企业', amountYuan: 1e7 })] },
});
const asks = (text: string, wanted: readonly AskedFact[] = ['amount']) =>
  aQuestion('', { text, asks: wanted });

test('a sum for one honour is none for another', () => {
  expect(isForOthers(asks('认定高新技术企业补多少'), beacon)).toBe(true);
  expect(isForOthers(asks('灯塔工厂补多少'), beacon)).toBe(false);
});

test('by any of its names, in the clause, its headings or its document’s title', () => {
  const firm = anEntry('给予10万元。', { policy: aPolicy({ title: '高新技术企业奖励办法' }) });
  expect(isForOthers(asks('高企补多少'), firm)).toBe(false);
});

test('who names no honour, or names whoever gets it, is answered', () => {
  expect(isForOthers(asks('智能工厂补多少'), beacon)).toBe(false);
  expect(isForOthers(asks('全球灯塔工厂企业和小巨人补多少'), beacon)).toBe(false);
});

test('only sums are for somebody', () => {
  expect(isForOthers(asks('高企归谁管', ['units']), beacon)).toBe(false);
});
