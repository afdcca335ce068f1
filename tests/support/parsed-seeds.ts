import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocumentReader } from '../../adapters/documents/index.ts';
import { structureDocument } from '../../src/domain/document/structure.ts';
import { parsePolicy } from '../../src/domain/policy/parse-policy.ts';
import type { Policy } from '../../src/domain/policy/types.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';
import { POLICIES } from './seeds.ts';

const FOLDER = join(import.meta.dirname, '../../seeds/policies');

type Seeds = Readonly<Record<keyof typeof POLICIES, Policy>>;

let seeds: Promise<Seeds> | undefined;

/** The five seeds as policies, parsed once a worker, under their names of `POLICIES`; units are not resolved. */
export const parsedSeeds = (): Promise<Seeds> => (seeds ??= parseAll());

async function parseAll(): Promise<Seeds> {
  const reader = createDocumentReader();
  const segmenter = createFakeSegmenter();
  const parsed = Object.entries(POLICIES).map(async ([name, stem]) => {
    const file = `${stem}.txt`;
    const source = await reader.read({ name: file, bytes: readFileSync(join(FOLDER, file)) });
    const policy = parsePolicy({
      document: structureDocument({ source, segmenter }),
      resolveUnit: () => null,
    });
    return [name, policy] as const;
  });
  return Object.fromEntries(await Promise.all(parsed)) as Seeds;
}
