import { spawn } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { bundled } from '../support/bundled.ts';
import { aDataFolder } from '../support/data-folder.ts';

const DATA = await aDataFolder(afterAll);

const QUESTION = '首贷服务站由哪个部门负责';

describe('the program itself', () => {
  const start = (words: readonly string[]) =>
    spawn(process.execPath, [...process.execArgv, bundled('src/cli.ts'), ...words, '--data', DATA]);
  const ended = (child: ReturnType<typeof start>): Promise<number | null> =>
    new Promise((resolve) => child.on('close', (code) => resolve(code)));

  test('answers from a pipe and exits with 0', async () => {
    const child = start(['serve']);
    let out = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stdin.end(`${QUESTION}\n`);
    expect(await ended(child)).toBe(0);
    expect(out).toContain('责任单位');
  });

  test('answers from a pipe that stays open, and ends in order when it is told to stop', async () => {
    const child = start(['serve']);
    let out = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
        if (out.includes('责任单位')) resolve();
      });
    });
    child.stdin.write(`${QUESTION}\n`);
    const end = ended(child);
    await Promise.race([answered, end]);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(out).toContain('责任单位');
  });

  test('a reader that goes away is no failure', async () => {
    const child = start(['version']);
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    expect(await ended(child)).toBe(0);
    expect(err).toBe('');
  });
});
