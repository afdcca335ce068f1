import { type EngineKind, pairsOf } from '../engine.ts';
import { loadPeer } from '../peers.ts';

interface MiniSearch {
  readonly addAll: (documents: readonly unknown[]) => void;
  readonly search: (text: string) => readonly { readonly id: string }[];
}

type Cut = (text: string) => readonly string[];

/** MiniSearch with its defaults (BM25+, any term may match) over the given cutting of text into terms. */
export const minisearch = (name: string, tokenize: Cut): EngineKind => ({
  name: `MiniSearch, ${name}`,
  mostPassages: 100_000,
  build: (passages) => {
    const module = loadPeer('minisearch') as { default?: unknown };
    const Constructor = (module.default ?? module) as new (options: unknown) => MiniSearch;
    const index = new Constructor({
      fields: ['title', 'text'],
      tokenize,
      processTerm: (term: string) => term,
    });
    index.addAll(passages);
    return {
      search: (text, k) =>
        index
          .search(text)
          .slice(0, k)
          .map((hit) => hit.id),
      bytes: () => null,
      close: () => undefined,
    };
  },
});

export const minisearchPairs: EngineKind = minisearch('bigrams', pairsOf);
