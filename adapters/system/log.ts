import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import { build as createPretty } from 'pino-pretty';
import type { Log } from '../../src/ports/log.ts';
import { maskFacts } from './mask.ts';

export interface LogTarget {
  /** Lowest level that is written: trace, debug, info, warn, error, silent. */
  readonly level: string;
  /** Standard error, or a stand-in. */
  readonly stream: Writable;
  /** Lines for eyes instead of JSON. */
  readonly pretty: boolean;
  readonly colour: boolean;
  /** The text with its secrets masked. */
  readonly mask: (text: string) => string;
}

/** A log of codes and masked facts; the stream is opened by the first line. */
export function createLog(target: LogTarget): Log {
  let logger: Logger | undefined;
  const write =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (code, facts = {}) => {
      logger ??= openLogger(target);
      logger[level](maskFacts(facts, target.mask) as object, code);
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function openLogger({ level, stream, pretty, colour }: LogTarget): Logger {
  const destination = pretty
    ? createPretty({ destination: stream, colorize: colour, sync: true, ignore: 'pid,hostname' })
    : stream;
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
