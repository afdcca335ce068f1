import { describe, expect, test } from 'vitest';
import { dropGlosses } from '../../../src/domain/hanzi/gloss.ts';

describe('glosses', () => {
  test.for([
    ['各區(qū)人民政府', '各區人民政府', 1],
    ['很(hěn)(hěn)好', '很好', 2],
    ['企業(yè)、準(zhǔn)備', '企業、準備', 2],
    ['綠（lǜ）色', '綠色', 1],
    ['企業(qǐ yè)發展', '企業發展', 1],
    ['的(de)確', '的確', 1],
    ['哆M(jìn)度', '哆M度', 1],
    ['準(zhǔn)', '準', 1],
  ] as const)('%s becomes %s', ([text, kept, count]) => {
    const without = dropGlosses(text);
    expect(without.text).toBe(kept);
    expect(without.glosses).toHaveLength(count);
    expect(without.glosses.join('').length + without.text.length).toBe(text.length);
  });

  test.for([
    '研发(R&D)',
    '(GYB)',
    '自动导引车(AGV)',
    '(2023)',
    '选项(a)',
    '企业(qu)',
    '(一)',
    '平台(app)',
    '模式(to b)',
  ])('%s stays', (text) => {
    expect(dropGlosses(text)).toEqual({ text, glosses: [] });
  });
});
