import { describe, expect, test } from 'vitest';
import { aConsole } from '../../support/console.ts';

describe('a console with piped input', () => {
  test('greets with three sample questions', async () => {
    const { type } = await aConsole();
    const shown = await type();
    expect(shown).toContain('我是小企');
    expect(shown.match(/ {2}· .+[？]/g)).toHaveLength(3);
  });

  test('answers every line in order, then ends by itself', async () => {
    const pauses = [30, 0, 10];
    const { type, received } = await aConsole({
      reply: async ({ text }) => {
        await new Promise((resolve) => setTimeout(resolve, pauses[Number(text)]));
        return { text: `答${text}` };
      },
    });
    const shown = await type('0', '1', '2');
    expect([...shown.matchAll(/小企：答(\d)/g)].map((found) => found[1])).toEqual(['0', '1', '2']);
    expect(new Set(received.map(({ id }) => id)).size).toBe(3);
  });

  test('answers a last line without a line feed, and lines of Windows', async () => {
    const { input, channel, shown } = await aConsole();
    input.end('一\r\n\r\n二');
    await channel.closed;
    expect(shown()).toContain('收到:一\n');
    expect(shown()).toContain('收到:二\n');
  });

  test('reads a character that arrives in two pieces', async () => {
    const { input, channel, received } = await aConsole();
    const bytes = Buffer.from('政策\n');
    input.write(bytes.subarray(0, 4));
    input.end(bytes.subarray(4));
    await channel.closed;
    expect(received[0]?.text).toBe('政策');
  });

  test('shows no prompt and no colour', async () => {
    const { type } = await aConsole();
    const shown = await type('你好');
    expect(shown).not.toContain('我>');
    expect(shown).not.toContain('\u001B');
  });

  test('shows the keys of an offer beneath the reply', async () => {
    const choices = [
      { key: '1', label: '原文' },
      { key: '2', label: '其他条款' },
    ];
    const { type } = await aConsole({ reply: () => ({ text: '答', offer: { id: 'o', choices } }) });
    expect(await type('问')).toContain('小企：答\n回复 1 原文 · 2 其他条款');
  });
});

describe('who speaks and where', () => {
  test('is 我 in private until told otherwise', async () => {
    const { type, received } = await aConsole();
    await type('问');
    expect(received[0]).toMatchObject({
      chat: 'console:我',
      isGroup: false,
      from: { id: 'console:我', name: '我' },
    });
  });

  test('changes with /as and /in, and back when they stand alone', async () => {
    const { type, received } = await aConsole();
    await type('/as 张三', '一', '/in 企业群', '二', '/as', '三', '/in', '四');
    expect(received.map(({ chat, from, isGroup }) => [chat, from.id, isGroup])).toEqual([
      ['console:张三', 'console:张三', false],
      ['console:group/企业群', 'console:张三', true],
      ['console:group/企业群', 'console:我', true],
      ['console:我', 'console:我', false],
    ]);
  });

  test('a group is named before what is said there', async () => {
    const { type } = await aConsole();
    expect(await type('/in 企业群', '问')).toContain('【企业群】小企：收到:问');
  });

  test.for(['/as group/企业群', '/as 张\u001B[31m三', `/as ${'长'.repeat(41)}`, '/in a/b'])(
    '%j is no name',
    async (line) => {
      const { type, received } = await aConsole();
      expect(await type(line, '问')).toContain('名字里请不要');
      expect(received[0]?.chat).toBe('console:我');
    },
  );
});

describe('commands with a slash', () => {
  test('/help lists all of them', async () => {
    const shown = await (await aConsole()).type('/help');
    for (const name of ['/as', '/in', '/now', '/help', '/quit']) expect(shown).toContain(name);
  });

  test('/now hands its words to the clock', async () => {
    expect(await (await aConsole()).type('/now +3d')).toContain('拨到:+3d');
  });

  test('/quit ends before the lines behind it', async () => {
    const { type, received } = await aConsole();
    expect(await type('一', '/quit', '二')).toContain('再见');
    expect(received.map(({ text }) => text)).toEqual(['一']);
  });

  test('an unknown one is said to be unknown, an inherited name too', async () => {
    const { type, received } = await aConsole();
    const shown = await type('/dance', '/constructor');
    expect(shown).toContain('没有「/dance」这个命令');
    expect(received).toEqual([]);
  });

  test('a slash before Chinese is a question', async () => {
    const { type, received } = await aConsole();
    await type('/专精特新奖励');
    expect(received[0]?.text).toBe('/专精特新奖励');
  });
});

test('a file is named with where it lies, if it lies here', async () => {
  const files = ['one-page/a.html', '不在'].map((id) => ({
    id,
    name: `${id}.x`,
    kind: 'file' as const,
    bytes: 1,
  }));
  const { type } = await aConsole({ reply: () => ({ text: '好了', files }) });
  expect(await type('打印')).toContain(
    '小企：好了\n文件 one-page/a.html.x：/data/one-page/a.html\n文件 不在.x\n',
  );
});

describe('hostile input', () => {
  test('a question of 100,000 characters reaches the bot whole', async () => {
    const { type, received } = await aConsole({ reply: () => ({ text: '答' }) });
    await type('长'.repeat(100_000));
    expect(received[0]?.text).toHaveLength(100_000);
  });

  test('a line of a million characters is refused in plain words, the next is answered', async () => {
    const { type, received } = await aConsole();
    expect(await type('长'.repeat(1_000_000), '短')).toContain('太长');
    expect(received.map(({ text }) => text)).toEqual(['短']);
  });

  test('control characters, turned directions and halves of characters never reach the terminal', async () => {
    const { type } = await aConsole({ reply: ({ text }) => ({ text: `${text}\u009B2J\u202E\uD800\u0000` }) });
    const shown = await type('a\u001B]0;title\u0007b\u0008\u007F');
    expect(shown).toContain('a]0;titleb2J\uFFFD');
    expect(shown).not.toMatch(/[^\P{Cc}\n]|\u202E|\p{Cs}/u);
  });

  test('a reader of the output that goes away ends the channel', async () => {
    const { channel, output, errors } = await aConsole();
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    await channel.closed;
    expect(errors).toEqual([]);
  });

  test('an error while answering is told to the owner, and the next line is answered', async () => {
    const { type, errors } = await aConsole({
      reply: ({ text }) => {
        if (text === '坏') throw new Error('boom');
        return { text: '好的' };
      },
    });
    const shown = await type('坏', '好');
    expect(errors).toHaveLength(1);
    expect(shown).toMatch(/没有处理成功[\s\S]*小企：好的/);
  });
});

describe('a console on a terminal', () => {
  test('shows who speaks in the prompt, and answers in colour', async () => {
    const { type } = await aConsole({ terminal: true, colour: true });
    const shown = await type('/as 张三', '/in 企业群', '问');
    expect(shown).toContain('我> ');
    expect(shown).toContain('张三@企业群> ');
    expect(shown).toContain('\u001B[36m小企\u001B[0m：收到:问');
  });

  test('Ctrl-C ends it', async () => {
    const { input, channel } = await aConsole({ terminal: true });
    input.write('\u0003');
    await expect(channel.closed).resolves.toBeUndefined();
  });
});
