import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHeadBook } from '../../../adapters/system/head-book.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { aTempFolder } from '../../support/temp-folder.ts';

const DAY = '2026-11-21' as LocalDate;
const HEADS = { 'appeal/A0321': { hash: 'abc', length: 3 } };

test('what was written is read, in a file a day that its owner alone can read', async () => {
  const folder = join(aTempFolder(), 'heads');
  const book = createHeadBook(folder);
  expect([await book.days(), await book.read(DAY)]).toEqual([[], null]);
  await book.write('2026-11-22' as LocalDate, {});
  await book.write(DAY, HEADS);
  expect(await book.days()).toEqual(['2026-11-21', '2026-11-22']);
  expect(await book.read(DAY)).toEqual(HEADS);
  expect(readdirSync(folder).toSorted()).toEqual(['2026-11-21.json', '2026-11-22.json']);
  expect([statSync(folder).mode & 0o777, statSync(join(folder, `${DAY}.json`)).mode & 0o777]).toEqual([
    0o700, 0o600,
  ]);
  await book.remove(DAY);
  expect(await book.days()).toEqual(['2026-11-22']);
});

test('a byte that was changed makes it no heads, a file of another name is none', async () => {
  const folder = join(aTempFolder(), 'heads');
  const book = createHeadBook(folder);
  await book.write(DAY, HEADS);
  const path = join(folder, `${DAY}.json`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('abc', 'abd'));
  writeFileSync(join(folder, 'notes.json'), '{}');
  writeFileSync(join(folder, '.2026-11-23.json.tmp'), '{"half');
  expect(await book.days()).toEqual([DAY]);
  expect(await book.read(DAY)).toBeNull();
  await book.write('2026-11-23' as LocalDate, HEADS);
  expect(await book.read('2026-11-23' as LocalDate)).toEqual(HEADS);
});
