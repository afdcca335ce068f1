import { Refusal } from './refusal.ts';

/** Counts requests as the platform does: 50 a second and 1000 a minute for an interface, 5 a second to one chat. */
export interface Traffic {
  /** Throws the platform's refusal where the limit is reached; what is refused does not count. */
  readonly pass: (to: string) => void;
  /** Requests that were refused for their number. */
  readonly refused: () => number;
  /** The most that came within a second and within a minute, those that were refused included. */
  readonly most: () => { readonly perSecond: number; readonly perMinute: number };
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const PER_CHAT = 5;
const PER_SECOND = 50;
const PER_MINUTE = 1000;

export function createTraffic(now: () => number): Traffic {
  let passed: { readonly at: number; readonly to: string }[] = [];
  let came: number[] = [];
  let refused = 0;
  let most = { perSecond: 0, perMinute: 0 };
  const count = (): void => {
    came = [...came.filter((at) => at > now() - MINUTE_MS), now()];
    const perSecond = came.filter((at) => at > now() - SECOND_MS).length;
    most = {
      perSecond: Math.max(most.perSecond, perSecond),
      perMinute: Math.max(most.perMinute, came.length),
    };
  };
  const refuse = (code: number, windowMs: number): never => {
    refused += 1;
    const oldest = passed.find(({ at }) => at > now() - windowMs)?.at ?? now();
    const resetSeconds = Math.max(1, Math.ceil((oldest + windowMs - now()) / SECOND_MS));
    throw new Refusal(code, 'This operation triggers the frequency limit.', {
      status: code === 230020 ? 400 : 429,
      resetSeconds,
    });
  };
  return {
    pass: (to) => {
      count();
      passed = passed.filter(({ at }) => at > now() - MINUTE_MS);
      const lately = passed.filter(({ at }) => at > now() - SECOND_MS);
      if (passed.length >= PER_MINUTE) refuse(99991400, MINUTE_MS);
      if (lately.length >= PER_SECOND) refuse(99991400, SECOND_MS);
      if (lately.filter((one) => one.to === to).length >= PER_CHAT) refuse(230020, SECOND_MS);
      passed.push({ at: now(), to });
    },
    refused: () => refused,
    most: () => most,
  };
}
