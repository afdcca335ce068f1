import type { Instant } from '../domain/time.ts';
import type { Channel } from '../ports/channel.ts';
import type { Kind, Records } from '../ports/records.ts';

/** When a channel last said something, to the minute. */
export interface LastSent {
  readonly at: Instant;
}

/** One record a channel, by its name. */
export const LAST_SENT: Kind<LastSent> = {
  name: 'last-sent',
  version: 1,
  migrate: (older) => older as LastSent,
  keys: () => [],
};

// Nobody wants a file written for every message; and nobody looks at seconds.
const EVERY_MS = 60_000;

interface LastSentDeps {
  readonly records: Pick<Records, 'update'>;
  readonly now: () => Instant;
}

/** The channel's way of saying, which notes when it last came through. */
export function withLastSent(
  { name, say }: Pick<Channel, 'name' | 'say'>,
  { records, now }: LastSentDeps,
): Pick<Channel, 'say'> {
  let noted = Number.NEGATIVE_INFINITY;
  return {
    say: async (chat, message) => {
      const receipt = await say(chat, message);
      const at = now();
      if (at - noted < EVERY_MS) return receipt;
      noted = at;
      // Said is said, whether it can be noted or not.
      await records.update(LAST_SENT, name, () => ({ data: { at } })).catch(() => false);
      return receipt;
    },
  };
}
