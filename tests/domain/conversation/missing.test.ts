import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingIn, NEEDED_FACTS } from '../../../src/domain/conversation/missing.ts';

describe('an appeal lacks', () => {
  test.for([
    ['停电', 'firm place since wish contact'],
    ['我们公司停电了', 'firm place since wish contact'],
    ['我们厂停电三天了，求解决', 'firm place contact'],
    ['光谷这边断网', 'firm since wish contact'],
    ['示例科技有限公司被罚了', 'place since wish contact'],
    ['张记面馆，昨天被罚，能不能不罚', 'place contact'],
    ['去年的补贴没到，帮忙催一下', 'firm place contact'],
    ['示例模具厂在江夏区庙山，上月起停电，希望供电局处理，13800000000', ''],
    ['東湖高新區張記麵館，昨天被罰，能不能不罰，電話138 0000 0000', ''],
  ] as const)('「%s」: %s', ([text, missing]) => {
    expect(missingIn(text).join(' ')).toBe(missing);
  });

  test('less, never more, the more it says', () => {
    fc.assert(
      fc.property(fc.constantFrom('停电', '示例科技有限公司断网', '光谷停水'), (text) => {
        const more = `${text}，示例模具厂，江夏区，昨天起，请处理，13800000000`;
        expect(missingIn(text)).toEqual(expect.arrayContaining([...missingIn(more)]));
      }),
    );
  });

  test('each fact that an empty message lacks', () => {
    expect(missingIn('')).toEqual(NEEDED_FACTS);
  });
});
