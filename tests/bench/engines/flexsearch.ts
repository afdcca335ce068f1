import { type EngineKind, pairsOf } from '../engine.ts';
import { loadPeer } from '../peers.ts';

interface FlexIndex {
  readonly add: (id: number, text: string) => void;
  readonly search: (text: string, options: { limit: number; suggest: boolean }) => readonly number[];
}

/** FlexSearch over bigrams; `suggest` lets passages in that lack some of the terms. */
export const flexsearch: EngineKind = {
  name: 'FlexSearch, bigrams',
  mostPassages: 100_000,
  build: (passages) => {
    const { Index } = loadPeer('flexsearch') as { Index: new (options: unknown) => FlexIndex };
    const index = new Index({ tokenize: 'strict', encode: pairsOf });
    for (const [number, { title, text }] of passages.entries()) index.add(number, `${title} ${text}`);
    return {
      search: (text, k) =>
        index.search(text, { limit: k, suggest: true }).map((number) => passages[number]?.id ?? ''),
      bytes: () => null,
      close: () => undefined,
    };
  },
};
