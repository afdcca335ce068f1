import type { Channel } from '../../src/ports/channel.ts';
import type { Records } from '../../src/ports/records.ts';

/** When the process is killed: the next message is safe on disk, or about to be answered. */
export type Death = 'after-receipt' | 'before-reply';

const never = (): Promise<never> => new Promise(() => undefined);

/** A process that is killed does nothing any more: it neither reads nor writes nor speaks. */
export function createDeath(when: Death | undefined) {
  let left = Number.POSITIVE_INFINITY;
  let isDead = false;
  let tell: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (tell = resolve));
  const die = (): Promise<never> => {
    isDead = true;
    tell();
    return never();
  };
  const alive =
    <Given extends readonly unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      isDead ? never() : work(...given);
  return {
    died,
    isDead: () => isDead,
    /** A message is about to be taken: that takes one change of the records. */
    comes: () => {
      if (when === 'after-receipt') left = 1;
    },
    records: (kept: Records): Records => ({
      ...kept,
      read: (kind, id) => (isDead ? never() : kept.read(kind, id)),
      nextTo: alive(kept.nextTo),
      settle: alive(kept.settle),
      update: (kind, id, change) => {
        left -= 1;
        return isDead || left < 0 ? die() : kept.update(kind, id, change);
      },
    }),
    channel: (channel: Channel): Channel => ({
      ...channel,
      say: (chat, message) => (isDead || when === 'before-reply' ? die() : channel.say(chat, message)),
    }),
  };
}
