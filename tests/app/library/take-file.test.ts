import { describe, expect, test } from 'vitest';
import { libraryName, takeFile } from '../../../src/app/library/take-file.ts';
import { ChannelError } from '../../../src/ports/channel.ts';
import { aCupboard } from '../../support/a-cupboard.ts';
import { aPolicy } from '../../support/an-entry.ts';

const MB = 1024 * 1024;

const take = (bytes: number | null, fetch: () => Promise<Uint8Array>, parse = async () => aPolicy()) =>
  takeFile(
    { file: { id: 'om_1', name: '办法.pdf', kind: 'file', bytes }, chat: 'feishu:a' },
    { fetch, parse, attachments: aCupboard() },
  );

describe('a file that is taken', () => {
  test.for([
    ['known to be too large', 31 * MB, 1],
    ['found to be too large', null, 31 * MB],
  ] as const)('is refused where it is %s', async ([, known, size]) => {
    const taken = await take(known, async () => new Uint8Array(size));
    expect(taken).toMatchObject({ kind: 'refused', text: expect.stringContaining('30 MB') });
  });

  test.for([
    ['too-long', '30 MB'],
    ['unavailable', '没能取到文件'],
  ] as const)('is refused where the channel says %s', async ([code, why]) => {
    const taken = await take(null, () => Promise.reject(new ChannelError(code)));
    expect(taken).toMatchObject({ kind: 'refused', text: expect.stringContaining(why) });
  });

  test('that fails for a reason of ours is an error', async () => {
    const broken = () => Promise.reject(new Error('broken'));
    await expect(take(1, async () => new Uint8Array(1), broken)).rejects.toThrow('broken');
  });
});

test.for([
  ['办法.PDF', 'aaaaaaaaaaaaaaaa.pdf'],
  ['办法.exe', 'aaaaaaaaaaaaaaaa'],
  ['../../办法.docx', 'aaaaaaaaaaaaaaaa.docx'],
  ['没有后缀', 'aaaaaaaaaaaaaaaa'],
] as const)('《%s》 stands in the library as %s', ([name, stands]) => {
  expect(libraryName('a'.repeat(64), name)).toBe(stands);
});
