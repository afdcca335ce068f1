import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Check } from '../../src/commands/check.ts';
import { examineChannels } from '../../src/commands/examine-channels.ts';
import { parseConfig } from '../../src/config.ts';
import { openProgram } from '../../src/main.ts';
import { aCommandIo } from '../support/command-line.ts';
import { openFeishu, type ServerOptions } from '../support/feishu/server.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const HOME = join(import.meta.dirname, '../..');

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
      { name: 'feishu', ok: true, says: '设置没有问题，还没收到过消息' },
    ]);
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
