import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The cases of a table in tests/fixtures, one a line as `input => expected`; lines with # are remarks. */
export function fixtureCases(name: string): readonly { readonly input: string; readonly expected: string }[] {
  const lines = readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.lastIndexOf(' => ');
      return { input: line.slice(0, at), expected: line.slice(at + 4) };
    });
}
