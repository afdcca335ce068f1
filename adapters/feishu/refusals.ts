import { ChannelError, type ChannelRefusal } from '../../src/ports/channel.ts';
import { FeishuError } from './feishu-error.ts';

interface Rule {
  readonly refusal: ChannelRefusal;
  readonly retryable?: true;
  readonly codes: readonly number[];
}

/** https://open.feishu.cn/document/server-docs/im-v1/message/create: what the platform's codes mean for a delivery. */
const RULES: readonly Rule[] = [
  { refusal: 'rate-limited', retryable: true, codes: [99991400, 230020, 11232, 11233, 11247, 230047] },
  // Not in the group, dissolved, no such receiver.
  { refusal: 'unknown-chat', codes: [230002, 230034, 230045, 232009, 99992351, 99992361] },
  // Out of the app's range, left the company, another company's, has switched the bot off.
  { refusal: 'unreachable', codes: [230013, 230015, 230029, 230038, 230053] },
  { refusal: 'muted', codes: [230018, 230035] },
  { refusal: 'too-long', codes: [230025, 230026] },
  // The same uuid is being sent this moment.
  { refusal: 'unavailable', retryable: true, codes: [230049] },
  // What an administrator can put right in the console: scopes, the bot's ability, a tenant's key; app or secret wrong.
  {
    refusal: 'unavailable',
    retryable: true,
    codes: [230006, 230027, 230036, 99991672, 99991679, 99991661, 99991663, 99991664, 99991665, 10003, 10014],
  },
];

const BY_CODE: ReadonlyMap<number, Rule> = new Map(
  RULES.flatMap((rule) => rule.codes.map((code) => [code, rule])),
);

export const TOO_MANY_REQUESTS = 429;

/** Whether a request says something to people, so that a second one could be seen. */
const isSaying = (path: string): boolean => /\/im\/v1\/messages(?:\/[^/]+\/reply)?$/.test(path);

/** What a refusal means; an error that leaves open whether something was said is handed back as it is. */
export function toChannelError(error: unknown): unknown {
  if (!(error instanceof FeishuError)) return error;
  const { code, status, afterMs, mayHaveArrived, path } = error;
  const rule = code === null ? undefined : BY_CODE.get(code);
  const wait = afterMs === null ? {} : { afterMs };
  if (rule)
    return new ChannelError(rule.refusal, { cause: error, retryable: rule.retryable ?? false, ...wait });
  if (status === TOO_MANY_REQUESTS)
    return new ChannelError('rate-limited', { cause: error, retryable: true, ...wait });
  if (mayHaveArrived && isSaying(path)) return error;
  // Words, file or sender refused; where no code is given it was no word of the platform's own.
  if (code !== null && !mayHaveArrived) return new ChannelError('forbidden', { cause: error });
  return new ChannelError('unavailable', { cause: error, retryable: true, ...wait });
}
