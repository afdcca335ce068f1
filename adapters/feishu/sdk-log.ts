import type { Logger } from '@larksuiteoapi/node-sdk';
import type { Log } from '../../src/ports/log.ts';

const LONGEST = 300;

/** The SDK's own log, cut down to its sentences: the objects that it adds carry tokens, addresses and people's words. */
export function toSdkLog(log: Log): Logger {
  const warn = (...parts: readonly unknown[]): void => {
    const says = parts.flat().filter((part) => typeof part === 'string');
    if (says.length > 0) log.warn('feishu-sdk', { says: says.join(' ').slice(0, LONGEST) });
  };
  const nothing = (): void => undefined;
  return { error: warn, warn, info: nothing, debug: nothing, trace: nothing };
}
