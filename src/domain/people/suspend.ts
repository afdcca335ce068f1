import type { Instant } from '../time.ts';
import { channelOf } from './account.ts';
import type { RecordOrder } from './orders.ts';
import type { Roster } from './roster.ts';

/**
 * A channel whose ids do not outlive a login has a new generation of them: what its old ids were bound to does not
 * count until each is bound again.
 */
export function suspendChannel({ data }: Roster, channel: string, now: Instant): readonly RecordOrder[] {
  const order = { kind: 'suspended', at: now, by: null } as const;
  const persons = data.persons.filter(
    ({ account, suspended }) => !suspended && channelOf(account) === channel,
  );
  const places = data.places.filter(({ chat, suspended }) => !suspended && channelOf(chat) === channel);
  return [
    ...persons.map(({ account }): RecordOrder => ({ record: 'person', id: account, order })),
    ...places.map(({ chat }): RecordOrder => ({ record: 'place', id: chat, order })),
  ];
}
