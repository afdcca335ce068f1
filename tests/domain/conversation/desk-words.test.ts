import { expect, test } from 'vitest';
import { readDeskWord } from '../../../src/domain/conversation/desk-words.ts';

test.for([
  ['好的', 'polite'],
  ['收到，谢谢', 'polite'],
  ['这个不归我们管', 'not-ours'],
  ['不属于我局职责', 'not-ours'],
  ['这不是我们局的事', 'not-ours'],
  ['不在我单位职责范围内', 'not-ours'],
  ['这事应该找住建局', 'not-ours'],
  ['该由区里负责，应由洪山区办', 'not-ours'],
  ['我们管不了', 'not-ours'],
  ['办好了', 'done'],
  ['已办结', 'done'],
  ['都处理完了！', 'done'],
  ['已解决完毕', 'done'],
  ['对方已经付了40万，剩下的月底付清', 'report'],
  ['补贴资金已拨付到区财政', 'report'],
  ['明天上门', 'report'],
  ['正在约谈对方', 'report'],
  ['办好了，款项昨天到账', 'report'],
  ['小巨人奖励', null],
  ['首贷服务站归哪个部门管', null],
  ['企业什么时候能拿到钱？', null],
  ['专精特新认定条件', null],
  ['', null],
] as const)('「%s」: %s', ([text, word]) => expect(readDeskWord(text)).toBe(word));
