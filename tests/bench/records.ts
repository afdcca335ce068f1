/** `npm run bench -- records`: what keeping messages and appeals safe costs, and how it grows with their number. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { accept, CONVERSATION } from '../../src/app/conversation.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Records } from '../../src/ports/records.ts';
import { aMessage } from '../support/bot.ts';
import { benchAppeals } from './appeals.ts';
import { inParallel, inTurns, memoryOf, perSecond, print, secondsOf, writeBarely } from './timing.ts';

const ROUNDS = 300;
const MANY = 10_000;

const openAt = (folder: string): Promise<Records> =>
  openRecords({
    folder,
    kinds: [CONVERSATION],
    onDamaged: (where) => print(`damaged: ${where}`),
    onNewer: () => undefined,
  });

const take = (records: Records, chat: string, id: number): Promise<boolean> =>
  records.update(CONVERSATION, chat, (before) => {
    const data = accept(before, aMessage(String(id), { chat }), id as Instant);
    return data && { data };
  });

const fill = (records: Records, count: number): Promise<void> =>
  inParallel(count, (at) => take(records, `test:${at}`, 0));

async function benchMessages(root: string): Promise<void> {
  const bare = join(root, 'bare');
  await mkdir(bare);
  const records = await openAt(join(root, 'few'));
  const text = JSON.stringify(accept(null, aMessage('1'), 0 as Instant));
  const [barely, kept] = await inTurns(ROUNDS, [
    (at) => writeBarely(bare, at, text),
    (at) => take(records, `test:new${at % 10}-${at}`, at),
  ]);
  print(`bare loop: ${perSecond(barely)} a second (median)`);
  print(`messages accepted: ${perSecond(kept)} a second, ${(barely / kept).toFixed(2)} of the bare loop`);

  await fill(await openAt(join(root, 'many')), MANY);
  const { value: many, seconds, megabytes } = await memoryOf(() => openAt(join(root, 'many')));
  print(`start with ${MANY} chats: ${secondsOf(seconds)}, ${megabytes.toFixed(1)} MB`);
  const ten = await openAt(join(root, 'ten'));
  await fill(ten, 10);
  const [withTen, withMany] = await inTurns(ROUNDS, [
    (at) => take(ten, 'test:more', at + 1),
    (at) => take(many, 'test:more', at + 1),
  ]);
  print(`a message with ${MANY} chats instead of 10: ${(withMany / withTen).toFixed(2)} times as long`);
}

/** Prints the figures; resolves to the exit code. */
export async function benchRecords(): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'qifu-bench-'));
  try {
    await benchMessages(root);
    await benchAppeals(root);
    return 0;
  } finally {
    rmSync(root, { recursive: true });
  }
}
