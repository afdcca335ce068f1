import { describe, expect, test } from 'vitest';
import { createKeepFiles, readRef, toRef } from '../../src/app/attachments.ts';
import { ChannelError } from '../../src/ports/channel.ts';
import type { Attachment } from '../../src/ports/message.ts';
import { createFakeLog } from '../support/a-library.ts';

const HASH = 'a'.repeat(64);
const MB = 1024 * 1024;

const aFile = (fields: Partial<Attachment> = {}): Attachment => ({
  id: 'om_1',
  name: '合同 v2.pdf',
  kind: 'file',
  bytes: null,
  ...fields,
});

function aKeeper(fetch: (file: Attachment) => Promise<Uint8Array>) {
  const log = createFakeLog();
  const put: number[] = [];
  const attachments = {
    put: async (bytes: Uint8Array) => {
      put.push(bytes.length);
      return HASH;
    },
  };
  return { keep: createKeepFiles({ fetch, attachments, log }), put, log };
}

describe('a file that came in a chat', () => {
  test('is kept, and stands in a record with all that is known of it', async () => {
    const { keep } = aKeeper(async () => new Uint8Array(5));
    const { refs, lost } = await keep([aFile()], 'feishu:a');
    expect(lost).toEqual([]);
    expect(refs.map(readRef)).toEqual([{ id: HASH, name: '合同 v2.pdf', kind: 'file', bytes: 5 }]);
  });

  test.for([
    ['known to be too large', aFile({ bytes: 31 * MB }), 0],
    ['found to be too large', aFile(), 31 * MB],
  ] as const)('%s is not kept', async ([, file, size]) => {
    const { keep, put } = aKeeper(async () => new Uint8Array(size));
    expect(await keep([file], 'feishu:a')).toEqual({ refs: [], lost: [file.name] });
    expect(put).toEqual([]);
  });

  test('that cannot be had is named, and the others are kept', async () => {
    const { keep, log } = aKeeper(async ({ id }) => {
      if (id === 'gone') throw new ChannelError('unavailable');
      return new Uint8Array(1);
    });
    const kept = await keep([aFile({ id: 'gone', name: 'b.pdf' }), aFile()], 'feishu:a');
    expect(kept).toMatchObject({ refs: [expect.any(String)], lost: ['b.pdf'] });
    expect(log.lines).toEqual([{ code: 'attachment-lost', facts: { id: 'gone', code: 'unavailable' } }]);
  });

  test('that the disk does not take is no loss of the file: the message is worked off again', async () => {
    const { keep } = aKeeper(() => Promise.reject(new Error('disk full')));
    await expect(keep([aFile()], 'feishu:a')).rejects.toThrow('disk full');
  });
});

test.for([
  aFile({ id: HASH, bytes: 0 }),
  aFile({ id: HASH, kind: 'image', bytes: 7, name: '图\n片 1.png' }),
  aFile({ id: HASH, bytes: 7, name: '' }),
])('%o is read from a record as it was written', (file) => {
  expect(readRef(toRef(file))).toEqual(file);
});

test('the id of a channel is no kept file', () => {
  expect(readRef('om_123')).toBeNull();
  expect(readRef(toRef(aFile()))).toBeNull();
});
