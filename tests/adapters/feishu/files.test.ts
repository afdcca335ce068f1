import { describe, expect, test } from 'vitest';
import type { OutboundMessage } from '../../../src/ports/message.ts';
import { type FeishuBenchOptions, openingFeishu, 张三 } from '../../support/a-feishu.ts';

const ALONE = `feishu:${张三}`;

const open = openingFeishu();

async function aSender(options: FeishuBenchOptions = {}) {
  const bench = await open({ receives: 'webhook', ...options });
  return {
    ...bench,
    say: (chat: string, message: OutboundMessage) => bench.channel.say(chat, message),
    refusal: (chat: string, message: OutboundMessage) =>
      bench.channel.say(chat, message).then(
        () => 'said',
        (error: unknown) => error,
      ),
  };
}

describe('files', () => {
  const attachment = (name: string, kind: 'file' | 'image' = 'file') => ({
    id: name,
    name,
    kind,
    bytes: null,
  });

  test('go after the text, as what they are', async () => {
    const { say, files, server } = await aSender();
    files.set('现场.jpg', new Uint8Array([1, 2, 3]));
    files.set('申报书.docx', new Uint8Array([4, 5]));
    const receipt = await say(ALONE, {
      key: 'k',
      text: '附件两份',
      files: [attachment('现场.jpg', 'image'), attachment('申报书.docx')],
    });
    expect(server.said.map(({ type }) => type)).toEqual(['text', 'image', 'file']);
    expect(receipt.message).toBe(`feishu:${server.said[0]?.id}`);
    const key = JSON.parse(server.said[2]?.content ?? '').file_key;
    expect(server.world.files.get(key)).toEqual({ name: '申报书.docx', bytes: Buffer.from([4, 5]) });
  });

  test.for([
    ['empty', new Uint8Array()],
    ['larger than 30 MB', new Uint8Array(30 * 1024 * 1024 + 1)],
    ['gone', null],
  ] as const)('one that is %s is refused before anything is said', async ([, bytes]) => {
    const { refusal, files, server } = await aSender();
    if (bytes) files.set('a.pdf', bytes);
    expect(await refusal(ALONE, { text: '见附件', files: [attachment('a.pdf')] })).toMatchObject({
      code: 'forbidden',
      retryable: false,
    });
    expect(server.asked.filter((one) => one.endsWith('/files'))).toEqual([]);
    expect(server.said).toEqual([]);
  });

  test('an upload that breaks off may be tried again: nothing was said', async () => {
    const { refusal, files, server } = await aSender();
    files.set('a.pdf', new Uint8Array([1]));
    server.fail({ path: /files$/ });
    expect(await refusal(ALONE, { text: '见附件', files: [attachment('a.pdf')] })).toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    expect(server.said).toEqual([]);
  });

  test('that came in are fetched whole', async () => {
    const { people, server, received, channel } = await aSender();
    const bytes = Buffer.alloc(200_000, 7);
    server.world.files.set('file_v3_in', { name: 'a.pdf', bytes });
    await people.says(张三, null, { type: 'file', content: { file_key: 'file_v3_in', file_name: 'a.pdf' } });
    const [file] = received[0]?.files ?? [];
    if (!file) throw new Error('no file');
    expect(Buffer.from(await channel.fetch(file)).equals(bytes)).toBe(true);
  });

  test('are taken up once, however often saying is tried', async () => {
    const { refusal, files, server } = await aSender();
    files.set('a.pdf', new Uint8Array([1]));
    const message = { key: 'k', text: '见附件', files: [attachment('a.pdf')] };
    server.fail({ path: /messages$/, status: 400, code: 230020 });
    expect(await refusal(ALONE, message)).toMatchObject({ code: 'rate-limited' });
    expect(await refusal(ALONE, message)).toBe('said');
    expect(server.asked.filter((one) => one.endsWith('/files'))).toHaveLength(1);
  });

  test('of 12 MB go out whole', async () => {
    const { say, files, server } = await aSender();
    files.set('大图.zip', new Uint8Array(12 * 1024 * 1024).fill(1));
    await say(ALONE, { text: '见附件', files: [attachment('大图.zip')] });
    expect([...server.world.files.values()].map(({ bytes }) => bytes.length)).toEqual([12 * 1024 * 1024]);
  });

  test('that break off on their way in may be fetched again', async () => {
    const { people, server, received, channel } = await aSender();
    server.world.files.set('file_v3_in', { name: 'a.pdf', bytes: Buffer.alloc(10) });
    await people.says(张三, null, { type: 'file', content: { file_key: 'file_v3_in', file_name: 'a.pdf' } });
    const [file] = received[0]?.files ?? [];
    if (!file) throw new Error('no file');
    server.fail({ path: /resources/ });
    await expect(channel.fetch(file)).rejects.toMatchObject({ code: 'unavailable', retryable: true });
    server.fail({ path: /resources/, status: 400, code: 234043 });
    await expect(channel.fetch(file)).rejects.toMatchObject({ code: 'forbidden', retryable: false });
    expect(await channel.fetch(file)).toHaveLength(10);
  });

  test('that are not there are refused, with what the platform says', async () => {
    const { channel } = await aSender();
    const fetched = (id: string) => channel.fetch({ id, name: '', kind: 'file', bytes: null });
    await expect(fetched('feishu:om_none/file_v3_1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(fetched('feishu:../../etc/passwd')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(fetched('console:1')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
