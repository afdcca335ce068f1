import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { type Channel, ChannelError, type InboundMessage } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { runCommand } from './commands.ts';
import { LONGEST_LINE, linesOfPipe, linesOfTerminal } from './lines.ts';
import { toPrintable } from './printable.ts';
import { promptOf, renderMessage } from './render.ts';
import { chatId, chatName, personId, type Seat } from './seat.ts';
import type { ConsoleWords } from './words.ts';

export interface ConsoleOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Someone sits at a terminal: prompt, editing, history. */
  readonly terminal: boolean;
  readonly colour: boolean;
  readonly botName: string;
  /** Who speaks until `/as` says otherwise, and after `/as` alone. */
  readonly person: string;
  readonly words: ConsoleWords;
  readonly clock: Clock;
  /** Moves the clock and returns the sentence about it. */
  readonly moveClock: (text: string) => string;
  /** Told of errors that the person only hears an apology for. */
  readonly onError: (error: unknown) => void;
}

type Receive = (message: InboundMessage) => Promise<void>;

/** People at a terminal, or lines from a pipe: answered one after another; `closed` resolves when the input has ended. */
export function createConsoleChannel(options: ConsoleOptions): Channel {
  const { output, words, clock } = options;
  const source = (options.terminal ? linesOfTerminal : linesOfPipe)(options);
  const run = randomUUID().slice(0, 8);
  let seat: Seat = { person: options.person, group: null };
  let count = 0;
  let state: 'new' | 'open' | 'closed' = 'new';
  let reading: Promise<void> = Promise.resolve();
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (end = resolve));

  const show = (text: string): void => source.show(`${text}\n\n`);
  const close = (): void => {
    state = 'closed';
    source.end();
  };
  const toMessage = (text: string): InboundMessage => {
    count += 1;
    const from = { id: personId(seat), name: seat.person };
    const id = `console:${run}-${count}`;
    return { id, chat: chatId(seat), isGroup: seat.group !== null, from, text, at: clock.now() };
  };
  const handle = async (line: string, receive: Receive): Promise<void> => {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '') return;
    if (line.length > LONGEST_LINE) return show(words.lineTooLong);
    const step = runCommand(options, seat, text);
    if (step === null) return receive(toMessage(text));
    seat = step.seat ?? seat;
    show(toPrintable(step.say));
    if (step.quit) close();
  };
  const read = async (receive: Receive): Promise<void> => {
    source.ask(promptOf(seat));
    for await (const line of source.lines) {
      if (state === 'closed') break;
      await handle(line, receive).catch((error: unknown) => {
        options.onError(error);
        show(words.failed);
      });
      if (state === 'open') source.ask(promptOf(seat));
    }
  };

  return {
    name: 'console',
    closed,
    start: async (receive) => {
      state = 'open';
      output.on('error', (error: NodeJS.ErrnoException) => {
        // Whoever read the answers has gone: `qifu serve | head`.
        if (error.code !== 'EPIPE') options.onError(error);
        close();
      });
      show(toPrintable(words.greeting(options.botName)));
      reading = read(receive).catch(options.onError).finally(end);
    },
    say: async (chat, message) => {
      if (state !== 'open') throw new ChannelError(state === 'new' ? 'not-started' : 'closed');
      const name = chatName(chat);
      if (name === null) throw new ChannelError('unknown-chat');
      show(renderMessage(message, { ...options, place: chat === personId(seat) ? null : name }));
    },
    stop: async () => {
      close();
      await reading;
      end();
    },
  };
}
