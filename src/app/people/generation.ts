import { channelOf } from '../../domain/people/account.ts';
import { suspendChannel } from '../../domain/people/suspend.ts';
import type { Instant } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { targetOf } from './carry-out.ts';
import type { People } from './directory.ts';

/** What is kept of a channel itself. */
interface ChannelState {
  /** Of its ids, where they do not outlive a log-in. */
  readonly generation: string | null;
}

export const CHANNEL: Kind<ChannelState> = {
  name: 'channel',
  version: 1,
  migrate: (older) => older as ChannelState,
  keys: () => [],
};

/** The generation that a channel's ids had at its last log-in. Throws `RecordsError`. */
export const lastGeneration = async (
  records: Pick<Records, 'read'>,
  channel: string,
): Promise<string | null> => (await records.read(CHANNEL, channel))?.generation ?? null;

/** Notes a channel's new generation of ids; whatever the old ones were bound to counts no more. Throws `RecordsError`. */
export async function beginGeneration(
  { records, people, now }: { records: Records; people: People; now: () => Instant },
  { channel, generation }: { channel: string; generation: string | null },
): Promise<void> {
  const at = now();
  await records.update(CHANNEL, channel, (before) => {
    if (before?.generation === generation) return null;
    const orders = before === null ? [] : suspendChannel(people.roster(), channel, at);
    const deliveries = orders.map((order, count) => ({
      id: `generation:${channel}:${generation ?? ''}:${count}`,
      to: targetOf(order),
      content: { order: order.order },
      createdAt: at,
    }));
    return { data: { generation }, deliveries };
  });
}

/** Tells all administrators something that cannot wait, but for those of one channel. Throws `RecordsError`. */
export async function tellAdministrators(
  { records, people, now }: { records: Records; people: People; now: () => Instant },
  { text, without }: { text: string; without: string },
): Promise<void> {
  const at = now();
  const to = people
    .roster()
    .administrators()
    .filter((account) => channelOf(account) !== without);
  await records.update(CHANNEL, without, (before) => ({
    data: before ?? { generation: null },
    deliveries: to.map((account) => ({
      id: `alarm:${without}:${at}:${account}`,
      to: account,
      content: { text },
      createdAt: at,
    })),
  }));
}
