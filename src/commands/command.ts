import type { Io } from './output.ts';

/** Runs with the words behind its name; resolves to the exit code. */
export type Command = (argv: readonly string[], io: Io) => Promise<number>;
