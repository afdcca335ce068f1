import { describe, expect, test } from 'vitest';
import { types } from 'wechaty';
import { createIds, idsOutliveLogin } from '../../../adapters/wechat/ids.ts';
import { messageKind } from '../../../adapters/wechat/message-kind.ts';
import { toRefusal } from '../../../adapters/wechat/refusal.ts';
import { isReplayed } from '../../../adapters/wechat/replay.ts';
import { readNotice } from '../../../adapters/wechat/system-notice.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { ChannelError } from '../../../src/ports/channel.ts';

describe('kinds of messages', () => {
  test.for([
    ['Unknown', 'system'],
    ['Attachment', 'file'],
    ['Audio', 'voice'],
    ['Contact', 'card'],
    ['ChatHistory', 'bundle'],
    ['Emoticon', 'sticker'],
    ['Image', 'image'],
    ['Text', 'text'],
    ['Location', 'location'],
    ['MiniProgram', 'mini-program'],
    ['GroupNote', 'other'],
    ['Transfer', 'other'],
    ['RedEnvelope', 'other'],
    ['Recalled', 'recalled'],
    ['Url', 'link'],
    ['Video', 'video'],
    ['Post', 'video'],
  ] as const)("wechaty's %s is %s", ([type, kind]) => {
    const ours = messageKind(types.Message[type]);
    expect(ours.kind === 'unreadable' ? ours.what : ours.kind).toBe(kind);
  });

  test('of a later wechaty are unreadable', () => {
    expect(messageKind(99)).toEqual({ kind: 'unreadable', what: 'other' });
  });
});

describe('ids', () => {
  test.for([
    ['wechaty-puppet-padlocal', 'wxid_abc', true],
    ['wechaty-puppet-service', 'wxid_abc', true],
    ['wechaty-puppet-wechat4u', '@0123456789abcdef0123', false],
    ['wechaty-puppet-wechat', 'anything', false],
    ['wechaty-puppet-service', '@0123456789abcdef0123', false],
  ] as const)('of %s with the account %s outlive a log-in: %s', ([puppet, self, outlive]) => {
    expect(idsOutliveLogin(puppet, self)).toBe(outlive);
  });

  test('carry the generation where they do not, the same for the same session', () => {
    const one = createIds('wechaty-puppet-wechat4u', '@aaaa');
    expect(one.toOurs('@room')).toMatch(/^wechat:[0-9a-f]{8}~@room$/);
    expect(createIds('wechaty-puppet-wechat4u', '@aaaa')).toMatchObject({ generation: one.generation });
    const other = createIds('wechaty-puppet-wechat4u', '@bbbb');
    expect(other.toTheirs(one.toOurs('@room'))).toBeNull();
    expect(one.toTheirs(one.toOurs('@room'))).toBe('@room');
  });

  test.for(['feishu:oc_1', 'wechat:', ''])('%j is nobody of WeChat', (id) => {
    expect(createIds('wechaty-puppet-padlocal', 'wxid_abc').toTheirs(id)).toBeNull();
  });
});

describe('messages told again after a log-in', () => {
  const MINUTE = 60_000;
  const LOGIN = 1_800_000_000_000 as Instant;
  const at = (minutes: number): Instant => (LOGIN + minutes * MINUTE) as Instant;
  test.for([
    ['said now in a chat that is not known', 1, null, null, false],
    ['said half an hour before, where nothing was ever taken', -30, null, null, false],
    ['said two hours before, where nothing was ever taken', -120, null, null, true],
    ['said while nobody was logged in', -120, -180, null, false],
    ['taken before, told again', -200, -180, null, true],
    ['of the same second as the last one', -180, -180, null, false],
    ['three seconds before the last one', -180.05, -180, null, false],
    ['a minute before the last one', -181, -180, null, true],
    ['late, but new', -100, -180, -95, false],
    ['much older than the last one', -100, -180, -80, true],
    ['a week old', -60 * 24 * 8, -60 * 24 * 9, null, true],
  ] as const)('%s', ([_title, said, before, latest, replayed]) => {
    const mark = (minutes: number | null): Instant | null => (minutes === null ? null : at(minutes));
    const past = { before: mark(before), latest: mark(latest), loggedInAt: LOGIN };
    expect(isReplayed(at(said), past)).toBe(replayed);
  });
});

describe('what puppets say when they did not send', () => {
  test.for([
    ['not logged in', 'closed', false],
    ['操作太频繁，请稍后再试', 'rate-limited', true],
    ['Too many requests', 'rate-limited', true],
    ['李四开启了朋友验证，你还不是他（她）朋友', 'unreachable', false],
    ['消息已发出，但被对方拒收了', 'unreachable', false],
    ['you are not in the chatroom', 'unknown-chat', false],
    ['Wechaty Puppet Unsupported API Error', 'forbidden', false],
    ['14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED', 'unavailable', true],
  ] as const)('%s → %s', ([words, code, retryable]) => {
    expect(toRefusal(new Error(words))).toMatchObject({ name: 'ChannelError', code, retryable });
  });

  test('other errors stay what they are: nobody knows whether it was sent', () => {
    const error = new Error('14 UNAVAILABLE: Connection dropped');
    expect(toRefusal(error)).toBe(error);
    expect(toRefusal('odd')).toBe('odd');
    const refusal = new ChannelError('forbidden');
    expect(toRefusal(refusal)).toBe(refusal);
  });
});

describe('grey lines', () => {
  test.for([
    ['群主已解散该群聊', 'chat-ended'],
    ['该群聊已被解散', 'chat-ended'],
    ['你被"张三"移出群聊', 'bot-left'],
    ['你已被群主移出了群聊', 'bot-left'],
    ['"张三"邀请"李四"加入了群聊', null],
    ['张三拍了拍我', null],
    [`你被${'长'.repeat(300)}移出群聊`, null],
  ] as const)('%s', ([text, kind]) => expect(readNotice(text)).toBe(kind));
});
