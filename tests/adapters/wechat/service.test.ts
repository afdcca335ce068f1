import { describe, expect, test } from 'vitest';
import { types } from 'wechaty';
import { aWechat, until, type WechatBench } from '../../support/wechat/channel.ts';
import { aGateway, type Gateway } from '../../support/wechat/gateway.ts';

const PERSON = 'wechat:zhangsan';
const ROOM = 'wechat:room@chatroom';

/** A channel over wechaty-puppet-service and a gateway on the loopback address, logged in. */
async function aService(): Promise<WechatBench & { readonly gateway: Gateway }> {
  const gateway = await aGateway();
  const { phone } = gateway;
  phone.person('wxid_qifu', '企服助手');
  phone.person('zhangsan', '张三');
  phone.room('room@chatroom', '企业服务一群', ['wxid_qifu', 'zhangsan']);
  const puppet = { name: 'wechaty-puppet-service', options: gateway.puppetOptions };
  const bench = await aWechat({ puppet });
  phone.logIn();
  await until(() => bench.onlines() > 0);
  return { ...bench, gateway };
}

describe('through a puppet service', () => {
  test('hears and says, with receipts, files and mentions', async () => {
    const { channel, received, gateway } = await aService();
    const { phone } = gateway;
    phone.says({
      from: 'zhangsan',
      room: 'room@chatroom',
      text: '@企服助手\u2005首贷',
      mentions: ['wxid_qifu'],
    });
    const bytes = Buffer.from('文件的内容'.repeat(10_000));
    const type = types.Message.Attachment;
    phone.says({ from: 'zhangsan', type, file: { name: '申请表.pdf', bytes } });
    await until(() => received.length === 2);
    expect(received[0]).toMatchObject({ chat: ROOM, text: '首贷', addressed: true, from: { name: '张三' } });
    const [file] = received[1]?.files ?? [];
    expect(Buffer.from(await channel.fetch(file as NonNullable<typeof file>))).toEqual(bytes);

    const { message } = await channel.say(ROOM, { text: '答', mention: PERSON });
    expect(message).toMatch(/^wechat:.+/);
    await channel.say(PERSON, {
      text: '附件',
      files: [{ id: 'a', name: '申报指南.pdf', kind: 'file', bytes: null }],
    });
    expect(phone.sent().map(({ text }) => text)).toEqual(['@张三 答', '附件', '申报指南.pdf']);
    expect(await channel.diagnose()).toEqual([]);
    await channel.stop();
    await gateway.stop();
  });
});
