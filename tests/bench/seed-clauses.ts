import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { passageOf } from '../../src/app/library/snapshot.ts';
import { readConfig } from '../../src/config.ts';
import { fold } from '../../src/domain/hanzi/fold.ts';
import { openProgram } from '../../src/main.ts';
import type { BenchQuery, Collection } from './engine.ts';

interface DevelopmentQuestion {
  readonly q: string;
  readonly kind: string;
  /** Pieces of the clause that answers it. */
  readonly contains: readonly string[];
}

/**
 * The clauses of the seeds, read by the program's own library, with the development questions about them (those
 * that compare two clauses or have no answer left out). A sentence where they cannot be had.
 */
export async function readSeedClauses(): Promise<Collection | string> {
  const home = fileURLToPath(new URL('../..', import.meta.url));
  try {
    const { library } = await openProgram(readConfig({}, home), { errors: process.stderr }).answering();
    const passages = [...library.current().entries.values()]
      .map(passageOf)
      .map(({ id, title, body, units }) => ({
        id,
        title,
        text: [body, units ?? ''].filter(Boolean).join('\n'),
      }));
    const texts = passages.map(({ id, title, text }) => ({ id, bare: toBare(`${title}\n${text}`) }));
    const list = readFileSync(`${home}/tests/eval/questions.dev.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as DevelopmentQuestion)
      .filter(({ kind, contains }) => kind !== 'none' && kind !== 'compare' && contains.length > 0)
      .map(({ q, contains }): BenchQuery => {
        const wanted = contains.map(toBare);
        const relevant = texts.filter(({ bare }) => wanted.every((piece) => bare.includes(piece)));
        return { text: q, relevant: relevant.map(({ id }) => id) };
      });
    return { name: 'seeds', passages, queries: [{ name: 'questions.dev', list }] };
  } catch (cause) {
    return `the library could not be opened: ${String(cause)}`;
  }
}

const toBare = (text: string): string => fold(text).replace(/[\s\p{P}\p{S}]+/gu, '');
