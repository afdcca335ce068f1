import type { AccountId } from '../people/account.ts';
import type { PolicyClause } from '../policy/types.ts';
import type { Instant } from '../time.ts';
import type { ApplicationDeadline, Origin, Reading } from './types.ts';

/** What a person may change of a deadline by hand. */
export type Edit = Partial<Pick<Reading, 'on' | 'at' | 'from' | 'title' | 'region'>>;

/** What is to become of a deadline. */
export type DeadlineOrder =
  | {
      readonly kind: 'add';
      readonly number: number;
      readonly reading: Reading;
      readonly origin: Origin;
      readonly at: Instant;
    }
  /** The document has it like this now. */
  | {
      readonly kind: 'read';
      readonly clause: PolicyClause['id'];
      readonly reading: Reading;
      readonly at: Instant;
    }
  /** Another document says so of it (关于延长申报时间的通知). */
  | { readonly kind: 'moved'; readonly reading: Reading; readonly at: Instant }
  | { readonly kind: 'document-gone' }
  | { readonly kind: 'edit'; readonly by: AccountId; readonly edit: Edit; readonly at: Instant }
  | { readonly kind: 'confirm'; readonly by: AccountId; readonly at: Instant }
  | { readonly kind: 'revoke'; readonly by: AccountId };

const MOST_CAUSES = 20;

const isCertain = ({ doubts }: Reading): boolean => doubts.length === 0;

/** The same day, hour and rule. */
const sameTerm = (one: Reading, other: Reading): boolean =>
  one.on === other.on &&
  one.at === other.at &&
  one.from === other.from &&
  JSON.stringify(one.yearly) === JSON.stringify(other.yearly);

const fieldsOf = ({
  on,
  at,
  from,
  yearly,
  title,
  what,
  kind,
  region,
  snippet,
  doubts,
}: Reading): Reading => ({
  on,
  at,
  from,
  yearly,
  title,
  what,
  kind,
  region,
  snippet,
  doubts,
});

/** Two readings that say the same; where they stand does not count. */
export const sameReading = (one: Reading, other: Reading): boolean =>
  JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));

/** A new reading of the document: its day counts anew, and has to be confirmed anew where it is in doubt. */
function reread(before: ApplicationDeadline, reading: Reading, at: Instant): ApplicationDeadline {
  if (before.origin.kind === 'policy' && sameTerm(before.origin.read, reading)) {
    // What a person has changed stays as long as the document does not change its day.
    const { on, at: hour, from, yearly, title, region } = before;
    const rest = { ...reading, on, at: hour, from, yearly, title, region };
    const since = before.since ?? (isCertain(reading) ? at : null);
    return { ...before, ...rest, since, doubts: before.confirmedBy === null ? reading.doubts : [] };
  }
  return { ...before, ...reading, confirmedBy: null, since: isCertain(reading) ? at : null };
}

function after(
  before: ApplicationDeadline,
  order: Exclude<DeadlineOrder, { kind: 'add' }>,
): ApplicationDeadline {
  switch (order.kind) {
    case 'read': {
      const { clause, reading, at } = order;
      if (before.origin.kind !== 'policy') return before;
      const origin = { ...before.origin, clause, read: fieldsOf(reading) };
      const closed = before.closed === 'document-gone' ? null : before.closed;
      return { ...reread(before, reading, at), origin, closed };
    }
    case 'moved': {
      const { on, at, from, snippet, doubts } = order.reading;
      const since = doubts.length === 0 ? order.at : null;
      return { ...before, on, at, from, snippet, doubts, since, confirmedBy: null };
    }
    case 'document-gone':
      return before.closed === null ? { ...before, closed: 'document-gone' } : before;
    case 'edit':
      // Who sets the day by hand vouches for it.
      return { ...before, ...order.edit, doubts: [], confirmedBy: order.by, since: order.at };
    case 'confirm':
      return before.since === null
        ? { ...before, doubts: [], confirmedBy: order.by, since: order.at }
        : before;
    case 'revoke':
      return before.closed === 'revoked' ? before : { ...before, closed: 'revoked' };
  }
}

/** The deadline after an order; null where the cause is known or nothing changes. */
export function applyDeadlineOrder(
  before: ApplicationDeadline | null,
  { order, cause }: { readonly order: DeadlineOrder; readonly cause: string },
): ApplicationDeadline | null {
  if (before?.causes.includes(cause)) return null;
  if (order.kind === 'add') {
    const { number, reading, origin, at } = order;
    const since = isCertain(reading) ? at : null;
    return before === null
      ? { ...fieldsOf(reading), number, origin, since, confirmedBy: null, closed: null, causes: [cause] }
      : null;
  }
  if (before === null) return null;
  const now = after(before, order);
  return now === before ? null : { ...now, causes: [...before.causes, cause].slice(-MOST_CAUSES) };
}
