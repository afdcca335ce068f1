import { createServer, type AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { serve } from '../../src/commands/serve.ts';
import { parseConfig } from '../../src/config.ts';
import { aCommandIo } from '../support/command-line.ts';
import { aDataFolder } from '../support/data-folder.ts';
import { openShared } from '../support/stage.ts';

const DATA = await aDataFolder(afterAll);

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

test('where the world is told where we are a chat’s calendar is read at its address, until that is ended', async () => {
  const port = await freePort();
  const { io, written } = aCommandIo();
  const input = new PassThrough();
  const settings = {
    LOG_LEVEL: 'silent',
    QIFU_PUBLIC_URL: `http://127.0.0.1:${port}`,
    HTTP_PORT: String(port),
  };
  const config = parseConfig(settings, { data: DATA, now: '2026-11-23T10:00' }, io.home);
  const running = serve(openShared(config), { ...io, input });
  const says = async (line: string, reply: RegExp): Promise<string> => {
    const before = written().out.length;
    input.write(`${line}\n`);
    await expect.poll(() => written().out.slice(before), { timeout: 10_000 }).toMatch(reply);
    return written().out.slice(before);
  };
  input.write('/as 管理员\n邀请 专员 洪山区\n');
  await expect.poll(() => written().out, { timeout: 10_000 }).toMatch(/一次性码：/);
  const code = /一次性码：(\w+)/.exec(written().out)?.[1] ?? '';
  input.write('/as 李专员\n');
  await says(code, /专员/);
  await says('截止 2026-12-18 技改贴息申报', /已登记 D1/);
  input.write('/as 王老板\n');
  const url = /http:\S+\.ics/.exec(await says('日历', /日历地址/))?.[0] ?? '';
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await answer.text()).toContain('SUMMARY:D1 技改贴息申报');
  const renewed = /http:\S+\.ics/.exec(await says('换日历地址', /新的日历地址/))?.[0] ?? '';
  expect([(await fetch(url)).status, (await fetch(renewed)).status]).toEqual([404, 200]);
  await says('停用日历地址', /已停用/);
  expect((await fetch(renewed)).status).toBe(404);
  input.end();
  expect(await running).toBe(0);
});
