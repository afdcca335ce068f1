import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Characters of one line that are kept; of a longer one the rest is dropped and one more tells that it was longer. */
export const LONGEST_LINE = 200_000;

/** Where lines come from. `show` prints above what is being typed; `ask` shows the prompt. */
export interface LineSource {
  readonly lines: AsyncIterable<string>;
  readonly ask: (prompt: string) => void;
  readonly show: (text: string) => void;
  readonly end: () => void;
}

interface Ends {
  readonly input: Readable;
  readonly output: Writable;
}

/** Lines of a pipe or a file: no prompt, memory bounded whatever comes. */
export function linesOfPipe({ input, output }: Ends): LineSource {
  input.setEncoding('utf8');
  return {
    lines: splitLines(input),
    ask: () => undefined,
    show: (text) => void output.write(text),
    end: () => void input.destroy(),
  };
}

async function* splitLines(input: Readable): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of input as AsyncIterable<string>) {
      const parts = chunk.split('\n');
      for (const part of parts.slice(0, -1)) {
        yield (rest + part).slice(0, LONGEST_LINE + 1);
        rest = '';
      }
      rest = (rest + (parts.at(-1) as string)).slice(0, LONGEST_LINE + 1);
    }
  } catch (error) {
    // Ended by us while a read was under way.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    return;
  }
  if (rest !== '') yield rest;
}

/** Lines typed on a terminal, with editing and history; Ctrl-C and Ctrl-D end them. */
export function linesOfTerminal({ input, output }: Ends): LineSource {
  const terminal = createInterface({ input, output, terminal: true, historySize: 200 });
  const waiting: string[] = [];
  let wake: () => void = () => undefined;
  let closed = false;
  let asking = false;
  terminal.on('line', (line) => {
    waiting.push(line.slice(0, LONGEST_LINE + 1));
    asking = false;
    wake();
  });
  terminal.on('SIGINT', () => terminal.close());
  terminal.on('close', () => {
    // The shell's own prompt starts on a line of its own.
    if (asking) output.write('\n');
    closed = true;
    wake();
  });
  async function* typed(): AsyncGenerator<string> {
    while (true) {
      const line = waiting.shift();
      if (line !== undefined) yield line;
      else if (closed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  return {
    lines: typed(),
    ask: (prompt) => {
      if (closed) return;
      asking = true;
      terminal.setPrompt(prompt);
      terminal.prompt(true);
    },
    show: (text) => {
      output.write(asking ? `\r\u001B[K${text}` : text);
      if (asking && !closed) terminal.prompt(true);
    },
    end: () => terminal.close(),
  };
}
