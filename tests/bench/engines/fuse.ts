import type { EngineKind } from '../engine.ts';
import { loadPeer } from '../peers.ts';

interface Fuse {
  readonly search: (
    text: string,
    options: { limit: number },
  ) => readonly { readonly item: { readonly id: string } }[];
}

/** fuse.js compares the question with every passage; `ignoreLocation`, or only beginnings would count. */
export const fuse: EngineKind = {
  name: 'fuse.js',
  mostPassages: 5000,
  build: (passages) => {
    const module = loadPeer('fuse.js') as { default?: unknown };
    const Constructor = (module.default ?? module) as new (
      list: readonly unknown[],
      options: unknown,
    ) => Fuse;
    const index = new Constructor(passages, { keys: ['title', 'text'], ignoreLocation: true });
    return {
      // A pattern of more than 32 characters is refused or cut by its bit mask.
      search: (text, k) => index.search(text.slice(0, 32), { limit: k }).map(({ item }) => item.id),
      bytes: () => null,
      close: () => undefined,
    };
  },
};
