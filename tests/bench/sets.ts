import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BenchPassage, BenchQuery, Collection } from './engine.ts';

/** Whether a folder has passages to read. */
export const holdsSet = (folder: string): boolean =>
  ['passages.jsonl', 'passages.jsonl.gz'].some((file) => existsSync(join(folder, file)));

/**
 * Reads a retrieval set: `passages.jsonl` (`id`, `title`?, `text`) and every `queries*.jsonl` (`q`, `relevant`),
 * each plain or gzip. Throws where the folder has no passages.
 */
export function readSet(folder: string): Collection {
  const passages = readLines(folder, 'passages').map(
    (line): BenchPassage => ({
      id: String(line['id']),
      title: typeof line['title'] === 'string' ? line['title'] : '',
      text: String(line['text']),
    }),
  );
  const names = readdirSync(folder)
    .map((file) => /^(queries[^.]*)\.jsonl(?:\.gz)?$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .toSorted((a, b) => a.length - b.length);
  const queries = names.map((name) => ({
    name,
    list: readLines(folder, name).map(
      (line): BenchQuery => ({
        text: String(line['q']),
        relevant: Array.isArray(line['relevant']) ? line['relevant'].map(String) : [],
      }),
    ),
  }));
  return { name: basename(folder), passages, queries };
}

function readLines(folder: string, name: string): readonly Readonly<Record<string, unknown>>[] {
  const plain = join(folder, `${name}.jsonl`);
  const text = existsSync(plain)
    ? readFileSync(plain, 'utf8')
    : gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}
