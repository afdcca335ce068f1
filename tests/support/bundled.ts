import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';

const HOME = join(import.meta.dirname, '../..');
/** Beside the packages, so that they are found. */
const CACHE = join(HOME, 'node_modules/.cache/qifu');
const FORGOTTEN_AFTER_MS = 3_600_000;

const made = new Map<string, string>();

function forget(folders: readonly string[]): void {
  for (const folder of folders) {
    const path = join(CACHE, folder);
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN_AFTER_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

/**
 * A TypeScript file of ours, with everything of ours that it imports, as JavaScript for a process of its own: it
 * starts four times as fast as what is compiled on its way. Made of the sources as they are now, and kept under the
 * fingerprint of what came out, so that it is never stale, and that two who make it at once make the same.
 */
export function bundled(entry: string): string {
  const before = made.get(entry);
  if (before !== undefined) return before;
  const { outputFiles } = buildSync({
    absWorkingDir: HOME,
    entryPoints: [entry],
    outdir: CACHE,
    bundle: true,
    // What the program loads only when it is needed stays apart.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  });
  const hash = createHash('sha256');
  for (const { contents } of outputFiles) hash.update(contents);
  const folder = join(CACHE, hash.digest('hex').slice(0, 16));
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true });
    forget(readdirSync(CACHE));
    const draft = mkdtempSync(join(CACHE, 'draft-'));
    for (const { path, contents } of outputFiles) writeFileSync(join(draft, basename(path)), contents);
    if (!existsSync(folder)) renameSync(draft, folder);
  }
  const script = join(folder, `${basename(entry, '.ts')}.js`);
  made.set(entry, script);
  return script;
}
