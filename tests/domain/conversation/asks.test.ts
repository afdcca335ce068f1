import { expect, test } from 'vitest';
import { asksSomething, isMerelyPolite } from '../../../src/domain/conversation/asks.ts';

test.for(['小巨人奖励多少', '还要什么材料', '在哪里办', '可以吗', '要等多久？', '能不能快点'])(
  '「%s」 asks',
  (text) => expect(asksSomething(text)).toBe(true),
);

test.for(['在关山街', '2025年3月签的合同', '张三', '一共八十万', '示例科技有限公司'])(
  '「%s」 asks for nothing, nor is it mere politeness',
  (text) => expect([asksSomething(text), isMerelyPolite(text)]).toEqual([false, false]),
);

test.for(['好的', '好的谢谢', '收到！', '嗯嗯', '稍等，我找找', '谢谢您 辛苦了', 'OK', '知道了'])(
  '「%s」 is polite and no answer',
  (text) => expect(isMerelyPolite(text)).toBe(true),
);
