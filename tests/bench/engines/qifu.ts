import type { Segmenter } from '../../../src/domain/segment.ts';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import type { EngineKind } from '../engine.ts';

/** This project's own index. */
export const qifu = (segmenter: Segmenter): EngineKind => ({
  name: 'qifu',
  mostPassages: 10_000_000,
  build: (passages) => {
    const index = createSearchIndex({ segmenter });
    index.put(passages.map(({ id, title, text }) => ({ id, title, body: text })));
    return {
      search: (text, k) => index.search({ text, k }).hits.map((hit) => hit.id),
      bytes: () => index.bytes().index,
      close: () => undefined,
    };
  },
});
