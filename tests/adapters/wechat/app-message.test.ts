import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBundle, readFile, readRecalled, readReply } from '../../../adapters/wechat/app-message.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/wechat', name), 'utf8');

describe('a merged forward', () => {
  test('gives its messages with who said them, and when', () => {
    expect(readBundle(fixture('bundle.xml'))).toEqual([
      {
        kind: 'text',
        name: '张三',
        text: '我们厂的用电报装批了两个月没动静，A&B 两条线都停着',
        at: Date.parse('2026-11-20T09:05:00+08:00'),
      },
      { kind: 'image', name: '李四', text: '', at: Date.parse('2026-11-20T09:06:00+08:00') },
      { kind: 'file', name: '张三', text: '报装申请.pdf', at: Date.parse('2026-11-20T09:07:30+08:00') },
      { kind: 'other', name: '王五', text: '', at: null },
    ]);
  });

  test('gives its preview where the puppet keeps the rest', () => {
    expect(readBundle(fixture('bundle-preview.xml'))).toEqual([
      { kind: 'text', name: '张三', text: '贴息能办吗', at: null },
      { kind: 'text', name: '李四', text: '能，找首贷服务站', at: null },
    ]);
  });

  test('is read behind the sender that some puppets leave in front', () => {
    expect(readBundle(`wxid_lisi:\n${fixture('bundle.xml')}`)).toHaveLength(4);
  });

  test('of thousands of messages is cut', () => {
    const items = '<dataitem datatype="1"><datadesc>x</datadesc></dataitem>'.repeat(2_000);
    expect(readBundle(`<recordinfo>${items}</recordinfo>`)).toHaveLength(500);
  });

  test.for([
    '',
    '[聊天记录]',
    '<msg>',
    '<msg><appmsg><des></des></appmsg></msg>',
    '<msg>'.repeat(50_000),
    `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}">]><msg><des>&a;</des></msg>`,
    `<msg>${'x'.repeat(1_000_001)}</msg>`,
  ])('is not made of %#', (source) => expect(readBundle(source)).toBeNull());
});

describe('a reply in XML', () => {
  test('says what it answers, by id', () => {
    expect(readReply(fixture('reply.xml'))).toEqual({
      text: '这个我们公司能申请吗',
      referred: {
        messageId: '8123456789012345678',
        personId: 'wxid_zhangsan',
        name: '张三',
        text: '武汉市对首次认定的专精特新"小巨人"企业给予奖励',
      },
    });
  });

  test('to a file names the file', () => {
    expect(readReply(fixture('reply-to-file.xml'))?.referred.text).toBe('申报指南.pdf');
  });

  test.for(['好的', fixture('file.xml')])('is not %#', (source) => expect(readReply(source)).toBeNull());
});

describe('a message taken back', () => {
  test.for([
    [fixture('recalled.xml'), '8123456789012345678'],
    ['<sysmsg><revokemsg><msgid>12</msgid></revokemsg></sysmsg>', '12'],
    ['8123456789012345678', '8123456789012345678'],
    ['张三撤回了一条消息', null],
    ['<sysmsg></sysmsg>', null],
  ] as const)('%#', ([source, id]) => expect(readRecalled(source)).toBe(id));
});

test('a file has the name and size that its XML says', () => {
  expect(readFile(fixture('file.xml'))).toEqual({ name: '营业执照.pdf', bytes: 20_480 });
  expect(readFile('营业执照.pdf')).toEqual({ name: null, bytes: null });
});
