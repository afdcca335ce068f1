/** `npm run bench -- records`, `npm run bench -- search [--set DIR …] [--sizes 10k,100k,1M] [--engines qifu,minisearch,…]` */
import { cpus, loadavg, release } from 'node:os';
import { parseArgs } from 'node:util';
import { createSegmenter } from '../../adapters/jieba/index.ts';
import type { Segmenter } from '../../src/domain/segment.ts';
import type { Collection, EngineKind } from './engine.ts';
import { flexsearch } from './engines/flexsearch.ts';
import { fts5 } from './engines/fts5.ts';
import { fuse } from './engines/fuse.ts';
import { minisearch, minisearchPairs } from './engines/minisearch.ts';
import { qifu } from './engines/qifu.ts';
import { generate } from './generated.ts';
import { type Measured, measure } from './measure.ts';
import { installPeers } from './peers.ts';
import { renderTable } from './report.ts';
import { readSeedClauses } from './seed-clauses.ts';
import { holdsSet, readSet } from './sets.ts';

const USAGE = `usage: npm run bench -- search [--set DIR …] [--sizes 10k,100k,1M] [--engines qifu,fts5,…]
       npm run bench -- records`;
const DEFAULT_SIZES = '10k,100k';

interface Options {
  readonly sets: readonly string[];
  readonly sizes: readonly number[];
  readonly engines: readonly string[];
}

/** Throws where it is not understood. */
function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', multiple: true, default: [] },
      sizes: { type: 'string' },
      engines: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  if (positionals.length !== 1 || positionals[0] !== 'search') throw new Error('What shall be measured?');
  const sizes = (values.sizes ?? (values.set.length > 0 ? '' : DEFAULT_SIZES))
    .split(',')
    .filter(Boolean)
    .map(toCount);
  for (const folder of values.set) if (!holdsSet(folder)) throw new Error(`No passages in ${folder}`);
  return { sets: values.set, sizes, engines: values.engines.split(',').filter(Boolean) };
}

/** 「10k」 「1M」 */
function toCount(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([kM]?)$/.exec(text) ?? [];
  const count = Number(digits) * (unit === 'k' ? 1000 : unit === 'M' ? 1_000_000 : 1);
  if (!(count > 0)) throw new Error(`No size: ${text}`);
  return count;
}

function engineKinds(
  segmenter: Segmenter,
  wanted: readonly string[],
  notes: string[],
): readonly EngineKind[] {
  const own = qifu(segmenter);
  const peers = [minisearch('jieba', segmenter.search), minisearchPairs, flexsearch, fts5, fuse];
  const chosen = peers.filter(
    ({ name }) =>
      wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part.toLowerCase())),
  );
  const trouble = chosen.length > 0 ? installPeers() : null;
  if (trouble === null) return [own, ...chosen];
  notes.push(`Without the peers: ${trouble}`);
  return [own];
}

async function* collections(options: Options, notes: string[]): AsyncGenerator<Collection> {
  for (const folder of options.sets) yield readSet(folder);
  if (options.sets.length === 0) {
    const seeds = await readSeedClauses();
    if (typeof seeds === 'string') notes.push(`Without the seeds: ${seeds}`);
    else yield seeds;
  }
  for (const size of options.sizes) yield generate(size);
}

function measureAll(
  kinds: readonly EngineKind[],
  collection: Collection,
  notes: string[],
): readonly Measured[] {
  return kinds.flatMap((kind) => {
    const count = collection.passages.length;
    if (count > kind.mostPassages) {
      notes.push(
        `${collection.name}: ${kind.name} left out, more than ${kind.mostPassages} passages take it minutes.`,
      );
      return [];
    }
    process.stderr.write(`${collection.name}: ${kind.name} …\n`);
    try {
      return [measure(kind, collection)];
    } catch (cause) {
      notes.push(`${collection.name}: ${kind.name} failed: ${String(cause)}`);
      return [];
    }
  });
}

async function main(): Promise<number> {
  if (process.argv[2] === 'records') return (await import('./records.ts')).benchRecords();
  if (process.argv.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (cause) {
    process.stderr.write(
      `${cause instanceof Error ? cause.message.split('. ')[0] : String(cause)}\n${USAGE}\n`,
    );
    return 2;
  }
  const notes: string[] = [];
  const segmenter = await createSegmenter();
  const kinds = engineKinds(segmenter, options.engines, notes);
  const day = new Date().toISOString().slice(0, 10);
  process.stdout.write(
    `${day}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${process.platform} ${release()}, load average ${loadavg()[0]?.toFixed(1)}\n`,
  );
  for await (const collection of collections(options, notes)) {
    const rows = measureAll(kinds, collection, notes);
    process.stdout.write(
      `\n${renderTable(`${collection.name}: ${collection.passages.length} passages`, rows)}\n`,
    );
  }
  if (notes.length > 0) process.stdout.write(`\n${notes.map((note) => `- ${note}`).join('\n')}\n`);
  return 0;
}

process.exitCode = await main();
