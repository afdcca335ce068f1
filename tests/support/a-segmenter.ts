import { PassThrough } from 'node:stream';
import { parseConfig } from '../../src/config.ts';
import { findHome } from '../../src/home.ts';
import type { Segmenter } from '../../src/domain/segment.ts';
import { openProgram } from '../../src/main.ts';

/**
 * The program's segmenter with the seeds' lexicon. Its dictionary is one a process: a test that loaded another would
 * change how words are cut for every test file that comes after it in the same worker.
 */
export const aSegmenter = (): Promise<Segmenter> =>
  openProgram(parseConfig({}, {}, findHome(import.meta.dirname)), { errors: new PassThrough() }).segmenter();
