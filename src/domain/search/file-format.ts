/**
 * The saved index: 32-bit words in the machine's order (a file from a machine of the other order is
 * `damaged`). Magic, version, two words of checksum over all that follows, then the byte lengths of the
 * sections, then the sections, each padded to four bytes. Loading makes views, it parses nothing.
 */
import { ok, refuse, type Result } from '../result.ts';
import { checksumOf } from './checksum.ts';
import { toUnits } from './characters.ts';
import { type FacetSets, readFacetSets } from './facet-sets.ts';
import { inWords, leadsOf, type Shard } from './shard.ts';

const MAGIC = 0x51464958;
/** Raise it whenever the layout, the folding or what is a term changes. */
export const FORMAT_VERSION = 1;
const HEADER_WORDS = 4;
const SECTIONS = 12;

export interface SavedParts {
  /** `describeWeights` of the weights that were worked in. */
  readonly weights: string;
  readonly sets: FacetSets;
  /** How many passages hold each UTF-16 unit. */
  readonly characters: Uint32Array;
  /** One shard without dead passages. */
  readonly shard: Shard;
}

export function writeFile({ weights, sets, characters, shard }: SavedParts): Uint8Array {
  const sections: readonly (Uint8Array | Uint16Array | Uint32Array)[] = [
    toUnits(weights),
    toUnits(sets.save()),
    characters,
    shard.keys,
    shard.starts,
    shard.postings,
    shard.peaks,
    shard.texts,
    shard.textStarts,
    shard.ids,
    shard.idStarts,
    shard.sets,
  ];
  const bytes = new Uint8Array(
    sections.reduce((sum, section) => sum + padded(section.byteLength), (HEADER_WORDS + SECTIONS) * 4),
  );
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, FORMAT_VERSION]);
  let at = (HEADER_WORDS + SECTIONS) * 4;
  for (const [number, section] of sections.entries()) {
    words[HEADER_WORDS + number] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += padded(section.byteLength);
  }
  words.set(checksumOf(words.subarray(HEADER_WORDS)), 2);
  return bytes;
}

/** Reads what `writeFile` wrote; with any bit of it changed it is `damaged`, with other weights or version `older`. */
export function readFile(bytes: Uint8Array, weights: string): Result<SavedParts, 'damaged' | 'older'> {
  if (bytes.byteLength < (HEADER_WORDS + SECTIONS) * 4 || bytes.byteLength % 4 !== 0)
    return refuse('damaged');
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  if (words[0] !== MAGIC) return refuse('damaged');
  if (words[1] !== FORMAT_VERSION) return refuse('older');
  const [low, high] = checksumOf(words.subarray(HEADER_WORDS));
  if (words[2] !== low || words[3] !== high) return refuse('damaged');
  const parts = cut(aligned, words);
  if (parts === null || !fits(parts)) return refuse('damaged');
  return parts.weights === weights ? ok(parts) : refuse('older');
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function cut(bytes: Uint8Array, words: Uint32Array): SavedParts | null {
  let at = bytes.byteOffset + (HEADER_WORDS + SECTIONS) * 4;
  const places = Array.from({ length: SECTIONS }, (_, number) => {
    const length = words[HEADER_WORDS + number]!;
    const place = { at, length };
    at += padded(length);
    return place;
  });
  if (at !== bytes.byteOffset + bytes.byteLength) return null;
  const take = (number: number, width: number) => {
    const { at: from, length } = places[number]!;
    return [bytes.buffer, from, Math.floor(length / width)] as const;
  };
  const words32 = (number: number): Uint32Array => new Uint32Array(...take(number, 4));
  const units = (number: number): Uint16Array => new Uint16Array(...take(number, 2));
  const sets = readFacetSets(textOf(units(1)));
  if (sets === null) return null;
  const keys = words32(3);
  return {
    weights: textOf(units(0)),
    sets,
    characters: words32(2),
    shard: {
      keys,
      leads: leadsOf(keys),
      starts: words32(4),
      postings: words32(5),
      peaks: new Uint8Array(...take(6, 1)),
      texts: units(7),
      textWords: inWords(units(7)),
      textStarts: words32(8),
      ids: units(9),
      idStarts: words32(10),
      sets: words32(11),
      dead: new Map(),
      deaths: { count: 0 },
    },
  };
}

function fits({ characters, shard }: SavedParts): boolean {
  const passages = shard.sets.length;
  return (
    characters.length === 0x10000 &&
    shard.starts.length === shard.keys.length + 1 &&
    shard.peaks.length === shard.keys.length &&
    shard.starts.at(-1) === shard.postings.length &&
    shard.textStarts.length === passages + 1 &&
    shard.idStarts.length === passages + 1 &&
    shard.textStarts.at(-1) === shard.texts.length &&
    shard.idStarts.at(-1) === shard.ids.length
  );
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += 4096)
    text += String.fromCharCode(...units.subarray(from, from + 4096));
  return text;
}
