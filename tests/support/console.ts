import { PassThrough } from 'node:stream';
import { createConsoleChannel } from '../../adapters/console/index.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Channel } from '../../src/ports/channel.ts';
import type { InboundMessage, OutboundMessage } from '../../src/ports/message.ts';
import { consoleWords } from '../../src/text/zh/console.ts';

export interface ConsoleBench {
  readonly channel: Channel;
  readonly input: PassThrough;
  readonly output: PassThrough;
  readonly received: InboundMessage[];
  readonly errors: unknown[];
  /** Everything written so far. */
  readonly shown: () => string;
  /** Writes all lines, ends the input, waits until the channel has ended by itself. */
  readonly type: (...lines: readonly string[]) => Promise<string>;
}

export interface ConsoleBenchOptions {
  readonly terminal?: boolean;
  readonly colour?: boolean;
  /** Nobody answers. */
  readonly silent?: boolean;
  readonly reply?: (message: InboundMessage) => OutboundMessage | Promise<OutboundMessage>;
}

/** A console channel between two pipes, with a bot that answers 「收到:…」. */
export async function aConsole(options: ConsoleBenchOptions = {}): Promise<ConsoleBench> {
  const input = new PassThrough();
  const output = new PassThrough();
  const received: InboundMessage[] = [];
  const errors: unknown[] = [];
  let written = '';
  output.setEncoding('utf8').on('data', (chunk: string) => (written += chunk));
  const channel = createConsoleChannel({
    input,
    output,
    terminal: options.terminal ?? false,
    colour: options.colour ?? false,
    botName: '小企',
    person: '我',
    words: consoleWords,
    pathOf: ({ id }) => (id === '不在' ? null : `/data/${id}`),
    clock: { now: () => 1_800_000_000_000 as Instant },
    moveClock: async (text) => `拨到:${text}`,
    onError: (error) => errors.push(error),
  });
  const reply = options.reply ?? ((message) => ({ text: `收到:${message.text}` }));
  await channel.start(async (message) => {
    received.push(message);
    if (options.silent) return;
    await channel.say(message.chat, await reply(message));
  });
  const type = async (...lines: readonly string[]): Promise<string> => {
    for (const line of lines) input.write(`${line}\n`);
    input.end();
    await channel.closed;
    return written;
  };
  return { channel, input, output, received, errors, shown: () => written, type };
}
