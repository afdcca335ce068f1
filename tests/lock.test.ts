import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completeLock, type Lock, lockGaps, platformOf } from './support/lock-gaps.ts';

const root = join(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

describe('package-lock.json', () => {
  test('holds the optional packages of every platform (otherwise: npm run lock)', () => {
    expect(lockGaps(lock).map(({ path }) => path)).toEqual([]);
  });

  test('pins every optional package exactly', () => {
    const loose = Object.values(lock.packages)
      .flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
      .filter(
        ([name, version]) =>
          !/^\d+\.\d+\.\d+/.test(lock.packages[`node_modules/${name}`]?.version ?? version),
      );
    expect(loose).toEqual([]);
  });
});

describe('completing a lock', () => {
  const broken: Lock = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@tool/linux-x64-gnu': '1.0.0', '@tool/win32-arm64-msvc': '1.0.0' },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
      'node_modules/zebra': { version: '1.0.0' },
    },
  };

  test('adds what is named and absent, once, in order', () => {
    const whole = completeLock(broken);
    expect(Object.keys(whole.packages)).toEqual([
      '',
      'node_modules/@tool/linux-x64-gnu',
      'node_modules/@tool/win32-arm64-msvc',
      'node_modules/tool',
      'node_modules/zebra',
    ]);
    expect(whole.packages['node_modules/@tool/win32-arm64-msvc']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      cpu: ['arm64'],
      os: ['win32'],
    });
    expect(lockGaps(whole)).toEqual([]);
    expect(completeLock(whole)).toEqual(whole);
  });

  test('finds a package beside its parent, and in the folders above', () => {
    const nested = (place: string): Lock => ({
      packages: {
        'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } },
        [place]: { version: '1.0.0' },
      },
    });
    for (const place of [
      'node_modules/a/node_modules/b/node_modules/c',
      'node_modules/a/node_modules/c',
      'node_modules/c',
    ]) {
      expect(lockGaps(nested(place))).toEqual([]);
    }
    expect(lockGaps(nested('node_modules/x/node_modules/c'))).toHaveLength(1);
  });

  test.for([
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@biomejs/cli-linux-x64', { os: ['linux'], cpu: ['x64'] }],
    ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['fsevents', {}],
  ] as const)('%s says its platform', ([name, platform]) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
