import type { Collection } from './engine.ts';

/** The clauses of the seeds with the development questions about them; a sentence where they cannot be had. */
export async function readSeedClauses(): Promise<Collection | string> {
  return 'not connected with the library yet.';
}
