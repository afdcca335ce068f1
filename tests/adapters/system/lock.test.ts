import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimFolder } from '../../../adapters/system/lock.ts';
import { bundled } from '../../support/bundled.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

/** Another process that claims the folder and stays, or says why it could not. */
function claimElsewhere(folder: string) {
  const script = `
    const { claimFolder } = await import(${JSON.stringify(bundled('adapters/system/lock.ts'))});
    try { await claimFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code + ' ' + error.subject); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, said, ended };
}

test('one process holds a folder, the next is told which', async () => {
  const folder = aTempFolder();
  const release = await claimFolder(folder);
  expect(await claimElsewhere(folder).said).toBe(`locked ${process.pid}`);
  await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'locked' });
  await release();
  await (await claimFolder(folder))();
  expect(readdirSync(folder)).toEqual([]);
});

test('what a killed process held is taken over', async () => {
  const folder = aTempFolder();
  const { child, said, ended } = claimElsewhere(folder);
  expect(await said).toBe('held');
  await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'locked', subject: String(child.pid) });
  child.kill('SIGKILL');
  await ended;
  await claimFolder(folder);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a process of the same number that was started later is another', async () => {
  const folder = aTempFolder();
  writeFileSync(join(folder, `${process.ppid}-deadbeefx1`), '');
  writeFileSync(join(folder, 'something else'), '');
  await claimFolder(folder);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('of many that come at once at most one gets it', async () => {
  const folder = aTempFolder();
  const claimants = Array.from({ length: 3 }, () => claimElsewhere(folder));
  const said = await Promise.all(claimants.map((one) => one.said));
  expect(said.filter((one) => one === 'held').length).toBeLessThanOrEqual(1);
  for (const { child, ended } of claimants) {
    child.kill('SIGKILL');
    await ended;
  }
});

test('a folder that cannot be written is told by its code', async () => {
  const folder = join(aTempFolder(), 'lock');
  writeFileSync(folder, 'a file where the folder should be');
  await expect(claimFolder(folder)).rejects.toMatchObject({ code: 'unwritable' });
});
