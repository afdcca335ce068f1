import { digestAt, digestNow } from '../../src/domain/reminder/digest.ts';
import type { Digest, Outlook } from '../../src/domain/reminder/outlook.ts';
import { withDigest } from '../../src/domain/reminder/told.ts';
import type {
  ApplicationDeadline,
  PolicyMark,
  ReminderRules,
  Subscriber,
} from '../../src/domain/reminder/types.ts';
import { moment } from './a-calendar.ts';
import { aDeadline, aSlots, aSubscriber, RULES, written } from './a-deadline.ts';

export const MARK: PolicyMark = { title: '某办法', region: null, text: 'a', validUntil: null, fate: 'there' };

interface Scene {
  readonly subscriber?: Subscriber;
  readonly deadlines?: readonly ApplicationDeadline[];
  readonly settled?: readonly string[];
  readonly outlook?: Partial<Outlook>;
  readonly rules?: Partial<ReminderRules>;
}

/** One chat with its deadlines, at moments written in Shanghai. */
export function aScene({
  subscriber = aSubscriber(),
  deadlines = [aDeadline()],
  settled = [],
  outlook = {},
  rules = {},
}: Scene = {}) {
  const slots = aSlots({ spreadMinutes: 0, ...rules });
  const look: Outlook = {
    subscriber,
    wanted: deadlines.filter(({ closed, since }) => closed === null && since !== null),
    isSettled: (key) => settled.includes(key),
    deadline: (number) => deadlines.find((one) => one.number === number) ?? null,
    mark: () => MARK,
    news: [],
    reviews: [],
    ...outlook,
  };
  const clock = (now: string) => ({ slots, rules: { ...RULES, ...rules }, now: moment(now) });
  return {
    next: (now: string): string => written(digestAt(look, clock(now))),
    now: (now: string): Digest | null => digestNow(look, clock(now)),
    told: (now: string): Subscriber => {
      const digest = digestNow(look, clock(now));
      if (digest === null) throw new Error('nothing is due');
      return withDigest(subscriber, digest, { now: moment(now), until: moment(`${now.slice(0, 10)}T21:00`) });
    },
  };
}
