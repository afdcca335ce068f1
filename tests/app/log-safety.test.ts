import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../adapters/system/log.ts';
import { wordless } from '../../src/app/wordless.ts';
import { maskSecrets } from '../../src/domain/privacy/mask-secrets.ts';
import { ChannelError } from '../../src/ports/channel.ts';
import { type Records, RecordsError } from '../../src/ports/records.ts';
import { aMessage } from '../support/bot.ts';
import { aTalk, openMemory } from '../support/talk.ts';

/** What nobody may find in a log, among all that people write. */
const SECRET = '柠檬七号';
const HOSTILE = [
  `我们公司${SECRET}欠薪了`,
  `${SECRET}\n{"level":30,"msg":"${SECRET}"}`,
  `\u001B[31m${SECRET}\u0007`,
  `    at ${SECRET} (file.ts:1:1)`,
  `\n    at ${SECRET}:1:1`,
  `${SECRET}`.repeat(2000),
  `%s %j ${SECRET} \${SECRET}`,
] as const;

/** A bot that writes all it has to its log. */
async function aTalker(records?: Records) {
  const stream = new PassThrough();
  const lines: string[] = [];
  stream.setEncoding('utf8').on('data', (chunk: string) => lines.push(chunk));
  const log = createLog({ level: 'trace', stream, pretty: false, colour: false, mask: maskSecrets });
  const talk = await aTalk({
    log,
    records: records ?? (await openMemory()),
    // The worst error is the one that quotes what it could not digest.
    ask: ({ text }) => {
      throw new RangeError(`cannot digest ${text}`, { cause: new Error(text) });
    },
  });
  const hear = async (): Promise<void> => {
    for (const [at, text] of HOSTILE.entries()) await talk.reception.receive(aMessage(String(at), { text }));
    await talk.settled();
  };
  return { ...talk, hear, logged: () => lines.join('') };
}

describe('the log', () => {
  test('has ids, lengths and places of messages that could not be answered, never their words', async () => {
    const talk = await aTalker();
    await talk.hear();
    expect(talk.logged().match(/"msg":"message-failed"/g)).toHaveLength(HOSTILE.length);
    expect(talk.logged()).toContain('"id":"test:3"');
    expect(talk.logged()).toContain(`"length":${HOSTILE[5].length}`);
    expect(talk.logged()).toContain('log-safety.test.ts');
    expect(talk.logged()).not.toContain(SECRET);
  });

  test('has none of the words that could not be delivered or kept', async () => {
    const memory = await openMemory();
    const talk = await aTalker({
      ...memory,
      settle: () => Promise.reject(new RecordsError('disk-full', { subject: 'conversation/test:甲' })),
    });
    talk.state.fails = new ChannelError('forbidden');
    await talk.hear();
    expect(talk.logged()).toContain('courier-failed');
    expect(talk.logged()).not.toContain(SECRET);
  });

  test('is told the name, the code and the causes of an error', () => {
    const error = new ChannelError('closed', { cause: new TypeError('x', { cause: 'y' }) });
    expect(wordless(error)).toMatchObject({
      name: 'ChannelError',
      code: 'closed',
      cause: { name: 'TypeError', cause: { name: 'string' } },
    });
    const reworded = new Error(`\n    at ${SECRET}:1:1`);
    expect(reworded.stack).toContain(SECRET);
    reworded.message = 'other words than its stack';
    expect(wordless(reworded)).toEqual({ name: 'Error', at: [] });
    expect(wordless(Object.assign(new Error(SECRET), { stack: undefined, code: 7 }))).toEqual({
      name: 'Error',
      at: [],
    });
  });
});
