import type { Cache } from '@larksuiteoapi/node-sdk';

/** The tokens of one client, so that one which the platform no longer takes can be dropped. */
export interface TokenCache extends Cache {
  readonly drop: () => void;
}

/** An empty cache; expiry is by the machine's clock, as the SDK sets it. */
export function createTokenCache(): TokenCache {
  const kept = new Map<unknown, { readonly value: unknown; readonly until: number }>();
  return {
    get: async (key) => {
      const found = kept.get(key);
      return found && found.until > Date.now() ? found.value : undefined;
    },
    set: async (key, value: unknown, until = Number.POSITIVE_INFINITY) => {
      kept.set(key, { value, until });
      return true;
    },
    drop: () => kept.clear(),
  };
}
