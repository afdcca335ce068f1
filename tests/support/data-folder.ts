import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { findHome } from '../../src/home.ts';
import { sharedData } from './one-run.ts';
import { openShared } from './stage.ts';

/**
 * A fresh data folder in which the seeds are parsed already, for tests that do not look at parsing; removed when the
 * test has finished, or when what is given says so (`afterAll`).
 */
export async function aDataFolder(
  whenDone: (remove: () => void) => void = (remove) => onTestFinished(remove),
): Promise<string> {
  const home = findHome(import.meta.dirname);
  const shared = sharedData(home);
  await openShared(parseConfig({ LOG_LEVEL: 'silent' }, { data: shared }, home)).answering();
  const folder = mkdtempSync(join(tmpdir(), 'qifu-test-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(shared, 'derived'), join(folder, 'derived'), {
    recursive: true,
    // Another worker may be writing.
    filter: (path) => !basename(path).startsWith('.'),
  });
  return folder;
}
