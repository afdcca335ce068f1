/** What was used last, up to a weight: the rest is looked up where it lies. */
export interface RecentlyUsed<Value> {
  readonly get: (name: string) => Value | undefined;
  readonly set: (name: string, value: Value, weight: number) => void;
  readonly delete: (name: string) => void;
}

/** Makes one that holds nothing yet; what is heavier than `most` by itself is not held. */
export function createRecentlyUsed<Value>(most: number): RecentlyUsed<Value> {
  /** The one used last at the end. */
  const held = new Map<string, { readonly value: Value; readonly weight: number }>();
  let weight = 0;
  const remove = (name: string): void => {
    weight -= held.get(name)?.weight ?? 0;
    held.delete(name);
  };
  return {
    get: (name) => {
      const found = held.get(name);
      if (found === undefined) return undefined;
      held.delete(name);
      held.set(name, found);
      return found.value;
    },
    set: (name, value, own) => {
      remove(name);
      held.set(name, { value, weight: own });
      weight += own;
      for (const oldest of held.keys()) {
        if (weight <= most) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
