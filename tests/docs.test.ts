import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCommandName } from '../src/text/zh/cli.ts';
import { qifu } from './support/command-line.ts';
import { heardIn, playWalk } from './support/deadline-walk.ts';
import { aDataFolder } from './support/data-folder.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Room → what it may import, out of lines with both in quotes or backticks. */
const tableOf = (lines: readonly string[], quote: string): Record<string, string[]> =>
  Object.fromEntries(
    lines.map((line) => {
      const names = [...line.matchAll(new RegExp(`${quote}([^${quote}]+)${quote}`, 'g'))].map(
        (found) => found[1] as string,
      );
      return [names[0] as string, names.slice(1)];
    }),
  );

describe('the READMEs', () => {
  test.for(['README.md', 'README.zh-CN.md'])('%s: the first screen has exactly two commands', (file) => {
    const screen = read(file).split('\n').slice(0, 25).join('\n');
    const commands = [...screen.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((found) => found[1]?.trim());
    expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  });

  test('name only commands that exist, and all of them but help and version', () => {
    const named = new Set(
      [...read('README.md').matchAll(/\| `qifu (\w+)/g)].map((found) => found[1] as string),
    );
    expect([...named].filter((name) => !isCommandName(name))).toEqual([]);
    expect([...named].toSorted()).toEqual([
      'ask',
      'backup',
      'deadlines',
      'dispatch',
      'doctor',
      'eval',
      'mask',
      'parse',
      'report',
      'restore',
      'search',
    ]);
  });

  test.for(['README.md', 'README.zh-CN.md', 'src/README.md'])(
    '%s: what a link points to is there',
    (file) => {
      const links = [...read(file).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((found) => found[1] as string);
      for (const link of links) expect(statSync(join(root, file, '..', link)).isFile()).toBe(true);
    },
  );
});

test('the story of the README plays as it says: every promise kept, nobody told too much', {
  timeout: 120_000,
}, async () => {
  const lines = /<!-- story:start -->\n```\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
  const folder = await aDataFolder();
  const { out } = await qifu(['serve', '--data', folder, '--now', '2026-12-21T09:00'], lines);
  const said = out.split('\n\n');
  const heard = (words: string): string => said.find((one) => one.includes(words)) ?? '';
  expect(heard('【洪山企业群】小企：已收到')).toContain('A0001');
  expect(heard('【李专员】小企：A0001 新诉求')).toContain('1 市经信局');
  expect(heard('【经信局办公群】小企：A0001 请办理')).not.toContain('13800000000');
  expect(heard('不归您办理')).toContain('A0001');
  // The answer of 21:30 waits for the morning.
  const order = [
    'A0001 的答复已收下',
    '【王老板】小企：A0001 答复',
    '现在是 2026-12-24 08:00',
    'A0001 已办结',
  ];
  const places = order.map((words) => said.findIndex((one) => one.includes(words)));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
  // Over New Year, whose notice of holidays is not out.
  expect(heard('A0002 已派给')).toMatch(/2027年1月\d+日 17:30（按预估） 前答复/);
  const inGroup = said.filter((one) => one.startsWith('【洪山企业群】'));
  expect(inGroup.length).toBeGreaterThan(4);
  expect(inGroup.join('\n')).not.toMatch(/80万元|奖励/);
});

test.for(['README.md', 'README.zh-CN.md'])(
  '%s: a notice that a newcomer adds becomes a deadline, and the deadline a reminder, as it says',
  { timeout: 120_000 },
  async (file) => {
    const text = read(file);
    const heard = await playWalk(text, await aDataFolder());
    expect(heard).toContain('原文明确');
    expect(heard.match(/申报提醒/g)).toHaveLength(2);
    expect(heard).toBe(heardIn(text));
  },
);

test('every script that builds leaves the command executable: npx links it once and never looks again', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const building = Object.values(scripts).filter((script) => script.includes('tsc -p .tsconfig.build.json'));
  expect(building.length).toBeGreaterThan(2);
  for (const script of building) expect(script).toContain('&& chmod 755 dist/src/cli.js');
});

describe('src/README.md', () => {
  test('has the import table of the architecture test', () => {
    const data = /MAY_IMPORT[^{]*\{([\s\S]*?)\n\};/.exec(read('tests/architecture.test.ts'))?.[1] ?? '';
    const entries = data.replace(/\[\s*([\s\S]*?)\]/g, (list) => list.replace(/\s*\n\s*/g, ' ')).split('\n');
    const rules = tableOf(
      // The formatter takes the quotes off simple names.
      entries.map((line) => line.trim().replace(/^(\w+):/, "'$1':")).filter((line) => line.startsWith("'")),
      "'",
    );
    const section = read('src/README.md').split('## Who may import whom')[1]?.split('\n## ')[0] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    expect(Object.keys(rules).length).toBeGreaterThan(10);
    expect(tableOf(rows, '`')).toEqual(rules);
  });

  test('names every room of the domain and every adapter', () => {
    const text = read('src/README.md');
    const rooms = (folder: string): readonly string[] =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && readdirSync(join(root, folder, entry.name)).length > 0)
        .map(({ name }) => name);
    for (const room of rooms('src/domain')) expect(text).toContain(`\`domain/${room}/\``);
    for (const adapter of rooms('adapters')) expect(text).toContain(`\`${adapter}\``);
  });
});
