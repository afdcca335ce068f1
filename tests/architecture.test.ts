import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which room may import which: the table of src/README.md as data. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  'domain/hanzi': ['domain'],
  'domain/delivery': ['domain'],
  'domain/document': ['domain', 'domain/hanzi'],
  'domain/search': ['domain', 'domain/hanzi'],
  'domain/unit': ['domain', 'domain/hanzi'],
  'domain/people': ['domain', 'domain/unit', 'domain/hanzi'],
  'domain/privacy': ['domain', 'domain/hanzi'],
  'domain/policy': ['domain', 'domain/document', 'domain/unit', 'domain/hanzi'],
  'domain/answer': [
    'domain',
    'domain/policy',
    'domain/document',
    'domain/search',
    'domain/unit',
    'domain/hanzi',
  ],
  'domain/conversation': ['domain', 'domain/hanzi', 'domain/unit', 'domain/answer', 'domain/appeal'],
  'domain/enterprise': ['domain', 'domain/policy', 'domain/unit', 'domain/hanzi'],
  'domain/dispatch': [
    'domain',
    'domain/policy',
    'domain/document',
    'domain/search',
    'domain/unit',
    'domain/hanzi',
  ],
  'domain/appeal': ['domain', 'domain/people', 'domain/unit', 'domain/hanzi'],
  'domain/report': ['domain', 'domain/appeal'],
  'domain/reminder': [
    'domain',
    'domain/policy',
    'domain/enterprise',
    'domain/people',
    'domain/unit',
    'domain/hanzi',
  ],
  ports: ['types:domain/*', 'types:domain', 'ports'],
  text: ['domain', 'domain/*', 'types:ports'],
  app: ['domain', 'domain/*', 'ports', 'text'],
  'adapters/lowdb': ['ports', 'types:domain', 'domain/delivery'],
  'adapters/*': ['ports', 'types:domain', 'types:domain/*'],
  commands: ['*'],
};

/** A package that one file of a pure room alone may import. */
const DATA_LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'opencc-js': ['src/domain/hanzi/simplify.ts'],
  'pinyin-pro': ['src/domain/hanzi/pinyin.ts'],
  'chinese-days': ['src/domain/calendar.ts'],
  'fuse.js': ['src/domain/unit/match.ts', 'src/domain/conversation/did-you-mean.ts'],
};

/** Packages that belong to the edge. */
const EDGE = /^(src\/(config|cli|serve)\.ts|src\/commands\/|adapters\/)/;

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const root = resolve(import.meta.dirname, '..');

const sourceFiles = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map((found) => ({
    from: file,
    specifier: (found[3] ?? found[4]) as string,
    typeOnly: found[2] !== undefined,
  }));

/** `src/domain/search/index.ts` → `domain/search`; `src/domain/time.ts` → `domain`; `src/main.ts` → `commands`. */
function roomOf(file: string): string {
  const parts = file.replace(/^src\//, '').split('/');
  if (parts[0] === 'domain') return parts.length > 2 ? `domain/${parts[1]}` : 'domain';
  if (parts[0] === 'adapters') return `adapters/${parts[1]}`;
  return parts.length > 1 ? (parts[0] as string) : 'commands';
}

const matches = (rule: string, room: string): boolean =>
  rule === '*' || rule === room || (rule.endsWith('/*') && room.startsWith(rule.slice(0, -1)));

function isAllowed(line: Import, target: string): boolean {
  const room = roomOf(line.from);
  if (room === target) return true;
  const rules = MAY_IMPORT[room] ?? MAY_IMPORT[room.replace(/\/.*/, '/*')];
  if (!rules) return false;
  return rules.some((rule) =>
    rule.startsWith('types:') ? line.typeOnly && matches(rule.slice(6), target) : matches(rule, target),
  );
}

const lines = sourceFiles.flatMap(importsOf);

describe('the house', () => {
  test('has imports to look at', () => expect(lines.length).toBeGreaterThan(50));

  test('every import between rooms stands in the table', () => {
    const breaches = lines
      .filter((line) => line.specifier.startsWith('.'))
      .filter((line) => {
        const target = relative(root, resolve(root, dirname(line.from), line.specifier));
        return !isAllowed(line, roomOf(target));
      })
      .map((line) => `${line.from} → ${line.specifier}`);
    expect(breaches).toEqual([]);
  });

  test('the domain imports no package but the data libraries, each in its one file', () => {
    const breaches = lines
      .filter((line) => !line.specifier.startsWith('.') && !EDGE.test(line.from))
      .filter((line) => !DATA_LIBRARIES[line.specifier.split('/')[0] as string]?.includes(line.from))
      .filter((line) => line.from.startsWith('src/domain/') || !line.specifier.startsWith('node:'))
      .map((line) => `${line.from} → ${line.specifier}`);
    expect(breaches).toEqual([]);
  });

  test('no file but the configuration reads the environment', () => {
    const readers = sourceFiles.filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('process.env'),
    );
    expect(readers).toEqual(['src/config.ts']);
  });

  test('the domain asks neither for the time nor for chance', () => {
    const askers = sourceFiles
      .filter((file) => file.startsWith('src/domain/'))
      .filter((file) =>
        /Date\.now|new Date\(\)|Math\.random|performance\.now/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(askers).toEqual([]);
  });

  test('each adapter has one door that exports one factory', () => {
    const adapters = readdirSync(join(root, 'adapters'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of adapters) {
      const door = readFileSync(join(root, 'adapters', name, 'index.ts'), 'utf8');
      expect([name, door.match(/^export (?:async )?(?:function|const) \w+/gm)?.length]).toEqual([name, 1]);
    }
  });
});
