/**
 * `npm run lock`: a registry that serves packages of one platform leaves the others out of package-lock.json, and
 * `npm ci` then refuses it everywhere. Each missing optional package is written in with its exact version.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { completeLock, type Lock, lockGaps } from './lock-gaps.ts';

for (const file of ['package-lock.json', 'tests/bench/package-lock.json'].filter((path) =>
  existsSync(path),
)) {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const gaps = lockGaps(lock);
  if (gaps.length > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`${file}: ${gaps.length} packages of other platforms added`);
}
