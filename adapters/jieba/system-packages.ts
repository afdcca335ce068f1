import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SystemPackage } from '../../src/ports/segmenter.ts';

const CHECKS: readonly { readonly name: SystemPackage; readonly isThere: () => Promise<boolean> }[] = [
  { name: 'build-essential', isThere: () => allRun(['make', 'c++']) },
  { name: 'python3', isThere: () => allRun(['python3']) },
  { name: 'node-headers', isThere: hasHeaders },
];

/** Names what compiling a native package needs and this machine lacks; empty where nothing is missing. */
export async function missingPackages(): Promise<readonly SystemPackage[]> {
  const found = await Promise.all(CHECKS.map((check) => check.isThere()));
  return CHECKS.filter((_, index) => found[index] === false).map((check) => check.name);
}

async function allRun(programs: readonly string[]): Promise<boolean> {
  const results = await Promise.all(programs.map(doesRun));
  return results.every(Boolean);
}

function doesRun(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, ['--version'], { timeout: 3000 }, (error) => resolve(error === null));
  });
}

/** Beside node itself, where Debian's libnode-dev puts them, or where node-gyp has downloaded them. */
async function hasHeaders(): Promise<boolean> {
  const prefix = dirname(dirname(process.execPath));
  const places = [
    join(prefix, 'include/node/node_api.h'),
    '/usr/include/nodejs/src/node_api.h',
    '/usr/include/node/node_api.h',
    join(homedir(), '.cache/node-gyp', process.version.slice(1), 'include/node/node_api.h'),
  ];
  const results = await Promise.allSettled(places.map((file) => access(file)));
  return results.some((result) => result.status === 'fulfilled');
}
