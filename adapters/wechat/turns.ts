import { ChannelError } from '../../src/ports/channel.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { WechatOptions } from './options.ts';

const MINUTE_MS = 60_000;

/**
 * One account speaks with one voice: messages go out one after another, with a pause between, and no more than so many
 * a minute. The courier spaces deliveries; a long one is several messages, which only this place sees.
 */
export interface Turns {
  /** Does it when it is its turn; the next may come as soon as it is done. */
  readonly take: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Nothing has been said yet. */
export function createTurns(
  { clock, chance, pace }: Pick<WechatOptions, 'clock' | 'chance' | 'pace'>,
  signal: AbortSignal,
): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let said: readonly Instant[] = [];

  const earliest = (): Instant => {
    const now = clock.now();
    said = said.filter((at) => at > now - MINUTE_MS);
    const { from, to } = pace.gapMilliseconds;
    const gap = from + chance() * (to - from);
    const afterGap = (said.at(-1) ?? now - gap) + gap;
    const crowd = said.length >= pace.perMinute ? said.at(-pace.perMinute) : undefined;
    return Math.max(now, afterGap, crowd === undefined ? 0 : crowd + MINUTE_MS) as Instant;
  };
  return {
    take: (work) => {
      const turn = last.then(async () => {
        const at = earliest();
        if (at > clock.now()) await clock.waitUntil(at, signal);
        if (signal.aborted) throw new ChannelError('closed');
        said = [...said, clock.now()];
        return work();
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
