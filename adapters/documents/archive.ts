import { inflateRawSync } from 'node:zlib';
import { DocumentError } from '../../src/ports/document-reader.ts';

/** Parts of an OOXML file by name. */
export interface Archive {
  readonly names: readonly string[];
  /** Null where there is no such part; throws `archive-bomb`, `encrypted` or `damaged`. */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const MOST_ENTRIES = 10_000;
/** XML of a part that is read; the longest plans have 5 MB. */
const LARGEST_PART = 32 * 1024 * 1024;
const LARGEST_ALL = 96 * 1024 * 1024;
/** XML of Word and Excel packs 10 to 50 times; only a bomb packs megabytes so tightly. */
const TIGHTEST = 400;
const SMALL = 4 * 1024 * 1024;

/**
 * Opens a zip file by its directory without inflating anything; parts are inflated one by one with a limit on
 * what really comes out, so that neither a false directory nor a bomb takes memory or time.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = directory(bytes);
  let inflated = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.encrypted) throw new DocumentError('encrypted');
      const room = Math.min(LARGEST_PART, LARGEST_ALL - inflated);
      const part = inflate(bytes, entry, room);
      inflated += part.length;
      return part;
    },
  };
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;

function directory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new DocumentError('archive-bomb');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new DocumentError('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/');
    const entry = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands behind everything but a comment of at most 64 KB; a half-written file has none. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new DocumentError('damaged');
}

function inflate(bytes: Uint8Array, entry: Entry, room: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) {
    throw new DocumentError('damaged');
  }
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new DocumentError('damaged');
  const allowed = Math.min(room, Math.max(SMALL, packed.length * TIGHTEST));
  if (entry.size > allowed) throw new DocumentError('archive-bomb');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new DocumentError('unreadable');
  return inflateWithin(packed, allowed);
}

function inflateWithin(packed: Uint8Array, allowed: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: allowed });
  } catch (cause) {
    const isBomb = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentError(isBomb ? 'archive-bomb' : 'damaged', { cause });
  }
}
