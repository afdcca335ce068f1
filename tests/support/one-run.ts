import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'QIFU_TEST_DATA';

/** The data folder of the program that all tests of one run share; without a run of tests, the working copy's. */
export const sharedData = (home: string): string => process.env[NAME] ?? join(home, 'data');

/** Before all tests: a folder for what is parsed once and read by all of them. Resolves to what is done after them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'qifu-tests-'));
  process.env[NAME] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
