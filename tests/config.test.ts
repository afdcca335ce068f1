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
      name: '小企',
      region: '武汉市',
      logLevel: 'warn',
      startAt: null,
      noColor: false,
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
    ['QIFU_SEEDS', 'a\0b', 'bad-folder'],
    ['LOG_LEVEL', 'loud', 'bad-log-level'],
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
