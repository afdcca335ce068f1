import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { BenchQuery, Collection, Engine, EngineKind } from './engine.ts';

export interface Quality {
  readonly queries: string;
  readonly asked: number;
  readonly r1: number;
  readonly r3: number;
  readonly r10: number;
  readonly mrr10: number;
}

export interface Measured {
  readonly engine: string;
  readonly buildMs: number;
  readonly bytesAPassage: number;
  /** Milliseconds a query, segmentation included. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly quality: readonly Quality[];
}

const K = 10;
const WARM_UP_MS = 1500;
/** A slow engine is asked fewer questions: so many milliseconds a list of queries. */
const PATIENCE_MS = 6000;

/** Builds an engine over a collection and asks it everything. */
export function measure(kind: EngineKind, collection: Collection): Measured {
  collectGarbage();
  const before = memoryInUse();
  const start = performance.now();
  const engine = kind.build(collection.passages);
  const buildMs = performance.now() - start;
  collectGarbage();
  const bytes = engine.bytes() ?? Math.max(0, memoryInUse() - before);
  warmUp(engine, collection.queries[0]?.list ?? []);
  const times: number[] = [];
  const quality = collection.queries.map(({ name, list }) => ask(engine, { name, list, times }));
  engine.close();
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const bytesAPassage = bytes / collection.passages.length;
  return { engine: kind.name, buildMs, bytesAPassage, p50: at(0.5), p95: at(0.95), p99: at(0.99), quality };
}

function warmUp(engine: Engine, list: readonly BenchQuery[]): void {
  const until = performance.now() + WARM_UP_MS;
  for (let at = 0; at < list.length * 4 && performance.now() < until; at += 1) {
    engine.search(list[at % list.length]?.text ?? '', K);
  }
}

function ask(
  engine: Engine,
  {
    name,
    list,
    times,
  }: { readonly name: string; readonly list: readonly BenchQuery[]; readonly times: number[] },
): Quality {
  const ranks: number[] = [];
  const until = performance.now() + PATIENCE_MS;
  for (const { text, relevant } of list) {
    const start = performance.now();
    const ids = engine.search(text, K);
    const end = performance.now();
    times.push(end - start);
    ranks.push(ids.findIndex((id) => relevant.includes(id)) + 1);
    if (end > until) break;
  }
  const within = (last: number): number =>
    ranks.filter((rank) => rank > 0 && rank <= last).length / (ranks.length || 1);
  const mrr10 = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / (ranks.length || 1);
  return { queries: name, asked: ranks.length, r1: within(1), r3: within(3), r10: within(10), mrr10 };
}

function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
