import { createAsk } from '../../src/app/answering/create-ask.ts';
import type { ScopeData } from '../../src/app/answering/tools.ts';
import type { Ask } from '../../src/app/answering/types.ts';
import { openLibrary } from '../../src/app/library/open-library.ts';
import type { ConcernData } from '../../src/domain/answer/concerns.ts';
import type { RegionData } from '../../src/domain/answer/regions.ts';
import type { SynonymData } from '../../src/domain/answer/synonyms.ts';
import { createUnitMatcher } from '../../src/domain/unit/match.ts';
import { aLibraryBench } from './a-library.ts';
import { seedJson } from './seeds.ts';

/** Who answers from these documents alone, in 武汉市, with the seeds' words. */
export async function anAskOver(files: Readonly<Record<string, string>>): Promise<Ask> {
  const bench = aLibraryBench({ files });
  const snapshot = (await openLibrary(bench.deps)).current();
  return createAsk({
    synonyms: seedJson<SynonymData>('synonyms.json'),
    concerns: seedJson<ConcernData>('concerns.json'),
    regions: seedJson<RegionData>('regions.json'),
    scope: seedJson<ScopeData>('scope.json'),
    library: () => snapshot,
    segmenter: bench.deps.segmenter,
    districts: [],
    lexicon: [],
    units: createUnitMatcher([]),
    home: '武汉市',
    botName: '小企',
  });
}
