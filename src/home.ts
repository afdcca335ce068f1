import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The program's own folder, with its package.json and seeds: one above `src`, two above `dist/src`. */
export function findHome(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('package.json not found');
  return findHome(above);
}
