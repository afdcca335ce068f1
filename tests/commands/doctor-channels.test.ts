import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { accept, CONVERSATION } from '../../src/app/conversation.ts';
import { LAST_SENT } from '../../src/app/last-sent.ts';
import type { Check } from '../../src/commands/check.ts';
import { examineChannels } from '../../src/commands/examine-channels.ts';
import { parseConfig } from '../../src/config.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openProgram } from '../../src/main.ts';
import { aMessage } from '../support/bot.ts';
import { aCommandIo } from '../support/command-line.ts';
import { openFeishu, type ServerOptions } from '../support/feishu/server.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const HOME = join(import.meta.dirname, '../..');

/** The channel's records of an earlier run: its last message, and when it said something. */
async function aDataFolder(received: Instant, sent: Instant): Promise<string> {
  const data = aTempFolder();
  const program = openProgram(parseConfig({ LOG_LEVEL: 'silent' }, { data }, HOME), aCommandIo().io);
  const release = await program.system.claimData();
  const records = await program.records();
  const chat = 'feishu:ou_1';
  await records.update(CONVERSATION, chat, (before) => {
    const accepted = accept(before, aMessage('1', { chat }), received);
    return accepted && { data: accepted };
  });
  await records.update(LAST_SENT, 'feishu', () => ({ data: { at: sent } }));
  await release();
  return data;
}

const examine = (settings: Readonly<Record<string, string>>): Promise<readonly Check[]> => {
  const config = parseConfig({ LOG_LEVEL: 'silent', ...settings }, { data: aTempFolder() }, HOME);
  return examineChannels(openProgram(config, aCommandIo().io));
};

/** What is found where Feishu's console is set so. */
async function examineFeishu(options: ServerOptions = {}, settings: Readonly<Record<string, string>> = {}) {
  const server = await openFeishu(options);
  onTestFinished(server.stop);
  const { app } = server.world;
  const own = { FEISHU_APP_ID: app.id, FEISHU_APP_SECRET: app.secret, FEISHU_DOMAIN: server.url };
  return examine({ ...own, ...settings });
}

describe('qifu doctor, of channels,', () => {
  test('says nothing where only the console runs', async () => {
    expect(await examine({})).toEqual([]);
  });

  test('finds nothing wrong with an app that has everything', async () => {
    expect(await examineFeishu()).toEqual([
      { name: 'feishu', ok: true, says: '设置没有问题，还没收到过消息，还没发出过消息' },
    ]);
  });

  test.for([
    [0, 0.5, '刚刚', '刚刚'],
    [3, 59, '3 分钟前', '59 分钟前'],
    [60, 47 * 60 + 59, '1 小时前', '47 小时前'],
    [48 * 60, 100 * 24 * 60, '2 天前', '100 天前'],
  ] as const)('tells how old the last messages are (%d and %d minutes)', async ([came, went, old, older]) => {
    const now = Date.parse('2026-11-23T10:00:00+08:00');
    const ago = (minutes: number): Instant => (now - minutes * 60_000) as Instant;
    const data = await aDataFolder(ago(came), ago(went));
    const server = await openFeishu();
    onTestFinished(server.stop);
    const { id, secret } = server.world.app;
    const settings = { FEISHU_APP_ID: id, FEISHU_APP_SECRET: secret, FEISHU_DOMAIN: server.url };
    const config = parseConfig({ LOG_LEVEL: 'silent', ...settings }, { data, now: '2026-11-23T10:00' }, HOME);
    const [check] = await examineChannels(openProgram(config, aCommandIo().io));
    expect(check?.says).toMatch(
      new RegExp(`^设置没有问题，最近收到消息 2026-.*（${old}），最近发出消息 2026-.*（${older}）$`),
    );
  });

  test.for([
    ['im:message:send_as_bot', false, '「权限管理」'],
    ['im:message.group_msg', true, '只收得到 @机器人 的消息'],
    ['im.message.receive_v1', false, '「事件配置」'],
    ['card.action.trigger', false, '「回调配置」'],
  ] as const)('names %s where it is missing, and the page of the console', async ([missing, ok, page]) => {
    const checks = await examineFeishu({ without: [missing] });
    const named = checks.filter(({ says }) => says.includes(missing));
    expect(named).toMatchObject([{ name: 'feishu', ok }]);
    expect(named[0]?.says).toContain(page);
    expect(checks.every((check) => check.ok)).toBe(ok);
  });

  test('names a wrong secret', async () => {
    const [check] = await examineFeishu({}, { FEISHU_APP_SECRET: 'another' });
    expect(check).toMatchObject({ name: 'feishu', ok: false });
    expect(check?.says).toContain('「凭证与基础信息」');
  });

  test('names a way of receiving that the console has otherwise', async () => {
    const settings = { FEISHU_RECEIVE: 'webhook', FEISHU_ENCRYPT_KEY: 'a-key' };
    const checks = await examineFeishu({ receives: 'websocket' }, settings);
    // What came and went last is told all the same.
    expect(checks.at(-1)).toEqual({ name: 'feishu', ok: true, says: '还没收到过消息，还没发出过消息' });
    expect(checks.find(({ ok }) => !ok)?.says).toContain('订阅方式');
  });

  test.for([
    ['wechaty-puppet-nowhere', false, '没有安装 wechaty-puppet-nowhere'],
    ['wechaty-puppet-mock', true, '设置没有问题'],
  ] as const)('looks whether %s is installed', async ([puppet, ok, says]) => {
    const [check] = await examine({ WECHATY_PUPPET: puppet });
    expect(check).toMatchObject({ name: 'wechat', ok });
    expect(check?.says).toContain(says);
  });
});
