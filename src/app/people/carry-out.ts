import type { ChainTools } from '../../domain/chain.ts';
import { accountId } from '../../domain/people/account.ts';
import { applyCodeOrder, type CodeOutcome } from '../../domain/people/apply-code.ts';
import { type CodeOrder, NO_CODES } from '../../domain/people/codes.ts';
import { applyEnterpriseOrder, type EnterpriseOrder, noEnterprise } from '../../domain/people/enterprise.ts';
import type { RecordOrder } from '../../domain/people/orders.ts';
import { applyPersonOrder, type PersonOrder } from '../../domain/people/person.ts';
import { applyPlaceOrder, type PlaceOrder } from '../../domain/people/place.ts';
import type { EnterpriseId } from '../../domain/people/types.ts';
import type { Instant } from '../../domain/time.ts';
import { ChannelError } from '../../ports/channel.ts';
import type { Change, Kind, Records } from '../../ports/records.ts';
import { peopleText, type PeopleWords } from '../../text/zh/people.ts';
import { type CarryOut, recordTarget } from '../orders.ts';
import type { People } from './directory.ts';
import { CODE, ENTERPRISE, PERSON, PLACE } from './kinds.ts';

export interface CarryOutDeps {
  readonly records: Records;
  readonly people: People;
  readonly tools: ChainTools;
  readonly words: PeopleWords;
  readonly now: () => Instant;
}

/** Where an order goes, as a delivery says it. */
export const targetOf = ({ record, id }: RecordOrder): string => recordTarget(record, id);

/** What a code leads to elsewhere; the ids rest on the cause, so that nothing is done or said twice. */
const deliveriesOf = (
  { orders, notices }: CodeOutcome,
  { cause, now, words }: { readonly cause: string; readonly now: Instant; readonly words: PeopleWords },
) =>
  [
    ...orders.map((one) => ({ to: targetOf(one), content: { order: one.order } })),
    ...notices.map(({ chat, note }) => ({ to: chat, content: { text: peopleText(note, words) } })),
  ].map((one, at) => ({ ...one, id: `${cause}>${at + 1}`, createdAt: now }));

/** Changes a record and tells the directory when it is safe. */
async function save<Data>(
  records: Records,
  { kind, id }: { readonly kind: Kind<Data>; readonly id: string },
  { change, learn }: { change: (before: Data | null) => Change<Data> | null; learn: (data: Data) => void },
): Promise<void> {
  let saved: Data | null = null;
  const isChanged = await records.update(kind, id, (before) => {
    const changed = change(before);
    saved = changed?.data ?? null;
    return changed;
  });
  if (isChanged && saved !== null) learn(saved);
}

const wrap = <Data>(data: Data | null): Change<Data> | null => (data === null ? null : { data });

/** What the records about people can be ordered to do. Each does the same order once. Throws `RecordsError`. */
export function createPeopleOrders({
  records,
  people,
  tools,
  words,
  now,
}: CarryOutDeps): Readonly<Record<RecordOrder['record'], CarryOut>> {
  // Orders come out of outboxes that this program wrote: their shape is that of their kind.
  return {
    person: async (id, order, cause) => {
      const account = accountId(id);
      if (account === null) throw new ChannelError('unknown-chat');
      const named = { order: order as PersonOrder, cause };
      await save(
        records,
        { kind: PERSON, id },
        {
          change: (record) => wrap(applyPersonOrder({ account, record }, named, tools)),
          learn: (record) => people.learn({ kind: 'person', record }),
        },
      );
    },
    place: (id, order, cause) =>
      save(
        records,
        { kind: PLACE, id },
        {
          change: (record) =>
            wrap(applyPlaceOrder({ chat: id, record }, { order: order as PlaceOrder, cause }, tools)),
          learn: (record) => people.learn({ kind: 'place', record }),
        },
      ),
    enterprise: (id, order, cause) =>
      save(
        records,
        { kind: ENTERPRISE, id },
        {
          change: (before) => {
            const record = before ?? noEnterprise(id as EnterpriseId);
            return wrap(applyEnterpriseOrder(record, { order: order as EnterpriseOrder, cause }, tools));
          },
          learn: (record) => people.learn({ kind: 'enterprise', record }),
        },
      ),
    code: (id, order, cause) =>
      save(
        records,
        { kind: CODE, id },
        {
          change: (before) => {
            const outcome = applyCodeOrder(before ?? NO_CODES, { order: order as CodeOrder, cause });
            if (outcome === null) return null;
            return { data: outcome.book, deliveries: deliveriesOf(outcome, { cause, now: now(), words }) };
          },
          learn: (record) => people.learn({ kind: 'code', record }),
        },
      ),
  };
}
