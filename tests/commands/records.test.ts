import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimFolder } from '../../adapters/system/lock.ts';
import { qifu } from '../support/command-line.ts';
import { aDataFolder } from '../support/data-folder.ts';
import { aTempFolder } from '../support/temp-folder.ts';

const QUESTION = '首贷服务站由哪个部门负责';

describe('the bot and its records', () => {
  test('a new start knows what was said last, and says what could not be said before', async () => {
    const data = await aDataFolder();
    await qifu(['serve', '--data', data], `${QUESTION}\n`);
    const { code, out } = await qifu(['serve', '--data', data], '1\n');
    expect(code).toBe(0);
    expect(out).toContain('首贷户');
    expect(readdirSync(join(data, 'lock'))).toEqual([]);
    const [file = ''] = readdirSync(join(data, 'records/conversation'));
    expect(JSON.parse(readFileSync(join(data, 'records/conversation', file), 'utf8'))).toMatchObject({
      id: 'console:我',
      data: { inbox: [] },
      outbox: [],
    });
  });

  test('a second process is refused in plain words, and asking needs no lock', async () => {
    const data = await aDataFolder();
    const release = await claimFolder(join(data, 'lock'));
    const { code, out, err } = await qifu(['serve', '--data', data], `${QUESTION}\n`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`进程号 ${process.pid}`);
    expect((await qifu(['ask', '--data', data, QUESTION])).code).toBe(0);
    await release();
  });

  test('asking writes no records', async () => {
    const data = await aDataFolder();
    await qifu(['ask', '--data', data, QUESTION]);
    expect(readdirSync(data)).toEqual(['derived']);
  });

  test('a damaged record does not keep the bot from answering', async () => {
    const data = await aDataFolder();
    await qifu(['serve', '--data', data], `${QUESTION}\n`);
    const folder = join(data, 'records/conversation');
    truncateSync(join(folder, readdirSync(folder)[0] as string), 10);
    const { code, out, err } = await qifu(['serve', '--data', data], `${QUESTION}\n`);
    expect(code).toBe(0);
    expect(out).toContain('责任单位');
    expect(err).toContain('record-damaged');
    expect(readdirSync(join(data, 'records/damaged'))).toHaveLength(1);
  });

  test('a data folder that cannot be written is told', async () => {
    const data = join(aTempFolder(), 'data');
    writeFileSync(data, 'a file where the folder should be');
    const { code, err } = await qifu(['serve', '--data', data], `${QUESTION}\n`);
    expect(code).toBe(1);
    expect(err).toContain('写不进去');
  });
});

describe('qifu backup and qifu restore', () => {
  const aData = () => {
    const root = aTempFolder();
    const data = join(root, 'data');
    mkdirSync(join(data, 'library'), { recursive: true });
    writeFileSync(join(data, 'library/示例.txt'), '示例');
    return { root, data, file: join(root, 'x.backup') };
  };

  test('move data from one folder to another, sealed with the words from standard input', async () => {
    const { root, data, file } = aData();
    const saved = await qifu(['backup', file, '--data', data, '--passphrase', '-'], '口令\n');
    expect([saved.code, saved.out]).toEqual([0, '']);
    expect(saved.err).toContain('已备份 1 个文件');
    const other = join(root, 'other');
    expect((await qifu(['restore', file, '--data', other])).err).toContain('--passphrase');
    expect((await qifu(['restore', file, '--data', other, '--passphrase', '错'])).err).toContain('口令不对');
    // No line end is needed either.
    const restored = await qifu(['restore', file, '--data', other, '--passphrase', '-'], '口令');
    expect([restored.code, restored.out]).toEqual([0, '']);
    expect(readFileSync(join(other, 'library/示例.txt'), 'utf8')).toBe('示例');
  });

  test('a restore is refused beside a running bot and for a damaged file', async () => {
    const { data, file } = aData();
    await qifu(['backup', file, '--data', data]);
    const release = await claimFolder(join(data, 'lock'));
    expect(await qifu(['restore', file, '--data', data])).toMatchObject({
      code: 1,
      err: expect.stringContaining('进程号'),
    });
    await release();
    truncateSync(file, 50);
    expect(await qifu(['restore', file, '--data', data])).toMatchObject({
      code: 1,
      err: expect.stringContaining('已损坏'),
    });
  });

  test.for([
    [['backup'], '文件的名字'],
    [['restore', 'a', 'b'], '不需要「b」'],
    [['backup', 'a', '--passphrase', ''], '口令不能为空'],
  ] as const)('%j is bad usage', async ([words, says]) => {
    const { code, err } = await qifu(words);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('a folder without data, a file that is not there', async () => {
    const root = aTempFolder();
    const data = join(root, 'none');
    expect((await qifu(['backup', join(root, 'x'), '--data', data])).err).toContain('没有东西可以备份');
    expect((await qifu(['restore', join(root, 'x'), '--data', data])).err).toContain('找不到文件');
  });
});
