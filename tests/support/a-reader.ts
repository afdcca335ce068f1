import type { QuestionReader } from '../../src/domain/answer/question.ts';
import { createGazetteer, type RegionData } from '../../src/domain/answer/regions.ts';
import { createThesaurus, type SynonymData } from '../../src/domain/answer/synonyms.ts';
import { createFakeSegmenter } from './fake-segmenter.ts';
import { seedJson } from './seeds.ts';

/** A thesaurus of one topic. */
export const synonymsOf = (
  entries: readonly { say: readonly string[]; mean: readonly string[]; weight?: number }[],
  topic = '融资',
): SynonymData => ({ topics: [{ topic, entries: entries.map((entry) => ({ weight: 0.8, ...entry })) }] });

/** What a question is read with: the seeds' places, no sayings, no concerns and no correction unless told. */
export function aReader(known: Partial<QuestionReader> = {}): QuestionReader {
  return {
    gazetteer: createGazetteer(seedJson<RegionData>('regions.json')),
    thesaurus: createThesaurus({ topics: [] }),
    concerns: () => [],
    words: createFakeSegmenter(['武汉', '上海', '湖南', '英才', '小巨人', '单项冠军', '所有人']).words,
    correct: (text) => text,
    ...known,
  };
}
