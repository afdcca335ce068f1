import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { Instant } from '../../src/domain/time.ts';
import { BackupError, type BackupReport, type Backups, type LastBackup } from '../../src/ports/backup.ts';
import { COST, isSealed, type Lock, seal, unseal } from './cipher.ts';
import { LAST_BACKUP, readSnapshot, SET_ASIDE, STAGING } from './snapshot.ts';
import { readTar, TAR_END, type TarFile, tarBlocks } from './tar.ts';

/** First in every backup, so that another archive is not taken for one. */
const LABEL = 'QIFU-BACKUP.json';
const FORMAT = 1;

const LONGEST_START = 64;

async function* blocksOf(
  files: AsyncIterable<TarFile>,
  count: (file: TarFile) => void,
): AsyncGenerator<Uint8Array> {
  yield* tarBlocks({ name: LABEL, bytes: Buffer.from(JSON.stringify({ format: FORMAT })) });
  for await (const file of files) {
    count(file);
    yield* tarBlocks(file);
  }
  yield TAR_END;
}

/** Through a stream of the machine; what fails before it fails behind it. */
async function* through(
  chunks: AsyncIterable<Uint8Array>,
  stream: NodeJS.ReadWriteStream,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  source.on('error', (error) => (stream as unknown as { destroy: (error: Error) => void }).destroy(error));
  yield* source.pipe(stream) as AsyncIterable<Uint8Array>;
}

async function writeSafely(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = dirname(resolve(file));
  const temporary = join(folder, `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      for await (const chunk of chunks) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name out of an archive that stays below its folder. */
const isInside = (name: string): boolean =>
  !name.includes('\0') && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

function checkFile({ name, bytes }: TarFile): void {
  if (!isInside(name)) throw new BackupError('damaged');
  if (name.startsWith('records/') && !name.startsWith('records/damaged/'))
    JSON.parse(Buffer.from(bytes).toString());
}

/** The files of a backup, checked one by one; the whole is sound when the last has been read. */
async function* openBackup(file: string, lock: Lock | null): AsyncGenerator<TarFile> {
  const start = (await createReadStream(file, { end: LONGEST_START - 1 }).toArray()) as Buffer[];
  const raw = createReadStream(file) as AsyncIterable<Uint8Array>;
  try {
    const packed = isSealed(Buffer.concat(start)) ? unseal(raw, lock) : raw;
    let labelled = false;
    for await (const entry of readTar(through(packed, createGunzip()))) {
      if (!labelled && entry.name !== LABEL) throw new BackupError('damaged');
      if (labelled) {
        checkFile(entry);
        yield entry;
      }
      labelled = true;
    }
    if (!labelled) throw new BackupError('damaged');
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    // The disk's own errors have a system call; all others mean that the bytes are not what was written.
    throw error instanceof BackupError || syscall ? error : new BackupError('damaged', error);
  }
}

async function unpack(files: AsyncIterable<TarFile>, staging: string): Promise<BackupReport> {
  const report = { files: 0, bytes: 0 };
  for await (const { name, bytes } of files) {
    const path = join(staging, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true });
    report.files += 1;
    report.bytes += bytes.length;
  }
  return report;
}

/** Puts what was unpacked in the place of what was there; records last, so that a bot never starts on half of them. */
async function exchange(data: string, staging: string): Promise<string | null> {
  const kept = (await readdir(data)).filter(
    (name) => !/^(?:derived|lock|lost\+found|backup\.json|\..*)$/.test(name),
  );
  const old = kept.filter((name) => !name.startsWith(SET_ASIDE));
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = join(data, `${SET_ASIDE}${stamp}`);
  const recordsLast = (names: readonly string[]): readonly string[] =>
    names.toSorted((one, other) => Number(one === 'records') - Number(other === 'records'));
  if (old.length > 0) await mkdir(aside, { mode: 0o700 });
  for (const name of recordsLast(old)) await rename(join(data, name), join(aside, name));
  for (const name of recordsLast(await readdir(staging))) await rename(join(staging, name), join(data, name));
  await syncFolder(data);
  return old.length > 0 ? aside : null;
}

/** Writes down that a backup was made; a data folder that cannot be written to is backed up all the same. */
async function noteBackup(data: string, file: string): Promise<void> {
  const temporary = join(data, `.${LAST_BACKUP}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, JSON.stringify({ at: Date.now(), file }), { mode: 0o600 });
    await rename(temporary, join(data, LAST_BACKUP));
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

async function lastBackup(data: string): Promise<LastBackup | null> {
  try {
    const { at, file } = JSON.parse(await readFile(join(data, LAST_BACKUP), 'utf8')) as Partial<LastBackup>;
    return Number.isInteger(at) && typeof file === 'string' ? { at: at as Instant, file } : null;
  } catch {
    return null;
  }
}

/** Makes and puts back backups of a data folder; a sealed one opens only with the cost it was sealed with. */
export function createBackups(data: string, { cost = COST }: { readonly cost?: number } = {}): Backups {
  const lockOf = (passphrase: string | null): Lock | null =>
    passphrase === null ? null : { passphrase, cost };
  return {
    save: async (file, passphrase) => {
      const found = await stat(data).catch(() => null);
      if (!found?.isDirectory()) throw new BackupError('no-data');
      const report = { files: 0, bytes: 0 };
      const tar = blocksOf(readSnapshot(data), ({ bytes }) => {
        report.files += 1;
        report.bytes += bytes.length;
      });
      const packed = through(tar, createGzip());
      const lock = lockOf(passphrase);
      await writeSafely(file, lock === null ? packed : seal(packed, lock));
      await noteBackup(data, resolve(file));
      return report;
    },
    last: () => lastBackup(data),
    restore: async (file, passphrase) => {
      await mkdir(data, { recursive: true, mode: 0o700 });
      const staging = join(data, `${STAGING}${process.pid}`);
      await rm(staging, { recursive: true, force: true });
      await mkdir(staging, { mode: 0o700 });
      try {
        const report = await unpack(openBackup(file, lockOf(passphrase)), staging);
        return { ...report, setAside: await exchange(data, staging) };
      } finally {
        await rm(staging, { recursive: true, force: true });
      }
    },
  };
}
