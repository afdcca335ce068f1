import type { Delivery } from '../domain/delivery/types.ts';
import type { Instant } from '../domain/time.ts';
import { ChannelError } from '../ports/channel.ts';
import type { OutboundMessage } from '../ports/message.ts';
import type { Cargo, Pending, Records } from '../ports/records.ts';
import { foldedText } from '../text/zh/delivery.ts';
import type { Carrier } from './attempt.ts';

export interface AbsenceDeps {
  readonly records: Pick<Records, 'targets' | 'allTo' | 'settle'>;
  readonly now: () => Instant;
  /** Channels that have still to come for the first time. */
  readonly away: readonly string[];
}

/** Channels that come and go: what is to be said waits, and is not poured out in one go when they are back. */
export interface Absence {
  /** The carrier of a channel, as long as that is there. */
  readonly hold: (channel: string, carrier: Carrier) => Carrier;
  /** The channel is back: of what has waited long in a chat one message is made. Throws `RecordsError`. */
  readonly end: (channel: string) => Promise<void>;
}

const HOUR_MS = 3_600_000;
const STALE_MS = HOUR_MS;
/** What is older is of no use any more: a person is told. */
const KEPT_MS = 7 * 24 * HOUR_MS;

interface Plain extends Pending {
  readonly content: OutboundMessage;
}

/** Words alone, said long ago, and surely not shown yet; what asks for a choice or brings a file stays by itself. */
function plainOf(pending: Pending, now: Instant): readonly Plain[] {
  const { content, createdAt, notBefore = createdAt, state } = pending.delivery;
  if ('order' in content || now - Math.max(createdAt, notBefore) < STALE_MS) return [];
  const { offer, files, unasked, replaces, folds } = content;
  const isWords = [offer, files, unasked, replaces, folds].every((one) => one === undefined);
  const isUnsent = state.kind === 'waiting' && state.unsureSince === null;
  return isWords && isUnsent && now - createdAt < KEPT_MS ? [{ ...pending, content }] : [];
}

/** Those that a message says which was made of them before: the process died in between. */
const foldedBefore = (all: readonly Pending[]): readonly Pending[] => {
  const ids = new Set(
    all.flatMap(({ delivery: { content } }) => ('order' in content ? [] : (content.folds ?? []))),
  );
  return all.filter(({ delivery }) => ids.has(delivery.id));
};

/** One message in the place of those; whom it calls is called where all of them call him. */
function fold(plain: readonly Plain[], now: Instant): OutboundMessage {
  const items = plain.map(({ content: { text }, delivery }) => ({ text, at: delivery.createdAt }));
  const [mention, ...others] = new Set(plain.map(({ content }) => content.mention));
  return {
    text: foldedText(items, now),
    folds: plain.map(({ delivery }) => delivery.id),
    ...(mention === undefined || others.length > 0 ? {} : { mention }),
  };
}

async function foldTo(target: string, { records, now }: AbsenceDeps): Promise<void> {
  const at = now();
  const sent = (pending: Pending): Promise<void> => records.settle(pending, { kind: 'sent' });
  for (const done of foldedBefore(await records.allTo(target))) await sent(done);
  const plain = (await records.allTo(target)).flatMap((pending) => plainOf(pending, at));
  const [first, ...others] = plain;
  if (first === undefined || others.length === 0) return;
  const whole = { id: `${first.delivery.id}~`, to: target, content: fold(plain, at), createdAt: at };
  await records.settle(first, { kind: 'sent' }, [whole]);
  for (const one of others) await sent(one);
}

export function createAbsence(deps: AbsenceDeps): Absence {
  const { records, now } = deps;
  const away = new Set(deps.away);
  let ending: Promise<void> = Promise.resolve();
  const foldAll = async (channel: string): Promise<void> => {
    // Nothing is said while it is put together.
    away.add(channel);
    try {
      for (const target of await records.targets())
        if (target.startsWith(`${channel}:`)) await foldTo(target, deps);
    } finally {
      away.delete(channel);
    }
  };
  return {
    hold: (channel, carrier) => {
      const check = ({ createdAt }: Delivery<Cargo>): void => {
        if (away.has(channel)) throw new ChannelError('closed');
        if (now() - createdAt >= KEPT_MS) throw new ChannelError('outdated');
      };
      const carry: Carrier = async (delivery) => {
        check(delivery);
        return carrier(delivery);
      };
      const prepare: Carrier['prepare'] = async (delivery) => {
        check(delivery);
        await carrier.prepare?.(delivery);
      };
      return Object.assign(carry, { prepare });
    },
    end: (channel) => {
      // One after another, if it comes and goes and comes.
      const done = ending.then(() => foldAll(channel));
      ending = done.catch(() => undefined);
      return done;
    },
  };
}
