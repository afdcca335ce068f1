import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import type { Segmenter } from '../../src/domain/segment.ts';
import { SegmenterError } from '../../src/ports/segmenter.ts';
import { type LoadOptions, type OwnDictionaries, withDictionaries } from './dictionaries.ts';
import { createFrequencies } from './frequencies.ts';
import { isPlain, mergeLatin, piecesOf } from './pieces.ts';
import { missingPackages } from './system-packages.ts';

export interface SegmenterOptions {
  /** User dictionary: one `word`, `word frequency` or `word frequency tag` a line, `#` starts a comment. */
  readonly lexicon?: string;
}

/** The part of nodejieba that is used; its own types leave out what we leave out too. */
interface Native {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_HMM_DICT: string;
  readonly load: (options: LoadOptions) => boolean;
  readonly cut: (text: string) => string[];
  readonly cutForSearch: (text: string) => string[];
  readonly cutAll: (text: string) => string[];
  readonly tag: (text: string) => readonly { readonly word: string; readonly tag: string }[];
}

/** cppjieba's tag for what it has no word for. */
const UNKNOWN = 'x';

/** A single character that JavaScript counts as two. */
const ONE_PAIR = /^[\u{10000}-\u{10FFFF}]$/u;

/**
 * Loads nodejieba (0.7 s, 235 MB) with its own dictionary and the user's. The native state is one per
 * process: a second call with another lexicon replaces the dictionary of the first segmenter too.
 * Words are those of the dictionary, without the hidden Markov model, so that a word is cut the same way
 * in a question and in a document; `words(text).join('')` is `text`. Throws `SegmenterError`.
 */
export async function createSegmenter(options: SegmenterOptions = {}): Promise<Segmenter> {
  if (!isMainThread) throw new SegmenterError('in-worker');
  const native = await loadNative();
  await withDictionaries(options.lexicon, (files) => start(native, files));
  return {
    words: (text) => cutText(text, native.cut),
    search: (text) => cutText(text, native.cutForSearch),
    has: (word) => inDictionary(native, word),
    frequency: createFrequencies(native.DEFAULT_DICT),
  };
}

function cutText(text: string, cut: (text: string) => string[]): readonly string[] {
  if (isPlain(text)) return mergeLatin(cut(text));
  return piecesOf(text).flatMap((piece) => (piece.safe ? mergeLatin(cut(piece.text)) : [piece.text]));
}

/**
 * cppjieba's full mode lists every dictionary word of two characters or more that it finds, so a word that
 * is in the dictionary is among those found in itself; single characters are told apart by their tag.
 */
function inDictionary(native: Native, word: string): boolean {
  const [piece, ...more] = piecesOf(word);
  if (piece === undefined || more.length > 0 || !piece.safe) return false;
  if (word.length > 1 && !ONE_PAIR.test(word)) return native.cutAll(word).includes(word);
  return native.tag(word)[0]?.tag !== UNKNOWN;
}

async function loadNative(): Promise<Native> {
  const load = createRequire(import.meta.url);
  try {
    // require() and not import(): nodejieba assigns an undeclared variable, which only sloppy CommonJS bears.
    return load('nodejieba') as Native;
  } catch (cause) {
    throw new SegmenterError('not-installed', { cause, missing: await missingPackages() });
  }
}

async function start(native: Native, files: OwnDictionaries): Promise<void> {
  try {
    native.load({ dict: native.DEFAULT_DICT, hmmDict: native.DEFAULT_HMM_DICT, ...files });
  } catch (cause) {
    const absent = cause instanceof Error && 'code' in cause && cause.code === 'BINDING_NOT_FOUND';
    throw new SegmenterError(absent ? 'not-built' : 'wrong-build', {
      cause,
      missing: await missingPackages(),
    });
  }
}
