import { describe, expect, test } from 'vitest';
import { createBest } from '../../../src/domain/search/best.ts';
import { idOf, type Shard } from '../../../src/domain/search/shard.ts';
import { createShardBuilder } from '../../../src/domain/search/shard-builder.ts';
import { createSweep } from '../../../src/domain/search/sweep.ts';
import { DEFAULT_WEIGHTS } from '../../../src/domain/search/weights.ts';

/** Large enough for several windows, a threshold found beforehand, and lists that are only looked up. */
const PASSAGES = 40_000;
const MOST = 20;

let state = 1;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return (state >>> 8) / 0x100_0000;
};

/** Character n is drawn in proportion to 1/n, as in written text. */
const draw = (): string => String.fromCharCode(0x4e00 + Math.floor(60 ** random()) - 1);

const shard: Shard = (() => {
  const builder = createShardBuilder(DEFAULT_WEIGHTS);
  for (let number = 0; number < PASSAGES; number += 1) {
    const body = Array.from({ length: 4 + Math.floor(random() * 12) }, draw).join('');
    builder.add({ id: String((number * 7919) % PASSAGES), title: '', body }, 1 + (number % 3));
  }
  return builder.finish();
})();

const everything = Uint8Array.of(0, 1, 1, 1);
const aThird = Uint8Array.of(0, 0, 1, 0);

interface Wanted {
  readonly term: number;
  readonly weight: number;
}

const someTerms = (count: number): readonly Wanted[] => {
  const terms = new Set(Array.from({ length: count }, () => Math.floor(shard.keys.length * random() ** 2)));
  return [...terms].map((term) => {
    const passages = (shard.starts[term + 1] ?? 0) - (shard.starts[term] ?? 0);
    return { term, weight: Math.round(256 * Math.log(1 + PASSAGES / passages)) };
  });
};

function exhaustively(wanted: readonly Wanted[], allowed: Uint8Array): readonly string[] {
  const sums = new Map<number, number>();
  for (const { term, weight } of wanted) {
    for (const posting of shard.postings.subarray(shard.starts[term], shard.starts[term + 1])) {
      if (allowed[shard.sets[posting >>> 8] ?? 0] !== 1) continue;
      sums.set(posting >>> 8, (sums.get(posting >>> 8) ?? 0) + weight * (posting & 0xff));
    }
  }
  return [...sums]
    .map(([passage, score]) => ({ id: idOf(shard, passage), score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, score }) => `${id} ${score}`);
}

function bySweeping(wanted: readonly Wanted[], allowed: Uint8Array): readonly string[] {
  const sweep = createSweep(64);
  const best = createBest();
  best.reset([shard], MOST);
  for (const { term, weight } of wanted) sweep.add(shard, term, weight);
  best.raise(sweep.prime(shard, allowed, MOST));
  sweep.run(shard, 0, { allowed, sink: best, most: MOST });
  const found: string[] = [];
  while (best.count() > 0) {
    const { score, passage } = best.takeWorst();
    found.push(`${idOf(shard, passage)} ${score}`);
  }
  return found.reverse();
}

describe('sweeping without looking at everything', () => {
  test.for([1, 2, 3, 5, 8, 12, 20, 30])('finds what adding up all postings of %d terms finds', (count) => {
    for (let round = 0; round < 12; round += 1) {
      const wanted = someTerms(count);
      expect(bySweeping(wanted, everything)).toEqual(exhaustively(wanted, everything));
      expect(bySweeping(wanted, aThird)).toEqual(exhaustively(wanted, aThird));
    }
  });

  test('a term in nearly all passages is no trouble', () => {
    const lengths = Array.from(
      shard.keys,
      (_, term) => (shard.starts[term + 1] ?? 0) - (shard.starts[term] ?? 0),
    );
    const commonest = lengths.indexOf(Math.max(...lengths));
    const wanted = [...someTerms(4), { term: commonest, weight: 3 }];
    expect(bySweeping(wanted, everything)).toEqual(exhaustively(wanted, everything));
  });
});
