import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmenterError } from '../../src/ports/segmenter.ts';

export interface LoadOptions {
  readonly dict: string;
  readonly hmmDict: string;
  readonly userDict: string;
  readonly idfDict: string;
  readonly stopWordDict: string;
}

export type OwnDictionaries = Pick<LoadOptions, 'userDict' | 'idfDict' | 'stopWordDict'>;

/** Enough to win against its own parts (two common words together reach about 100), not against neighbours. */
const USUAL_FREQUENCY = 2000;

const LEXICON_LINE = /^(?<word>[^\s#]+)(?:\s+(?<frequency>[1-9]\d{0,7}))?(?:\s+(?<tag>[a-z]+))?$/i;

/**
 * Hands cleaned dictionary files to `use` and takes them away afterwards. cppjieba ends the whole process
 * (abort) when a file is missing, takes a comment for a word and keeps a carriage return, hence our own copy.
 * Weights of keywords are never asked for: a file of one line instead of 6 MB saves 20 MB and 0.1 s.
 */
export async function withDictionaries(
  lexicon: string | undefined,
  use: (files: OwnDictionaries) => Promise<void>,
): Promise<void> {
  const words = lexicon === undefined ? '' : cleanLexicon(await readLexicon(lexicon));
  const folder = await mkdtemp(join(tmpdir(), 'qifu-jieba-'));
  try {
    const userDict = join(folder, 'user.txt');
    const weights = join(folder, 'weights.txt');
    await Promise.all([writeFile(userDict, words), writeFile(weights, '企业 5.0\n')]);
    await use({ userDict, idfDict: weights, stopWordDict: weights });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readLexicon(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SegmenterError('bad-lexicon', { cause });
  }
}

/** One `word frequency tag` a line; comments and empty lines go, a line of another shape is refused. */
export function cleanLexicon(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/\s*#.*$/, '').trim())
    .filter((line) => line !== '');
  return lines.map((line) => `${cleanLine(line)}\n`).join('');
}

function cleanLine(line: string): string {
  const groups = LEXICON_LINE.exec(line)?.groups;
  const word = groups?.['word'];
  if (groups === undefined || word === undefined || /\p{Cs}/u.test(word)) {
    throw new SegmenterError('bad-lexicon', { cause: new Error(line) });
  }
  return `${word} ${groups['frequency'] ?? USUAL_FREQUENCY} ${groups['tag'] ?? 'n'}`;
}
