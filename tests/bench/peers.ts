import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const load = createRequire(new URL('./package.json', import.meta.url));

/** Installs the peers by their own lock file the first time; null, or the reason why they cannot be had. */
export function installPeers(): string | null {
  if (existsSync(`${folder}node_modules/minisearch`)) return null;
  process.stderr.write('Installing the peers (tests/bench/package-lock.json), once …\n');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
  if (run.status === 0) return null;
  return `npm ci in tests/bench failed: ${(run.stderr || String(run.error)).trim().split('\n').at(-1)}`;
}

/** A peer's module; its types stay outside, so that the project compiles without it. */
export function loadPeer(name: string): unknown {
  const loaded: unknown = load(name);
  return loaded;
}
