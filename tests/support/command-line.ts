import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runCommandLine } from '../../src/commands/command-line.ts';
import { createOutput, type Io } from '../../src/commands/output.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const HOME = join(import.meta.dirname, '..', '..');

/** Streams of a command that is run within the test, and what was written to them. */
export function aCommandIo(input: string | Buffer = ''): {
  readonly io: Io;
  readonly written: () => Omit<Run, 'code'>;
} {
  const stdin = new PassThrough();
  stdin.end(input);
  const collect = () => {
    const stream = new PassThrough();
    const chunks: string[] = [];
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
    return { stream, text: () => chunks.join('') };
  };
  const [out, err] = [collect(), collect()];
  const io = {
    input: stdin,
    screen: out.stream,
    errors: err.stream,
    out: createOutput(out.stream),
    err: createOutput(err.stream),
    home: HOME,
  };
  return { io, written: () => ({ out: out.text(), err: err.text() }) };
}

/** Runs `qifu …` within the test's process. */
export async function qifu(argv: readonly string[], input: string | Buffer = ''): Promise<Run> {
  const { io, written } = aCommandIo(input);
  const code = await runCommandLine(argv, io);
  return { code, ...written() };
}

/** The lines of JSON that a command wrote. */
export const jsonLines = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
