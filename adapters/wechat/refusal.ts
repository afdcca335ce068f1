import { ChannelError, type ChannelRefusal } from '../../src/ports/channel.ts';

interface Refusal {
  readonly code: ChannelRefusal;
  readonly retryable?: true;
  readonly afterMs?: number;
}

/** What puppets say when nothing was sent. They have no codes: these are words seen in their sources and reports. */
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [/not logged in|__currentUserId|logged ?out/i, { code: 'closed' }],
  [
    /频繁|too (?:fast|often|frequent|many)|rate.?limit/i,
    { code: 'rate-limited', retryable: true, afterMs: 300_000 },
  ],
  [/朋友验证|好友验证|拒收|not (?:a |your |my )?friend|不是.{0,4}好友/i, { code: 'unreachable' }],
  [/不在(?:该|本)?群|not (?:a member|in (?:the |this )?(?:chat ?)?room)/i, { code: 'unknown-chat' }],
  [/unsupported/i, { code: 'forbidden' }],
  [
    /ECONNREFUSED|ENOTFOUND|No connection established|no grpc manager|NO CLIENT/i,
    { code: 'unavailable', retryable: true },
  ],
];

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 2_000);

/** A puppet's error as a refusal where it is sure that nothing was sent; the error itself where it is not. */
export function toRefusal(cause: unknown): unknown {
  if (cause instanceof ChannelError) return cause;
  const words = wordsOf(cause);
  const found = REFUSALS.find(([pattern]) => pattern.test(words));
  if (found === undefined) return cause;
  const { code, ...options } = found[1];
  return new ChannelError(code, { cause, ...options });
}
