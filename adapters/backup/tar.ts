/** The tar format as far as we write it: files only, GNU long names, so that `tar xzf` opens a backup too. */

export interface TarFile {
  /** Path with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
const LONG_NAME = '././@LongLink';
/** Where the fields of a header begin, and how long they are. */
const FIELDS = {
  name: [0, 100],
  mode: [100, 8],
  size: [124, 12],
  modified: [136, 12],
  sum: [148, 8],
} as const;
const TYPE_AT = 156;
const MAGIC_AT = 257;

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

function sumOf(header: Uint8Array): number {
  const [start, length] = FIELDS.sum;
  return header.reduce((sum, byte, at) => sum + (at >= start && at < start + length ? 32 : byte), 0);
}

function headerOf(name: Buffer, size: number, type: string): Buffer {
  const header = Buffer.alloc(BLOCK);
  name.copy(header, 0, 0, FIELDS.name[1]);
  header.write(octal(0o600, 8), FIELDS.mode[0], 'latin1');
  header.write(`${octal(0, 8)}${octal(0, 8)}`, 108, 'latin1');
  header.write(octal(size, 12), FIELDS.size[0], 'latin1');
  header.write(octal(0, 12), FIELDS.modified[0], 'latin1');
  header.write(type, TYPE_AT, 'latin1');
  header.write('ustar\x0000', MAGIC_AT, 'latin1');
  header.write(`${octal(sumOf(header), 7)} `, FIELDS.sum[0], 'latin1');
  return header;
}

/** The blocks of one file. */
export function* tarBlocks({ name, bytes }: TarFile): Generator<Uint8Array> {
  const encoded = Buffer.from(name, 'utf8');
  if (encoded.length > FIELDS.name[1]) {
    yield headerOf(Buffer.from(LONG_NAME), encoded.length + 1, 'L');
    yield Buffer.concat([encoded, Buffer.alloc(1 + padding(encoded.length + 1))]);
  }
  yield headerOf(encoded, bytes.length, '0');
  yield bytes;
  yield Buffer.alloc(padding(bytes.length));
}

/** What stands behind the last file. */
export const TAR_END: Uint8Array = Buffer.alloc(2 * BLOCK);

const text = (block: Buffer, [start, length]: readonly [number, number]): string => {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
};

/** Reads files block by block; throws where the archive is none, or ends before its end. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  let rest: Buffer = Buffer.alloc(0);
  const iterator = chunks[Symbol.asyncIterator]();
  const take = async (size: number): Promise<Buffer> => {
    const parts = [rest];
    let length = rest.length;
    while (length < size) {
      const next = await iterator.next();
      if (next.done === true) throw new RangeError('the archive ends too early');
      parts.push(Buffer.from(next.value));
      length += next.value.length;
    }
    const all = Buffer.concat(parts);
    rest = all.subarray(size);
    return all.subarray(0, size);
  };
  for (let longName: string | null = null; ; ) {
    const header = await take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (Number.parseInt(text(header, FIELDS.sum), 8) !== sumOf(header))
      throw new RangeError('not an archive');
    const size = Number.parseInt(text(header, FIELDS.size), 8);
    const bytes = (await take(size + padding(size))).subarray(0, size);
    if (header[TYPE_AT] === 'L'.charCodeAt(0)) longName = bytes.subarray(0, -1).toString('utf8');
    else {
      yield { name: longName ?? text(header, FIELDS.name), bytes };
      longName = null;
    }
  }
  // To the very end: what lies behind is checked by what carries the archive.
  for (let next = await iterator.next(); next.done !== true; ) next = await iterator.next();
}
