import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BenchPassage, BenchQuery, Collection } from './engine.ts';

const PASSAGE_LENGTH = 74;
const QUERIES = 500;
const ASKING = ['什么是', '如何', '哪些', '怎么', '多少', '是否', '为什么', '谁负责'] as const;

/** 32-bit generator (mulberry32), so that every run makes the same collection. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * Passages of 74 characters made of jieba's dictionary words by their frequencies in Chinese text, and questions
 * that quote four to seven neighbouring words of a passage beside words that ask. Neighbours are drawn
 * independently, so there are more distinct pairs than in written text: harder on memory, easier on ranking.
 */
export function generate(count: number): Collection {
  const random = createRandom(20261122);
  const draw = createDraw(random);
  const passages: BenchPassage[] = [];
  const texts: (readonly string[])[] = [];
  const step = Math.max(1, Math.floor(count / QUERIES));
  for (let number = 0; number < count; number += 1) {
    const words: string[] = [];
    let length = 0;
    for (let since = 0; length < PASSAGE_LENGTH; since += 1) {
      const word = since > 5 && random() < 0.25 ? '，' : draw();
      if (word === '，') since = 0;
      words.push(word);
      length += word.length;
    }
    passages.push({
      id: String(number),
      title: '',
      text: `${words.join('').slice(0, PASSAGE_LENGTH - 1)}。`,
    });
    if (number % step === 0 && texts.length < QUERIES) texts.push(words);
  }
  const list = texts.map((words, at): BenchQuery => {
    const from = Math.floor(random() * Math.max(1, words.length - 12));
    const quoted = words.slice(from, from + 4 + Math.floor(random() * 4)).join('');
    return { text: `${quoted}${ASKING[at % ASKING.length]}？`, relevant: [String(at * step)] };
  });
  return { name: `generated ${count}`, passages, queries: [{ name: 'quotes', list }] };
}

/** Draws dictionary words by frequency. */
function createDraw(random: () => number): () => string {
  const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { readonly DEFAULT_DICT: string };
  const entries = readFileSync(DEFAULT_DICT, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word = '', frequency]) => /^\p{sc=Han}+$/u.test(word) && Number(frequency) > 2);
  const sums = new Float64Array(entries.length);
  let sum = 0;
  for (const [at, [, frequency]] of entries.entries()) {
    sum += Number(frequency);
    sums[at] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return entries[low]?.[0] ?? '';
  };
}
