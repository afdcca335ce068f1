import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createBackups as createRealBackups } from '../../../adapters/backup/index.ts';
import { TAR_END, tarBlocks } from '../../../adapters/backup/tar.ts';
import { openRecords } from '../../../adapters/lowdb/index.ts';
import { NOTE, put } from '../../contracts/records.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

/** A guess at the passphrase is cheap here; what it costs in earnest is tried by the command's own test. */
const createBackups = (data: string) => createRealBackups(data, { cost: 2 ** 10 });

const LONG = `${'很长的文件名'.repeat(12)}.txt`;

const FILES: Readonly<Record<string, string>> = {
  'records/note/1.json': '{"id":"1"}',
  'records/damaged/note-1-x.json': '{"half',
  [`library/${LONG}`]: '政策'.repeat(1000),
  'library/empty.txt': '',
  'attachments/a/b': 'x'.repeat(100_000),
  'rules.json': '{}',
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** A data folder with everything in it, and the place of its backup. */
function aData(files = FILES) {
  const root = aTempFolder();
  const data = join(root, 'data');
  write(data, { ...files, 'derived/cache.json': 'x', 'lock/1-x': '', 'records/note/.2.json.tmp': '{' });
  return { root, data, file: join(root, 'qifu.backup'), backups: createBackups(data) };
}

describe('a backup', () => {
  test.for([null, '口令 with spaces'])(
    'gives back every file as it was (passphrase: %s)',
    async (passphrase) => {
      const { root, backups, file } = aData();
      const saved = await backups.save(file, passphrase);
      expect(saved.files).toBe(Object.keys(FILES).length);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const other = join(root, 'other');
      expect(await createBackups(other).restore(file, passphrase)).toEqual({ ...saved, setAside: null });
      expect(filesIn(other)).toEqual(FILES);
      expect(statSync(join(other, 'records/note')).mode & 0o777).toBe(0o700);
      expect(statSync(join(other, 'records/note/1.json')).mode & 0o777).toBe(0o600);
    },
  );

  test('without a passphrase is a tar.gz that any tar opens', async () => {
    const { root, backups, file } = aData();
    await backups.save(file, null);
    mkdirSync(join(root, 'opened'));
    execFileSync('tar', ['xzf', file, '-C', join(root, 'opened')]);
    expect(filesIn(join(root, 'opened'))).toEqual({ 'QIFU-BACKUP.json': '{"format":1}', ...FILES });
  });

  test('with a passphrase shows nothing of what is in it', async () => {
    const { backups, file } = aData();
    await backups.save(file, 'secret');
    const bytes = readFileSync(file);
    expect(bytes.includes('records')).toBe(false);
    expect(() => execFileSync('tar', ['tzf', file], { stdio: 'ignore' })).toThrow('tar');
  });

  test('keeps what was there before under a name of its own', async () => {
    const { root, data, backups, file } = aData();
    await backups.save(file, null);
    const other = join(root, 'other');
    write(other, { 'records/note/9.json': '{"id":"9"}', 'derived/cache.json': 'kept' });
    const { setAside } = await createBackups(other).restore(file, null);
    expect(filesIn(setAside as string)).toEqual({ 'records/note/9.json': '{"id":"9"}' });
    expect(existsSync(join(other, 'records/note/9.json'))).toBe(false);
    expect(readFileSync(join(other, 'derived/cache.json'), 'utf8')).toBe('kept');
    expect(existsSync(data)).toBe(true);
  });

  test('takes documents behind links', async () => {
    const { root, data, backups, file } = aData();
    writeFileSync(join(root, 'elsewhere.txt'), '在别处');
    symlinkSync(join(root, 'elsewhere.txt'), join(data, 'library/link.txt'));
    await backups.save(file, null);
    await createBackups(join(root, 'other')).restore(file, null);
    expect(readFileSync(join(root, 'other/library/link.txt'), 'utf8')).toBe('在别处');
  });

  test('of no data is refused', async () => {
    const root = aTempFolder();
    const saving = createBackups(join(root, 'none')).save(join(root, 'file'), null);
    await expect(saving).rejects.toMatchObject({ code: 'no-data' });
  });

  test('while the bot writes holds the records of one instant', async () => {
    const { root, data, backups, file } = aData({});
    const open = (folder: string) =>
      openRecords({
        folder: join(folder, 'records'),
        kinds: [NOTE],
        onDamaged: (where) => expect.unreachable(where),
        onNewer: () => undefined,
      });
    const records = await open(data);
    await put(records, 'first', { text: '0' });
    await put(records, 'second', { text: '0' });
    let writes = 0;
    let writing = true;
    const writer = (async (): Promise<void> => {
      while (writing) {
        // The pair is never more than one apart, in this order.
        await put(records, 'first', { text: String((writes += 1)) });
        await put(records, 'second', { text: String(writes) });
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    for (let round = 0; round < 5; round += 1) {
      await backups.save(file, null);
      const other = join(root, `other-${round}`);
      await createBackups(other).restore(file, null);
      const copy = await open(other);
      const first = Number((await copy.read(NOTE, 'first'))?.text);
      const second = Number((await copy.read(NOTE, 'second'))?.text);
      expect(first - second).toBeGreaterThanOrEqual(0);
      expect(first - second).toBeLessThanOrEqual(1);
    }
    writing = false;
    await writer;
  });
});

describe('a restore changes nothing', () => {
  const archive = (name: string, text: string): Buffer => {
    const label = { name: 'QIFU-BACKUP.json', bytes: Buffer.from('{}') };
    return gzipSync(
      Buffer.concat([...tarBlocks(label), ...tarBlocks({ name, bytes: Buffer.from(text) }), TAR_END]),
    );
  };

  test.for([
    [
      'a byte is changed',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
    ],
    ['the end is missing', (bytes: Buffer) => bytes.subarray(0, -20)],
    ['half is missing', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is something else', () => Buffer.from('{"not":"a backup"}')],
    [
      'it is another archive',
      () => gzipSync(Buffer.concat([...tarBlocks({ name: 'a', bytes: Buffer.from('x') }), TAR_END])),
    ],
    ['a path leads out of the folder', () => archive('../evil.json', '{}')],
    ['a path is absolute', () => archive('/tmp/evil.json', '{}')],
    ['a record is no JSON', () => archive('records/note/1.json', '{"half')],
  ] as const)('where %s', async ([, damage]) => {
    for (const passphrase of [null, 'secret']) {
      const { root, data, backups, file } = aData({
        ...FILES,
        'attachments/noise': String(Math.random()).repeat(500),
      });
      await backups.save(file, passphrase);
      writeFileSync(file, damage(readFileSync(file)));
      const before = filesIn(data);
      await expect(backups.restore(file, passphrase)).rejects.toMatchObject({ code: 'damaged' });
      expect(filesIn(data)).toEqual(before);
      expect(existsSync(join(root, 'evil.json'))).toBe(false);
    }
  });

  test.for([
    [null, 'passphrase-needed'],
    ['wrong', 'wrong-passphrase'],
  ] as const)('with the passphrase %s', async ([passphrase, code]) => {
    const { data, backups, file } = aData();
    await backups.save(file, 'right');
    const before = filesIn(data);
    await expect(backups.restore(file, passphrase)).rejects.toMatchObject({ code });
    expect(filesIn(data)).toEqual(before);
  });

  test('where there is no such file', async () => {
    const { backups, root } = aData();
    await expect(backups.restore(join(root, 'none'), null)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
