import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCommandName } from '../src/text/zh/cli.ts';

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
      'dispatch',
      'doctor',
      'eval',
      'mask',
      'parse',
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
