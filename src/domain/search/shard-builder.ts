import { fold } from '../hanzi/fold.ts';
import { appendText, growingUnits, growingWords, reserveWords } from './growing.ts';
import { createKeyTable, orderOfKeys } from './key-table.ts';
import { impactOf, inWords, leadsOf, type Shard } from './shard.ts';
import { keysOf, mostKeys } from './terms.ts';
import type { Passage } from './types.ts';
import type { FieldWeights, Weights } from './weights.ts';

/** Takes passages one by one and makes a shard of them. */
export interface ShardBuilder {
  /** Adds a passage with its facet set. */
  readonly add: (passage: Passage, set: number) => void;
  readonly count: () => number;
  /** Distinct terms so far. */
  readonly terms: () => number;
  readonly finish: () => Shard;
}

/** The fields of a passage as they are stored: folded, each ended by a NUL, which no field contains. */
export function storedText(passage: Passage): string {
  const fields = [passage.title, passage.body, passage.units ?? ''];
  return fold(fields.map((field) => field.replaceAll('\0', ' ')).join('\0'));
}

export function createShardBuilder(weights: Weights): ShardBuilder {
  const table = createKeyTable();
  const texts = growingUnits();
  const ids = growingUnits();
  const textStarts = growingWords();
  const idStarts = growingWords();
  const sets = growingWords();
  /** The log of postings in the order met: term number and posting. */
  const terms = growingWords();
  const postings = growingWords();
  const counted = createFieldCounter(weights, table.numberOf);

  const add = (passage: Passage, set: number): void => {
    for (const list of [textStarts, idStarts, sets]) reserveWords(list, 1);
    textStarts.values[textStarts.count++] = texts.count;
    idStarts.values[idStarts.count++] = ids.count;
    const number = sets.count;
    sets.values[sets.count++] = set;
    appendText(ids, passage.id);
    const from = texts.count;
    appendText(texts, storedText(passage));
    const distinct = counted.count(texts.values, from, texts.count);
    reserveWords(terms, distinct);
    reserveWords(postings, distinct);
    for (let at = 0; at < distinct; at += 1) {
      const term = counted.terms()[at]!;
      terms.values[terms.count++] = term;
      postings.values[postings.count++] =
        ((number << 8) | impactOf(counted.weightOf(term), weights.saturation)) >>> 0;
    }
  };
  const finish = (): Shard => {
    const kept = texts.values.slice(0, texts.count);
    return {
      ...arrange(
        table.keys(),
        terms.values.subarray(0, terms.count),
        postings.values.subarray(0, postings.count),
      ),
      texts: kept,
      textWords: inWords(kept),
      textStarts: closed(textStarts.values, textStarts.count, texts.count),
      ids: ids.values.slice(0, ids.count),
      idStarts: closed(idStarts.values, idStarts.count, ids.count),
      sets: sets.values.slice(0, sets.count),
      dead: new Map(),
      deaths: { count: 0 },
    };
  };
  return { add, count: () => sets.count, terms: table.count, finish };
}

function closed(starts: Uint32Array, count: number, end: number): Uint32Array {
  const all = new Uint32Array(count + 1);
  all.set(starts.subarray(0, count));
  all[count] = end;
  return all;
}

/** Sorts the log by term (counting sort: passages stay in their order) and notes each term's highest impact. */
function arrange(
  keys: Uint32Array,
  terms: Uint32Array,
  log: Uint32Array,
): Pick<Shard, 'keys' | 'leads' | 'starts' | 'postings' | 'peaks'> {
  const order = orderOfKeys(keys);
  const rank = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) rank[order[at]!] = at;
  const starts = new Uint32Array(order.length + 2);
  for (let at = 0; at < terms.length; at += 1) {
    const place = rank[terms[at]!]! + 2;
    starts[place] = starts[place]! + 1;
  }
  for (let at = 2; at < starts.length; at += 1) starts[at] = starts[at]! + starts[at - 1]!;
  const postings = new Uint32Array(log.length);
  const peaks = new Uint8Array(order.length);
  for (let at = 0; at < terms.length; at += 1) {
    const term = rank[terms[at]!]!;
    const posting = log[at]!;
    const place = starts[term + 1]!;
    starts[term + 1] = place + 1;
    postings[place] = posting;
    const impact = posting & 0xff;
    if (impact > peaks[term]!) peaks[term] = impact;
  }
  const sorted = Uint32Array.from(order, (number) => keys[number]!);
  return { keys: sorted, leads: leadsOf(sorted), starts: starts.slice(0, order.length + 1), postings, peaks };
}

interface FieldCounter {
  /** Counts the terms of one stored text and returns how many are distinct. */
  readonly count: (units: Uint16Array, from: number, to: number) => number;
  /** Their numbers; the first `count` are this text's. */
  readonly terms: () => Uint32Array;
  /** What a term weighs in the text just counted: frequency over length, fields together (BM25F). */
  readonly weightOf: (term: number) => number;
}

function createFieldCounter(weights: Weights, numberOf: (key: number) => number): FieldCounter {
  const fields = [weights.title, weights.body, weights.units];
  let keys = new Uint32Array(1024);
  let terms = new Uint32Array(1024);
  let seen = new Uint32Array(0x8000);
  let sums = new Float64Array(0x8000);
  let round = 0;
  const count = (units: Uint16Array, from: number, to: number): number => {
    round += 1;
    if (mostKeys(to - from) > keys.length) {
      keys = new Uint32Array(mostKeys(to - from) * 2);
      terms = new Uint32Array(keys.length);
    }
    let distinct = 0;
    let start = from;
    for (const field of fields) {
      const end = fieldEnd(units, start, to);
      const step = fieldStep(field, end - start);
      const found = keysOf({ units, from: start, to: end }, keys);
      for (let at = 0; at < found; at += 1) {
        const term = numberOf(keys[at]!);
        if (term >= seen.length) {
          seen = doubled(seen, new Uint32Array(seen.length * 2));
          sums = doubled(sums, new Float64Array(sums.length * 2));
        }
        if (seen[term] === round) sums[term] = sums[term]! + step;
        else {
          seen[term] = round;
          sums[term] = step;
          terms[distinct++] = term;
        }
      }
      start = end + 1;
    }
    return distinct;
  };
  return { count, terms: () => terms, weightOf: (term) => sums[term]! };
}

function doubled<List extends Uint32Array | Float64Array>(list: List, bigger: List): List {
  bigger.set(list);
  return bigger;
}

/** The end of the field that begins at `start`. */
export function fieldEnd(units: Uint16Array, start: number, to: number): number {
  let end = start;
  while (end < to && units[end] !== 0) end += 1;
  return end;
}

/** What one occurrence weighs in a field of this length. */
export const fieldStep = (field: FieldWeights, length: number): number =>
  field.weight / (1 - field.length + (field.length * length) / field.usual);
