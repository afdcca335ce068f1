import type { AccountId } from '../../domain/people/account.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Turn } from '../turn/types.ts';
import type { Book } from './book.ts';
import { type ReminderOrder, toDelivery } from './carry-out.ts';
import type { Sync } from './sync.ts';
import type { CalendarTools, ReminderTools } from './types.ts';

export interface StepDeps extends ReminderTools {
  readonly book: Book;
  readonly sync: Sync;
  readonly calendar: CalendarTools;
}

/** Who says something about deadlines, where and when. */
export interface Saying {
  /** The message's. */
  readonly id: string;
  readonly account: AccountId;
  readonly chat: string;
  readonly isGroup: boolean;
  /** Specialist, supervisor or administrator. */
  readonly isStaff: boolean;
  readonly text: string;
  readonly now: Instant;
  readonly today: LocalDate;
}

/** A reply, and what records are ordered to do. */
export const answering = (text: string, ...orders: readonly ReminderOrder[]): Turn => ({
  reply: { text },
  deliveries: orders.map(toDelivery),
});

/** Numbers without a deadline behind them. */
export const unknownAmong = (
  numbers: readonly number[],
  { book }: Pick<StepDeps, 'book'>,
): readonly number[] => numbers.filter((number) => book.deadline(number) === null);
