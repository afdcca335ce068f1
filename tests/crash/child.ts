/**
 * An office that is made to die: reads messages from its standard input, tells what it acknowledged, what it said and when
 * it is idle on its standard output, each as one JSON line written at once. `CRASH_AT=instant:n` kills it at the n-th
 * passage of an instant; `CRASH_FULL=from:to` lets it find the disk full for these writes.
 */
import { writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type Disk, machineDisk } from '../../adapters/lowdb/disk.ts';
import { openRecords } from '../../adapters/lowdb/index.ts';
import { createClock } from '../../adapters/system/clock.ts';
import { claimFolder } from '../../adapters/system/lock.ts';
import { CONVERSATION, UNANSWERED } from '../../src/app/conversation.ts';
import type { Instant as Moment } from '../../src/domain/time.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import { anOffice, OFFICE_KINDS } from '../support/an-office.ts';
import type { ChildLine, Instant } from './protocol.ts';

const [folder = '', keyed = ''] = process.argv.slice(2);
const [diesAt = '', nth = '1'] = (process.env['CRASH_AT'] ?? '').split(':');
const [fullFrom = 0, fullTo = 0] = (process.env['CRASH_FULL'] ?? '').split(':').map(Number);
let passages = 0;
let created = 0;

function pass(instant: Instant): void {
  if (instant !== diesAt) return;
  passages += 1;
  if (passages === Number(nth)) process.kill(process.pid, 'SIGKILL');
}

const tell = (line: ChildLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const after = async <Value>(instant: Instant, work: Promise<Value>): Promise<Value> => {
  const value = await work;
  pass(instant);
  return value;
};

const disk: Disk = {
  ...machineDisk,
  create: async (path) => {
    created += 1;
    if (created >= fullFrom && created < fullTo) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    const file = await after('created', machineDisk.create(path));
    return {
      writeFile: (text) => after('written', file.writeFile(text)),
      sync: () => after('synced', file.sync()),
      close: () => file.close(),
    };
  },
  rename: async (from, to) => {
    await after('renamed', machineDisk.rename(from, to));
    if (basename(dirname(to)) === 'appeal') pass('appeal-saved');
  },
  syncFolder: (path) => after('folder-synced', machineDisk.syncFolder(path)),
};

const say = async (chat: string, message: OutboundMessage): Promise<void> => {
  pass('before-say');
  tell({ kind: 'said', chat, key: message.key ?? '', text: message.text });
  pass('after-say');
};

await claimFolder(join(folder, 'lock'));
const records = await openRecords({
  folder: join(folder, 'records'),
  kinds: [...OFFICE_KINDS],
  onDamaged: (where) => tell({ kind: 'damaged', where }),
  onNewer: () => undefined,
  disk,
});
const office = anOffice({
  records,
  clock: createClock((Date.now() + Number(process.env['CRASH_OFFSET'] ?? 0)) as Moment),
  say,
  onTurn: () => pass('after-ack'),
  limits: keyed === 'keyed' ? { idempotencyMinutes: 60 } : {},
});

async function drain(): Promise<void> {
  for (;;) {
    await office.settled();
    const open = [...(await records.find(CONVERSATION, UNANSWERED)), ...(await records.targets())];
    if (open.length === 0) return tell({ kind: 'idle' });
    await pause(20);
  }
}

async function take(message: InboundMessage): Promise<void> {
  try {
    await office.reception.receive(message);
    pass('before-ack');
    tell({ kind: 'acknowledged', id: message.id });
  } catch {
    tell({ kind: 'refused', id: message.id });
  }
}

tell({ kind: 'ready' });
await office.resume();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => void (line === 'drain' ? drain() : take(JSON.parse(line) as InboundMessage)));
lines.on('close', () => process.exit(0));
