import type { Readable, Writable } from 'node:stream';

/** Whoever read the output has gone (`qifu eval | head`): no failure, but no reason to go on. */
export class OutputClosed extends Error {}

export interface Output {
  /** Resolves when the stream takes more. Throws `OutputClosed` after its reader has gone. */
  readonly write: (text: string) => Promise<void>;
  readonly terminal: boolean;
}

/** What a command reads and writes; tests hand in pipes. */
export interface Io {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** The stream itself, for a channel that writes on its own. */
  readonly screen: Writable;
  readonly out: Output;
  readonly err: Output;
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Folder of the program: its package.json, seeds and evaluation files. */
  readonly home: string;
}

export function createOutput(stream: Writable & { readonly isTTY?: boolean }): Output {
  let closed = false;
  let wake: () => void = () => undefined;
  stream.on('error', () => {
    closed = true;
    wake();
  });
  return {
    terminal: stream.isTTY === true,
    write: async (text) => {
      if (closed) throw new OutputClosed();
      if (stream.write(text)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        stream.once('drain', resolve);
      });
      if (closed) throw new OutputClosed();
    },
  };
}

/** One JSON value a line; `<` and line separators need no escape, control characters get theirs from JSON. */
export const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
