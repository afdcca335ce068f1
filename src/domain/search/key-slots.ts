/** Numbers by key while a question is answered: a hash table that is cheap to empty. */
export interface KeySlots {
  /** The number of a key, -1 where it has none. */
  readonly numberOf: (key: number) => number;
  /** Gives a key that has no number yet one of 0..32767; no more keys than `createKeySlots` was told. */
  readonly set: (key: number, number: number) => void;
  readonly clear: () => void;
}

/** At most a quarter full. */
const ROOM = 4;

export function createKeySlots(mostKeys: number): KeySlots {
  const size = 2 ** Math.ceil(Math.log2(mostKeys * ROOM));
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const numbers = new Int16Array(size).fill(-1);
  const used = new Uint32Array(mostKeys);
  let count = 0;
  /** The slot of a key, or the free one where it would go. */
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 12) & mask;
    while (numbers[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const set = (key: number, number: number): void => {
    const slot = slotOf(key);
    keys[slot] = key;
    numbers[slot] = number;
    used[count++] = slot;
  };
  const clear = (): void => {
    for (let at = 0; at < count; at += 1) numbers[used[at]!] = -1;
    count = 0;
  };
  return { numberOf: (key) => numbers[slotOf(key)]!, set, clear };
}
