import { DEAD, type Shard, sizeOf } from './shard.ts';

/** Hash tables of the ids of shards, made when first asked for and dropped with the shard. */
const tables = new WeakMap<Shard, Uint32Array>();

/** The living passage with this id in the shard, or -1. */
export function findId(shard: Shard, id: string): number {
  const table = tables.get(shard) ?? tableOf(shard);
  const mask = table.length - 1;
  for (let slot = hashOf(id) & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
    const passage = table[slot]! - 1;
    if (shard.sets[passage] !== DEAD && hasId(shard, passage, id)) return passage;
  }
  return -1;
}

function tableOf(shard: Shard): Uint32Array {
  const room = 2 ** Math.ceil(Math.log2(sizeOf(shard) * 2 + 2));
  // Passage + 1; 0 = free.
  const table = new Uint32Array(room);
  for (let passage = 0; passage < sizeOf(shard); passage += 1) {
    let hash = FNV_OFFSET;
    const end = shard.idStarts[passage + 1]!;
    for (let at = shard.idStarts[passage]!; at < end; at += 1)
      hash = Math.imul(hash ^ shard.ids[at]!, FNV_PRIME);
    let slot = settle(hash) & (room - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (room - 1);
    table[slot] = passage + 1;
  }
  tables.set(shard, table);
  return table;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const settle = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

function hashOf(id: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), FNV_PRIME);
  return settle(hash);
}

function hasId({ ids, idStarts }: Shard, passage: number, id: string): boolean {
  const from = idStarts[passage]!;
  if (idStarts[passage + 1]! - from !== id.length) return false;
  for (let at = 0; at < id.length; at += 1) if (ids[from + at] !== id.charCodeAt(at)) return false;
  return true;
}
