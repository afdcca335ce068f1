import { describe, expect, test } from 'vitest';
import { needlesOf } from '../../../src/domain/answer/needles.ts';
import { aQuestion } from '../../support/an-entry.ts';

const idf = (piece: string): number => ({ 小巨: 3, 巨人: 2, 资金: 4, 应急: 0 })[piece] ?? 1;
const saying = { start: 0, end: 3, phrase: '没钱了', means: ['應急資金'], weight: 0.5, topic: '融资' };

describe('what to look for in the sentences of a clause', () => {
  test('pairs of characters weigh as much as they are rare', () => {
    const { weights } = needlesOf(aQuestion('小巨人 app 奖'), idf);
    expect([...weights]).toEqual([
      ['小巨', 3],
      ['巨人', 2],
      ['app', 1],
      ['奖', 1],
    ]);
  });

  test('documents’ words for a saying weigh less, and never nothing', () => {
    const { weights } = needlesOf(aQuestion('没钱了', { sayings: [saying] }), idf);
    expect(weights.get('资金')).toBe(2);
    expect(weights.get('应急')).toBeGreaterThan(0);
  });

  test('a piece that is said and meant keeps the greater weight', () => {
    expect(needlesOf(aQuestion('没钱了 资金', { sayings: [saying] }), idf).weights.get('资金')).toBe(4);
  });

  test('a saying of the other side of a comparison is left out', () => {
    const question = aQuestion('没钱了 小巨人', { sayings: [saying] });
    expect(needlesOf(question, idf, '小巨人').weights.has('资金')).toBe(false);
  });

  test('sounds stand for pairs of Chinese characters only, and speak less clearly', () => {
    const { sounds, sound } = needlesOf(aQuestion('巨人 app'), idf);
    expect([...sounds.keys()]).toEqual([sound('巨人')]);
    expect(sounds.get(sound('具人'))).toBeLessThan(2);
  });
});
