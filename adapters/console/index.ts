import type { Readable, Writable } from 'node:stream';
import { type Channel, ChannelError, type Receive } from '../../src/ports/channel.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Attachment } from '../../src/ports/message.ts';
import { type LineSource, linesOfPipe, linesOfTerminal } from './lines.ts';
import { toPrintable } from './printable.ts';
import { promptOf, renderMessage } from './render.ts';
import { chatName, personId } from './seat.ts';
import { createSitting, type Sitting } from './sitting.ts';
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
  /** Where a file that goes out lies on this machine; null where it does not. */
  readonly pathOf: (file: Attachment) => string | null;
  readonly clock: Pick<Clock, 'now'>;
  /** Moves the clock and returns the sentence about it. */
  readonly moveClock: (text: string) => Promise<string>;
  /** Told of errors that the person only hears an apology for. */
  readonly onError: (error: unknown) => void;
}

/** People at a terminal, or lines from a pipe: answered one after another; `closed` resolves when the input has ended. */
export function createConsoleChannel(options: ConsoleOptions): Channel {
  const source = (options.terminal ? linesOfTerminal : linesOfPipe)(options);
  const show = (text: string): void => source.show(`${text}\n\n`);
  const sitting = createSitting(options, show);
  let state: 'new' | 'open' | 'closed' = 'new';
  let end: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (end = resolve));
  const close = (): void => {
    state = 'closed';
    source.end();
  };
  return {
    name: 'console',
    closed,
    start: async (receive) => {
      state = 'open';
      endWithReader(options, close);
      show(toPrintable(options.words.greeting(options.botName)));
      const isOpen = (): boolean => state === 'open';
      void readLines({ options, source, sitting, show, receive, isOpen, close }).finally(end);
    },
    say: async (chat, message) => {
      if (state !== 'open') throw new ChannelError(state === 'new' ? 'not-started' : 'closed');
      const name = chatName(chat);
      if (name === null) throw new ChannelError('unknown-chat');
      const isHere = chat === personId(sitting.seat());
      show(renderMessage(message, { ...options, place: isHere ? null : name }));
      return { message: null };
    },
    fetch: async () => {
      throw new ChannelError('forbidden');
    },
    diagnose: async () => [],
    stop: async () => {
      if (state === 'new') end();
      close();
      await closed;
    },
  };
}

/** Whoever reads the answers may go (`qifu serve | head`): then there is nobody to answer. */
function endWithReader({ output, onError }: ConsoleOptions, close: () => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') onError(error);
    close();
  });
}

interface Reading {
  readonly options: ConsoleOptions;
  readonly source: LineSource;
  readonly sitting: Sitting;
  readonly show: (text: string) => void;
  readonly receive: Receive;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** Line by line until the input ends; what goes wrong with one line does not keep the next from being answered. */
async function readLines({ options, source, sitting, show, receive, isOpen, close }: Reading): Promise<void> {
  const ask = (): void => source.ask(promptOf(sitting.seat()));
  try {
    ask();
    for await (const line of source.lines) {
      if (!isOpen()) break;
      const goesOn = await sitting.handle(line, receive).catch((error: unknown) => {
        options.onError(error);
        show(options.words.failed);
        return true;
      });
      if (!goesOn) close();
      if (isOpen()) ask();
    }
  } catch (error) {
    options.onError(error);
  }
}
