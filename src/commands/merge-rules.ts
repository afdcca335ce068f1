/** An object of a JSON file. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (values: JsonObject, key: string): unknown =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** One file laid over another: objects key by key, lists and values as a whole. */
export const mergeJson = (base: JsonObject, over: JsonObject): JsonObject =>
  Object.fromEntries([
    ...Object.entries(base),
    ...Object.entries(over).map(([key, value]): [string, unknown] => {
      const before = below(base, key);
      return [key, isJsonObject(before) && isJsonObject(value) ? mergeJson(before, value) : value];
    }),
  ]);

/** Keys that a place may have beside those that are there already. */
type AlsoAt = (path: readonly string[]) => readonly string[];

/**
 * The first key of `over` that `base` does not have, as a path (`appeals.acept`): a slip of the pen would otherwise
 * change nothing and nobody would know.
 */
export function findStranger(base: JsonObject, over: JsonObject, alsoAt: AlsoAt): string | null {
  const look = (before: JsonObject, after: JsonObject, path: readonly string[]): string | null => {
    for (const [key, value] of Object.entries(after)) {
      const here = [...path, key];
      const known = below(before, key);
      if (known === undefined && !alsoAt(path).includes(key)) return here.join('.');
      const found = isJsonObject(known) && isJsonObject(value) ? look(known, value, here) : null;
      if (found !== null) return found;
    }
    return null;
  };
  return look(base, over, []);
}
