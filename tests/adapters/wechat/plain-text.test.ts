import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../adapters/wechat/clean-text.ts';
import { toPlain } from '../../../adapters/wechat/plain-text.ts';

describe('text that comes in', () => {
  test.for([
    ['你好', '你好'],
    ['一<br/>二<br>三\r\n四', '一\n二\n三\n四'],
    ['张三<span class="emoji emoji1f604"></span>', '张三😄'],
    ['<span class="emoji emoji1f1e81f1f3"></span><span class="emoji emoji002320e3"></span>', '🇨🇳#⃣'],
    ['<span class="emoji emojiffffffff"></span>好', '\uFFFF\uFFFF好'],
    ['<span class="emoji emojiffffff"></span>好', '好'],
    ['a\u0000b\u001B[31mc', 'ab[31mc'],
    ['\u202E反\u2066了\uFEFF', '反了'],
    ['半\uD83D个', '半\uFFFD个'],
    ['@小企\u2005问', '@小企\u2005问'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ] as const)('%j is read as %j', ([raw, clean]) => expect(cleanText(raw)).toBe(clean));

  test('is cut at a hundred thousand characters', () => {
    expect(cleanText('长'.repeat(1_000_000))).toHaveLength(100_000);
  });
});

describe('text that goes out', () => {
  test.for([
    ['**重点**：奖励 `50` 万元', '重点：奖励 50 万元'],
    ['## 标题\n正文', '标题\n正文'],
    ['> 引文', '引文'],
    ['见[通知](https://example.com/a)', '见通知 https://example.com/a'],
    ['```json\n{}\n```', '{}\n'],
    ['3 * 4 * 5 = 60，第 #1 条', '3 * 4 * 5 = 60，第 #1 条'],
    ['「武政规〔2023〕5号」[试行]', '「武政规〔2023〕5号」[试行]'],
  ] as const)('%j is shown as %j', ([text, plain]) => expect(toPlain(text)).toBe(plain));
});
