import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, type ConfigOverrides, parseConfig, SETTINGS } from '../src/config.ts';

const HOME = '/opt/qifu';
const config = (environment: Record<string, string> = {}, overrides: ConfigOverrides = {}) =>
  parseConfig(environment, overrides, HOME);

function refusal(environment: Record<string, string>, overrides: ConfigOverrides = {}): ConfigError {
  try {
    config(environment, overrides);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('settings', () => {
  test('have defaults, all of them', () => {
    expect(config()).toEqual({
      seeds: '/opt/qifu/seeds',
      data: join(process.cwd(), 'data'),
      rules: { path: join(process.cwd(), 'data', 'rules.json'), isNamed: false },
      retentionDays: 730,
      name: '小企',
      region: '武汉市',
      admins: [],
      logLevel: 'warn',
      startAt: null,
      noColor: false,
      wechat: null,
      feishu: null,
      http: { host: '127.0.0.1', port: 8780 },
      channels: null,
      publicUrl: null,
    });
  });

  test('come from the environment', () => {
    const environment = {
      QIFU_SEEDS: '/a',
      QIFU_DATA: '/b',
      QIFU_NAME: '企业小助手',
      QIFU_REGION: '湖南省',
      LOG_LEVEL: 'debug',
      NO_COLOR: '1',
    };
    expect(config(environment)).toMatchObject({
      seeds: '/a',
      data: '/b',
      name: '企业小助手',
      region: '湖南省',
      logLevel: 'debug',
      noColor: true,
    });
  });

  test('name the file that overrides the rules, else it lies in the data folder', () => {
    expect(config({ QIFU_DATA: '/b' }).rules).toEqual({ path: '/b/rules.json', isNamed: false });
    expect(config({ QIFU_DATA: '/b', QIFU_RULES: '/r.json' }).rules).toEqual({
      path: '/r.json',
      isNamed: true,
    });
    expect(config({ QIFU_RULES: '' }, { data: '/d' }).rules.path).toBe('/d/rules.json');
    expect(config({ QIFU_RETENTION_DAYS: '365' }).retentionDays).toBe(365);
  });

  test('are overridden by the command line', () => {
    const startAt = Date.parse('2026-11-21T01:00:00Z');
    expect(
      config({ QIFU_DATA: '/b' }, { seeds: '/c', data: '/d', now: '2026-11-21T09:00+08:00' }),
    ).toMatchObject({
      seeds: '/c',
      data: '/d',
      startAt,
    });
    expect(config({}, { now: '2026-11-21T09:00' }).startAt).toBe(startAt);
  });

  test('left empty count as absent', () => {
    expect(config({ QIFU_NAME: '', QIFU_SEEDS: '', LOG_LEVEL: '' })).toEqual(config());
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(config())).toBe(true);
  });

  test.for([
    ['QIFU_NAME', '小 企', 'bad-name'],
    ['QIFU_NAME', '小\u001B[31m企', 'bad-name'],
    ['QIFU_NAME', '长'.repeat(21), 'bad-name'],
    ['QIFU_REGION', 'Wuhan', 'bad-region'],
    ['QIFU_DATA', ' ', 'bad-folder'],
    ['QIFU_RULES', ' ', 'bad-folder'],
    ['QIFU_RETENTION_DAYS', '0', 'bad-days'],
    ['QIFU_RETENTION_DAYS', '两年', 'bad-days'],
    ['QIFU_RETENTION_DAYS', '36501', 'bad-days'],
    ['QIFU_SEEDS', 'a\0b', 'bad-folder'],
    ['LOG_LEVEL', 'loud', 'bad-log-level'],
    ['WECHATY_PUPPET', '../puppet', 'bad-package'],
    ['WECHATY_PUPPET_SERVICE_TOKEN', 'a b', 'bad-token'],
    ['WECHATY_PUPPET_SERVICE_ENDPOINT', 'http://gateway', 'bad-endpoint'],
    ['WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT', 'yes', 'bad-switch'],
    ['WECHATY_NAME', '../session', 'bad-file-name'],
    ['QIFU_CHANNELS', 'feishu,qq', 'bad-channels'],
    ['QIFU_PUBLIC_URL', 'ftp://example.com', 'bad-url'],
    ['QIFU_PUBLIC_URL', 'example.com', 'bad-url'],
    ['HTTP_HOST', 'a host', 'bad-host'],
    ['HTTP_HOST', 'http://127.0.0.1', 'bad-host'],
    ['HTTP_PORT', '0', 'bad-port'],
    ['HTTP_PORT', '65536', 'bad-port'],
    ['HTTP_PORT', 'eighty', 'bad-port'],
    ['FEISHU_APP_ID', 'cli_short', 'bad-app-id'],
    ['FEISHU_APP_SECRET', 'two words', 'bad-secret'],
    ['FEISHU_DOMAIN', 'http://example.com', 'bad-domain'],
    ['FEISHU_DOMAIN', 'toString', 'bad-domain'],
    ['FEISHU_RECEIVE', 'email', 'bad-receive'],
  ] as const)('%s=%j is refused as %s', ([setting, value, code]) => {
    const error = refusal({ [setting]: value });
    expect(error.codes).toEqual([[setting, code]]);
    expect(error.message).toContain(setting);
  });

  test.for([
    ['now', 'tomorrow', '--now', 'bad-moment'],
    ['data', '', 'QIFU_DATA', 'bad-folder'],
  ] as const)('--%s %j is refused', ([option, value, setting, code]) => {
    expect(refusal({}, { [option]: value }).codes).toEqual([[setting, code]]);
  });

  test('that are wrong are all named at once', () => {
    const error = refusal({ LOG_LEVEL: 'loud', QIFU_REGION: '1' }, { now: 'never' });
    expect(error.codes.map(([setting]) => setting).toSorted()).toEqual(['--now', 'LOG_LEVEL', 'QIFU_REGION']);
    expect(error.message.split('\n')).toHaveLength(3);
  });
});

describe('settings of WeChat', () => {
  test('are what wechaty takes', () => {
    const environment = {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_token',
      WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788',
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
      WECHATY_NAME: 'office',
    };
    const options = { token: 'insecure_token', endpoint: '127.0.0.1:8788', tls: { disable: true } };
    expect(config(environment).wechat).toEqual({
      puppet: { name: 'wechaty-puppet-service', options },
      sessionName: 'office',
    });
  });

  test('name a puppet at least, and leave the rest to it', () => {
    expect(config({ WECHATY_PUPPET: '@juzi/wechaty-puppet-x' }).wechat).toEqual({
      puppet: { name: '@juzi/wechaty-puppet-x', options: {} },
      sessionName: 'qifu',
    });
    expect(config({ WECHATY_PUPPET_SERVICE_TOKEN: 'token' }).wechat).toBeNull();
  });

  test('of the puppet service need its token', () => {
    const error = refusal({ WECHATY_PUPPET: 'wechaty-puppet-service' });
    expect(error.codes).toEqual([['WECHATY_PUPPET_SERVICE_TOKEN', 'missing-token']]);
  });
});

describe('settings of Feishu', () => {
  const app = { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 'secret' };

  test('are the app alone, where events come by the long connection', () => {
    expect(config(app).feishu).toEqual({
      credentials: { appId: 'cli_0123456789abcdef', appSecret: 'secret', domain: 'https://open.feishu.cn' },
      receive: 'websocket',
      encryptKey: null,
      verificationToken: null,
    });
  });

  test('name the key and the token of pushes', () => {
    const environment = {
      ...app,
      FEISHU_RECEIVE: 'webhook',
      FEISHU_ENCRYPT_KEY: ' key ',
      FEISHU_VERIFICATION_TOKEN: 'token',
      HTTP_HOST: '0.0.0.0',
      HTTP_PORT: '80',
    };
    const { feishu, http } = config(environment);
    expect(feishu).toMatchObject({ receive: 'webhook', encryptKey: 'key', verificationToken: 'token' });
    expect(http).toEqual({ host: '0.0.0.0', port: 80 });
  });

  test.for([
    ['feishu', 'https://open.feishu.cn'],
    ['lark', 'https://open.larksuite.com'],
    ['https://open.example.com/', 'https://open.example.com'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
  ] as const)('know the platform by %s', ([FEISHU_DOMAIN, domain]) => {
    expect(config({ ...app, FEISHU_DOMAIN }).feishu?.credentials.domain).toBe(domain);
  });

  test.for<readonly [string, Record<string, string>, string, string]>([
    [
      'an app without its secret',
      { FEISHU_APP_ID: app.FEISHU_APP_ID },
      'FEISHU_APP_SECRET',
      'missing-app-secret',
    ],
    ['a secret without its app', { FEISHU_APP_SECRET: 'secret' }, 'FEISHU_APP_ID', 'missing-app-id'],
    ['Feishu asked for without an app', { QIFU_CHANNELS: 'feishu' }, 'FEISHU_APP_ID', 'missing-app-id'],
    ['WeChat asked for without a puppet', { QIFU_CHANNELS: 'wechat' }, 'WECHATY_PUPPET', 'missing-puppet'],
    [
      'pushes to the world without a key',
      { ...app, FEISHU_RECEIVE: 'webhook', FEISHU_VERIFICATION_TOKEN: 'token', HTTP_HOST: '0.0.0.0' },
      'FEISHU_ENCRYPT_KEY',
      'missing-encrypt-key',
    ],
    [
      'pushes without key and token',
      { ...app, FEISHU_RECEIVE: 'webhook' },
      'FEISHU_VERIFICATION_TOKEN',
      'missing-verification-token',
    ],
  ])('refuse %s', ([, environment, setting, code]) => {
    expect(refusal(environment).codes).toEqual([[setting, code]]);
  });

  test('allow pushes without a key on this machine alone', () => {
    const environment = { ...app, FEISHU_RECEIVE: 'webhook', FEISHU_VERIFICATION_TOKEN: 'token' };
    expect(config(environment).feishu).toMatchObject({ encryptKey: null });
  });
});

test('channels are named once each, and an address ends without a slash', () => {
  const { channels, publicUrl } = config({
    QIFU_CHANNELS: 'console, console',
    QIFU_PUBLIC_URL: 'https://qifu.example.com/',
  });
  expect(channels).toEqual(['console']);
  expect(publicUrl).toBe('https://qifu.example.com');
});

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8');
  const lines = example.split('\n');

  test('lists exactly the settings that there are', () => {
    const listed = [...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((found) => String(found[1]));
    expect(listed.toSorted()).toEqual([...SETTINGS].toSorted());
  });

  test('explains each in the line above, and shows its default', () => {
    const explained = lines.filter((_line, at) => /^#?[A-Z_]+=/.test(lines[at + 1] ?? ''));
    expect(explained).toEqual(SETTINGS.map(() => expect.stringMatching(/^# .{10}/)));
    const shown = Object.fromEntries(
      [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    const { name, region, logLevel } = config();
    expect(shown).toMatchObject({ QIFU_NAME: name, QIFU_REGION: region, LOG_LEVEL: logLevel });
    expect(parseConfig(shown, {}, process.cwd())).toEqual(parseConfig({}, {}, process.cwd()));
  });
});
