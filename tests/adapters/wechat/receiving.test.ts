import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { types } from 'wechaty';
import { hear } from '../../support/wechat/channel.ts';

const ROOM = 'room@chatroom';
const IN_ROOM = { from: 'zhangsan', room: ROOM } as const;

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/wechat', name), 'utf8');

describe('where and from whom', () => {
  test('alone with a person the chat is the person', async () => {
    const [message] = await hear([{ from: 'zhangsan', text: '你好' }]);
    expect(message).toMatchObject({
      chat: 'wechat:zhangsan',
      isGroup: false,
      from: { id: 'wechat:zhangsan', name: '张三' },
      text: '你好',
      addressed: true,
    });
  });

  test('alone with the bot its name in front is no part of what is said', async () => {
    const [message] = await hear([{ from: 'zhangsan', text: '小企，首贷怎么办' }]);
    expect(message?.text).toBe('首贷怎么办');
  });

  test('in a room it is the room', async () => {
    const [message] = await hear([{ ...IN_ROOM, text: '你好' }]);
    expect(message).toMatchObject({ chat: `wechat:${ROOM}`, isGroup: true, addressed: false });
  });

  test('by the alias in the room, where there is one', async () => {
    const [message] = await hear([{ ...IN_ROOM, text: '@小企 你好' }], ({ phone }) => {
      phone.puppet().roomMemberRawPayload = async (_room, id) => ({
        avatar: '',
        id,
        name: id,
        roomAlias: id === 'zhangsan' ? '示例科技-张三' : '企服小助理',
      });
    });
    expect(message?.from).toEqual({ id: 'wechat:zhangsan', name: '示例科技-张三' });
  });

  test.for([
    ['the account itself', { from: 'wxid_qifu', room: ROOM, text: '我说的' }],
    ['the file helper', { from: 'filehelper', text: '你好' }],
    ['an official account', { from: 'gh_0123456789ab', text: '推送' }],
    ['an official account of another id', { from: 'news', text: '推送' }],
  ] as const)('%s is not heard', async ([_who, utterance]) => {
    const heard = await hear([utterance], ({ phone }) => {
      phone.person('filehelper', '文件传输助手');
      phone.person('gh_0123456789ab', '某公众号');
      phone.person('news', '某公众号', { type: types.Contact.Official });
    });
    expect(heard).toEqual([]);
  });
});

describe('spoken to in a room', () => {
  test.for([
    ['by the puppet’s list, whatever the name', { text: '@以前的名字\u2005首贷', mentions: ['wxid_qifu'] }],
    ['by the name of the account', { text: '@企服助手\u2005首贷' }],
    ['by its nickname', { text: '@小企 首贷' }],
    ['by its nickname in front', { text: '小企 首贷' }],
    ['by its nickname, where the list is empty', { text: '@小企\u2005首贷', mentions: [] }],
  ] as const)('%s', async ([_how, utterance]) => {
    const [message] = await hear([{ ...IN_ROOM, ...utterance }]);
    expect(message).toMatchObject({ addressed: true, text: '首贷' });
  });

  test('others who are mentioned come with their ids', async () => {
    const [message] = await hear([{ ...IN_ROOM, text: '@小企\u2005请@李四\u2005看' }]);
    expect(message?.mentions).toEqual([{ id: 'wechat:lisi', name: '李四' }]);
  });

  test('by a reply to what the bot said, and not by one to what others said', async () => {
    const line = '- - - - - - - - - - - - - - -';
    const [one, other] = await hear([
      { ...IN_ROOM, text: `「企服助手：奖励50万元」\n${line}\n哪个部门给` },
      { ...IN_ROOM, text: `「李四：@小企 奖励多少」\n${line}\n我也想知道`, mentions: ['wxid_qifu'] },
    ]);
    expect(one).toMatchObject({ addressed: true, text: '哪个部门给', quote: { text: '奖励50万元' } });
    expect(other).toMatchObject({ addressed: false, text: '我也想知道', quote: { from: { name: '李四' } } });
  });
});

describe('what is quoted', () => {
  test('is known again by name and words, where it was said', async () => {
    const [said, reply, forged] = await hear([
      { ...IN_ROOM, from: 'lisi', text: '用电报装 两个月没动静😄' },
      { ...IN_ROOM, text: '「李四：用电报装两个月没动静」\n------\n@小企\u2005转给供电公司' },
      { ...IN_ROOM, text: '「李四：我同意」\n------\n@小企\u2005记下来' },
    ]);
    expect(reply?.quote).toMatchObject({ id: said?.id, from: { id: 'wechat:lisi', name: '李四' } });
    expect(forged?.quote).toMatchObject({ id: null, from: { id: null, name: '李四' } });
  });

  test('comes with its id where the platform says it', async () => {
    const [message] = await hear([
      { ...IN_ROOM, text: fixture('reply.xml'), type: types.Message.Attachment },
    ]);
    expect(message).toMatchObject({
      text: '这个我们公司能申请吗',
      quote: { id: 'wechat:8123456789012345678', from: { id: 'wechat:wxid_zhangsan', name: '张三' } },
    });
  });
});

describe('other than text', () => {
  test('a merged forward comes with its messages', async () => {
    const [message] = await hear([
      { from: 'zhangsan', text: fixture('bundle.xml'), type: types.Message.ChatHistory },
    ]);
    expect(message).toMatchObject({ text: '', addressed: true });
    expect(message?.forwarded?.map(({ from, text }) => [from.name, text])).toEqual([
      ['张三', '我们厂的用电报装批了两个月没动静，A&B 两条线都停着'],
      ['李四', '［图片］'],
      ['张三', '［文件］报装申请.pdf'],
      ['王五', '［其他消息］'],
    ]);
  });

  test.for([
    ['Audio', 'voice'],
    ['Video', 'video'],
    ['Emoticon', 'sticker'],
    ['Location', 'location'],
    ['Url', 'link'],
    ['MiniProgram', 'mini-program'],
    ['Contact', 'card'],
    ['ChatHistory', 'other'],
  ] as const)('%s is unreadable: %s', async ([type, what]) => {
    const [message] = await hear([{ from: 'zhangsan', text: '', type: types.Message[type] }]);
    expect(message).toMatchObject({ text: '', happening: { kind: 'unreadable', what } });
  });

  test('a message taken back is named', async () => {
    const [message] = await hear([
      { from: 'zhangsan', text: fixture('recalled.xml'), type: types.Message.Recalled },
    ]);
    expect(message?.happening).toEqual({ kind: 'recalled', message: 'wechat:8123456789012345678' });
  });

  test('grey lines are not heard, but for the end of the room', async () => {
    const heard = await hear([
      { ...IN_ROOM, text: '张三拍了拍我', type: types.Message.Unknown },
      { from: 'zhangsan', text: '群主已解散该群聊', type: types.Message.Unknown },
      { ...IN_ROOM, text: '群主已解散该群聊', type: types.Message.Unknown },
    ]);
    expect(heard.map(({ happening }) => happening)).toEqual([{ kind: 'chat-ended' }]);
  });
});
