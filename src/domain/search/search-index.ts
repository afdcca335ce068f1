import { fold } from '../hanzi/fold.ts';
import { ok } from '../result.ts';
import type { Segmenter } from '../segment.ts';
import { createFacetSets } from './facet-sets.ts';
import { readFile, writeFile } from './file-format.ts';
import { createLexicon } from './index-lexicon.ts';
import { keysOfText } from './question.ts';
import { createRanking } from './ranking.ts';
import { createStore, type StoreOptions } from './store.ts';
import type { LoadedIndex, Passage, Progress, SearchIndex } from './types.ts';
import { DEFAULT_WEIGHTS, describeWeights, type Weights } from './weights.ts';

export interface SearchOptions {
  readonly segmenter: Segmenter;
  readonly weights?: Weights;
}

const SLICE = 256;

/** An empty index. Passages are found by pairs of characters, so that it takes no segmenter to build it, only to ask. */
export function createSearchIndex({ segmenter, weights = DEFAULT_WEIGHTS }: SearchOptions): SearchIndex {
  return assemble({ segmenter, weights }, { weights, sets: createFacetSets() });
}

/** Reads what `save` wrote. The bytes are used in place and must not be changed afterwards. */
export function loadSearchIndex(
  bytes: Uint8Array,
  { segmenter, weights = DEFAULT_WEIGHTS }: SearchOptions,
): LoadedIndex {
  const read = readFile(bytes, describeWeights(weights));
  if (!read.ok) return read;
  const { sets, shard, characters } = read.value;
  return ok(assemble({ segmenter, weights }, { weights, sets, saved: { shard, characters } }));
}

function assemble({ segmenter, weights }: Required<SearchOptions>, options: StoreOptions): SearchIndex {
  const store = createStore(options);
  const lexicon = createLexicon(store, segmenter);
  const ranking = createRanking({ store, lexicon, segmenter, weights, sets: options.sets });
  let changing = false;

  const putSliced = function* (passages: readonly Passage[], slice = SLICE): Generator<Progress, void, void> {
    if (changing) throw new Error('The index is being changed already: one change at a time.');
    changing = true;
    try {
      for (const done of store.put(passages, Math.max(1, slice))) yield { done, total: passages.length };
    } finally {
      changing = false;
    }
  };
  return {
    size: store.size,
    has: store.has,
    search: ranking.search,
    putSliced,
    put: (passages) => {
      for (const _ of putSliced(passages, Math.max(1, passages.length)));
    },
    remove: (ids) => {
      if (changing) throw new Error('The index is being changed already: one change at a time.');
      store.remove(ids);
    },
    idf: (term) =>
      Math.max(0, ...keysOfText(fold(term)).map((key) => lexicon.idfOf(store.passagesWith(key)))),
    bytes: store.bytes,
    save: () =>
      writeFile({
        weights: describeWeights(weights),
        sets: options.sets,
        characters: store.characters,
        shard: store.compact(),
      }),
  };
}
