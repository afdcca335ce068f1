/**
 * The program as `qifu serve` runs it, on Feishu and, with an account that is logged in, on wechaty's mock puppet.
 * Asked over the process's channel, it tells how much memory it holds.
 */
import { join } from 'node:path';
import { createOutput } from '../../src/commands/output.ts';
import { serve } from '../../src/commands/serve.ts';
import { parseConfig } from '../../src/config.ts';
import { openProgram } from '../../src/main.ts';
import { aPhone } from '../support/wechat/phone.ts';
import type { Held } from './program.ts';

const HOME = join(import.meta.dirname, '../..');
/** One owner asks every so often: a WeChat account says twenty things a minute at most. */
const ASKS_EVERY_MS = 5000;

const phone = aPhone();
phone.person('wang', '王老板');

function logIn(): void {
  // The mock takes a log-in only when it has been started.
  if (phone.puppets() === 0 || phone.puppet().state.active() !== true) return void setTimeout(logIn, 50);
  phone.logIn();
  let count = 0;
  setInterval(() => {
    count += 1;
    phone.says({ from: 'wang', text: `第${count}条：小巨人奖多少` });
  }, ASKS_EVERY_MS).unref();
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const held: Held = {
    computedMs: (user + system) / 1000,
    rss: process.memoryUsage().rss,
    most: process.resourceUsage().maxRSS * 1024,
    saidOnWechat: phone.sent().length,
  };
  process.send?.(held);
});

const config = parseConfig(process.env, {}, HOME);
const puppet = { name: 'wechaty-puppet-mock', options: { mocker: phone.mocker } };
const io = {
  input: process.stdin,
  screen: process.stdout,
  errors: process.stderr,
  out: createOutput(process.stdout),
  err: createOutput(process.stderr),
  home: HOME,
};
logIn();
process.exitCode = await serve(openProgram({ ...config, wechat: { puppet, sessionName: 'load' } }, io), io);
