import type { Readable, Writable } from 'node:stream';

/** Whoever read the output has gone (`qifu eval | head`): no failure, but no reason to go on. */
export class OutputClosed extends Error {}

export interface Output {
  /** Resolves when the text is written. */
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

/** Throws `OutputClosed` where the reader has gone, the system's own error where the disk is full. */
export function createOutput(stream: Writable & { readonly isTTY?: boolean }): Output {
  // Told by the callback of the write that failed; without a listener the event would end the process.
  stream.on('error', () => undefined);
  return {
    terminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(toOutputError(error)) : resolve()));
      }),
  };
}

const GONE: readonly string[] = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'];

const toOutputError = (error: NodeJS.ErrnoException): Error =>
  GONE.includes(error.code ?? '') ? new OutputClosed('output closed', { cause: error }) : error;

/** One JSON value a line; `<` and line separators need no escape, control characters get theirs from JSON. */
export const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
