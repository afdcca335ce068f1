import { applyDeadlineOrder, type DeadlineOrder } from '../../domain/reminder/deadline-orders.ts';
import {
  type ApplicantOrder,
  applyApplicantOrder,
  applySubscriberOrder,
  type SubscriberOrder,
} from '../../domain/reminder/subscriber-orders.ts';
import { deadlineName } from '../../domain/reminder/term.ts';
import type { PolicyNews } from '../../domain/reminder/types.ts';
import type { Instant } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { type CarryOut, recordTarget } from '../orders.ts';
import type { Book } from './book.ts';
import { APPLICANT, DEADLINE, LIBRARY_NEWS, NEW_POLICIES, type NewPolicies, SUBSCRIBER } from './kinds.ts';

/** What the record of new policies can be ordered to do. */
export type NewsOrder =
  | { readonly kind: 'came'; readonly seen: readonly string[]; readonly news: readonly PolicyNews[] }
  | {
      readonly kind: 'decide';
      readonly number: number;
      readonly state: 'approved' | 'declined';
      readonly at: Instant;
    };

/** An order to one of the records about reminders. */
export type ReminderOrder =
  | { readonly record: 'deadline'; readonly number: number; readonly order: DeadlineOrder }
  | { readonly record: 'subscriber'; readonly chat: string; readonly order: SubscriberOrder }
  | { readonly record: 'applicant'; readonly party: string; readonly order: ApplicantOrder }
  | { readonly record: 'new-policies'; readonly order: NewsOrder };

const idOf = (order: ReminderOrder): string => {
  switch (order.record) {
    case 'deadline':
      return deadlineName(order.number);
    case 'subscriber':
      return order.chat;
    case 'applicant':
      return order.party;
    case 'new-policies':
      return LIBRARY_NEWS;
  }
};

/** An order as it is delivered. */
export const toDelivery = (order: ReminderOrder) => ({
  to: recordTarget(order.record, idOf(order)),
  content: { order: order.order },
});

const MOST_NEWS = 200;

function applyNewsOrder(before: NewPolicies | null, order: NewsOrder): NewPolicies | null {
  const { seen, news } = before ?? { seen: [], news: [] };
  if (order.kind === 'came') {
    const fresh = order.news.filter(({ policy }) => !news.some((one) => one.policy === policy));
    return { seen: [...new Set([...seen, ...order.seen])], news: [...news, ...fresh].slice(-MOST_NEWS) };
  }
  const { number, state, at: decidedAt } = order;
  const isDecided = (one: PolicyNews): boolean => one.number === number && one.state === 'proposed';
  return { seen, news: news.map((one) => (isDecided(one) ? { ...one, state, decidedAt } : one)) };
}

interface CarryOutDeps {
  readonly records: Pick<Records, 'update'>;
  readonly book: Book;
}

/** Changes a record, and has the book learn what stands there now: also where another life had changed it already. */
async function save<Data>(
  { records }: CarryOutDeps,
  { kind, id }: { readonly kind: Kind<Data>; readonly id: string },
  { change, learn }: { change: (before: Data | null) => Data | null; learn: (data: Data) => void },
): Promise<void> {
  let there: Data | null = null;
  await records.update(kind, id, (before) => {
    const data = change(before);
    there = data ?? before;
    return data === null ? null : { data };
  });
  if (there !== null) learn(there);
}

export type ReminderRecord = ReminderOrder['record'];

/** What the records about reminders can be ordered to do; each does the same order once. Throws `RecordsError`. */
export function createReminderOrders(deps: CarryOutDeps): Readonly<Record<ReminderRecord, CarryOut>> {
  const { book } = deps;
  // Orders come out of outboxes that this program wrote: their shape is that of their kind.
  return {
    deadline: (id, order, cause) =>
      save(
        deps,
        { kind: DEADLINE, id },
        {
          change: (before) => applyDeadlineOrder(before, { order: order as DeadlineOrder, cause }),
          learn: (record) => book.learn({ kind: 'deadline', record }),
        },
      ),
    subscriber: (id, order, cause) =>
      save(
        deps,
        { kind: SUBSCRIBER, id },
        {
          change: (record) =>
            applySubscriberOrder({ chat: id, record }, { order: order as SubscriberOrder, cause }),
          learn: (record) => book.learn({ kind: 'subscriber', record }),
        },
      ),
    applicant: (id, order, cause) =>
      save(
        deps,
        { kind: APPLICANT, id },
        {
          change: (before) => applyApplicantOrder(before, { order: order as ApplicantOrder, cause }),
          learn: (record) => book.learn({ kind: 'applicant', id, record }),
        },
      ),
    'new-policies': (id, order) =>
      save(
        deps,
        { kind: NEW_POLICIES, id },
        {
          change: (before) => applyNewsOrder(before, order as NewsOrder),
          learn: (record) => book.learn({ kind: 'new-policies', record }),
        },
      ),
  };
}

/** Has an order done at once. */
export type Command = (order: ReminderOrder) => Promise<void>;

/**
 * Does orders without a message behind them: those of the library, which come from a comparison and are not given again
 * once they are done. Each has a cause of its own.
 */
export function createCommand(
  orders: Readonly<Record<ReminderRecord, CarryOut>>,
  now: () => Instant,
): Command {
  let given = 0;
  return (order) => {
    given += 1;
    return orders[order.record](idOf(order), order.order, `library:${now()}:${given}`);
  };
}
