/** Numbers the distinct keys of a growing shard: open addressing, at most half full. */
export interface KeyTable {
  /** The number of a key, a new one where it is met first. */
  readonly numberOf: (key: number) => number;
  readonly count: () => number;
  /** Key of each number. */
  readonly keys: () => Uint32Array;
}

export function createKeyTable(): KeyTable {
  let mask = 0x3fff;
  // Number + 1; 0 = free.
  let slots = new Uint32Array(mask + 1);
  let keys = new Uint32Array((mask + 1) >> 1);
  let count = 0;

  const grow = (): void => {
    mask = mask * 2 + 1;
    slots = new Uint32Array(mask + 1);
    const bigger = new Uint32Array((mask + 1) >> 1);
    bigger.set(keys);
    keys = bigger;
    for (let number = 0; number < count; number += 1) {
      let slot = spread(keys[number]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  };
  const numberOf = (key: number): number => {
    let slot = spread(key) & mask;
    for (;;) {
      const found = slots[slot]!;
      if (found === 0) break;
      if (keys[found - 1] === key) return found - 1;
      slot = (slot + 1) & mask;
    }
    if (count >= keys.length) {
      grow();
      slot = spread(key) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
    }
    keys[count] = key;
    slots[slot] = count + 1;
    count += 1;
    return count - 1;
  };
  return { numberOf, count: () => count, keys: () => keys.subarray(0, count) };
}

/** Mixes all bits down (the finalizer of MurmurHash3): pairs share their upper half. */
function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  const again = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (again ^ (again >>> 16)) >>> 0;
}

/** The numbers 0..n ordered by ascending key (radix sort, 11 bits a pass: comparing would take longer than indexing). */
export function orderOfKeys(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, number) => number);
  let next = new Uint32Array(keys.length);
  const places = new Uint32Array(2049);
  for (const shift of [0, 11, 22]) {
    places.fill(0);
    for (let at = 0; at < keys.length; at += 1) {
      const bucket = ((keys[at]! >>> shift) & 0x7ff) + 1;
      places[bucket] = places[bucket]! + 1;
    }
    for (let bucket = 1; bucket < 2049; bucket += 1) places[bucket] = places[bucket]! + places[bucket - 1]!;
    for (let at = 0; at < order.length; at += 1) {
      const number = order[at]!;
      const bucket = (keys[number]! >>> shift) & 0x7ff;
      const place = places[bucket]!;
      next[place] = number;
      places[bucket] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}
