import { DEAD, inWords, leadsOf, livingWith, type Shard, sizeOf } from './shard.ts';

const PAUSE_AFTER = 1 << 16;

/**
 * One shard with the living passages of several, in their order; the result is what building it anew from
 * them would give. Yields now and then, so that a caller can let others work.
 */
export function* mergeShards(shards: readonly Shard[]): Generator<void, Shard, void> {
  const renumbered = shards.map((shard) => new Uint32Array(sizeOf(shard)));
  let passages = 0;
  for (const [part, shard] of shards.entries()) {
    const numbers = renumbered[part]!;
    for (let at = 0; at < numbers.length; at += 1) {
      numbers[at] = shard.sets[at] === DEAD ? 0xffffffff : passages;
      if (shard.sets[at] !== DEAD) passages += 1;
    }
  }
  const kept = yield* mergeTerms(shards, renumbered);
  yield;
  return { ...kept, ...mergePassages(shards, passages), dead: new Map(), deaths: { count: 0 } };
}

function* mergeTerms(
  shards: readonly Shard[],
  renumbered: readonly Uint32Array[],
): Generator<void, Pick<Shard, 'keys' | 'leads' | 'starts' | 'postings' | 'peaks'>, void> {
  const most = shards.reduce((sum, shard) => sum + shard.keys.length, 0);
  const keys = new Uint32Array(most);
  const starts = new Uint32Array(most + 1);
  const peaks = new Uint8Array(most);
  const postings = new Uint32Array(shards.reduce((sum, shard) => sum + shard.postings.length, 0));
  const next = shards.map(() => 0);
  let terms = 0;
  let written = 0;
  let pause = PAUSE_AFTER;
  for (;;) {
    const key = lowestKey(shards, next);
    if (key === undefined) break;
    const from = written;
    let peak = 0;
    for (let part = 0; part < shards.length; part += 1) {
      const shard = shards[part]!;
      const term = next[part]!;
      const numbers = renumbered[part]!;
      if (shard.keys[term] !== key) continue;
      next[part] = term + 1;
      if (livingWith(shard, term) === 0) continue;
      for (let at = shard.starts[term]!; at < shard.starts[term + 1]!; at += 1) {
        const posting = shard.postings[at]!;
        const number = numbers[posting >>> 8]!;
        if (number === 0xffffffff) continue;
        postings[written++] = ((number << 8) | (posting & 0xff)) >>> 0;
        if ((posting & 0xff) > peak) peak = posting & 0xff;
      }
    }
    if (written === from) continue;
    keys[terms] = key;
    peaks[terms] = peak;
    terms += 1;
    starts[terms] = written;
    if (written > pause) {
      pause = written + PAUSE_AFTER;
      yield;
    }
  }
  const kept = keys.slice(0, terms);
  return {
    keys: kept,
    leads: leadsOf(kept),
    starts: starts.slice(0, terms + 1),
    peaks: peaks.slice(0, terms),
    postings: written === postings.length ? postings : postings.slice(0, written),
  };
}

function lowestKey(shards: readonly Shard[], next: readonly number[]): number | undefined {
  let lowest: number | undefined;
  for (let part = 0; part < shards.length; part += 1) {
    const key = shards[part]!.keys[next[part]!];
    if (key !== undefined && (lowest === undefined || key < lowest)) lowest = key;
  }
  return lowest;
}

function mergePassages(
  shards: readonly Shard[],
  passages: number,
): Pick<Shard, 'texts' | 'textWords' | 'textStarts' | 'ids' | 'idStarts' | 'sets'> {
  const texts = new Uint16Array(shards.reduce((sum, shard) => sum + shard.texts.length, 0));
  const ids = new Uint16Array(shards.reduce((sum, shard) => sum + shard.ids.length, 0));
  const textStarts = new Uint32Array(passages + 1);
  const idStarts = new Uint32Array(passages + 1);
  const sets = new Uint32Array(passages);
  let number = 0;
  let textEnd = 0;
  let idEnd = 0;
  for (const shard of shards) {
    for (let at = 0; at < sizeOf(shard); at += 1) {
      if (shard.sets[at] === DEAD) continue;
      const text = shard.texts.subarray(shard.textStarts[at], shard.textStarts[at + 1]);
      const id = shard.ids.subarray(shard.idStarts[at], shard.idStarts[at + 1]);
      texts.set(text, textEnd);
      ids.set(id, idEnd);
      textEnd += text.length;
      idEnd += id.length;
      sets[number] = shard.sets[at] ?? DEAD;
      number += 1;
      textStarts[number] = textEnd;
      idStarts[number] = idEnd;
    }
  }
  const kept = texts.slice(0, textEnd);
  return { texts: kept, textWords: inWords(kept), textStarts, ids: ids.slice(0, idEnd), idStarts, sets };
}
