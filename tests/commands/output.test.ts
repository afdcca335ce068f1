import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../src/commands/command-line.ts';
import { createOutput } from '../../src/commands/output.ts';
import { renderTable } from '../../src/commands/table.ts';
import { aCommandIo } from '../support/command-line.ts';

/** A stream whose writes fail like those of a system. */
const broken = (code: string): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

test('a reader of the output that has gone is no failure', async () => {
  const { io, written } = aCommandIo();
  expect(await runCommandLine(['version'], { ...io, out: createOutput(broken('EPIPE')) })).toBe(0);
  expect(written().err).toBe('');
});

test('a full disk behind the output is one', async () => {
  const { io, written } = aCommandIo();
  expect(await runCommandLine(['version'], { ...io, out: createOutput(broken('ENOSPC')) })).toBe(1);
  expect(written().err).toContain('磁盘已满');
});

test('bad usage ends with 2 even when nobody hears of it', async () => {
  const { io } = aCommandIo();
  expect(await runCommandLine(['dance'], { ...io, err: createOutput(broken('EPIPE')) })).toBe(2);
});

test('a table sets Chinese and Latin cells in line', () => {
  expect(
    renderTable([
      ['题型', 'n'],
      ['plain', '100'],
      ['“口语”', '-'],
    ]),
  ).toBe('题型      n\nplain   100\n“口语”    -\n');
});
