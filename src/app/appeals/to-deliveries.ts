import type { NewDelivery } from '../../domain/delivery/types.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import type { Instant } from '../../domain/time.ts';
import type { Cargo } from '../../ports/records.ts';
import type { AppealOrder, AppealTools, Say } from './types.ts';

const WROTE_LATELY_MS = 30 * 60_000;

interface Sending extends Pick<AppealOrder, 'replyTo'> {
  readonly tools: AppealTools;
  readonly cause: string;
  readonly now: Instant;
}

/** Until when something said now waits for the morning; null where it goes out at once. */
export function heldUntil(
  { to, isAnswer }: Pick<Say, 'to' | 'isAnswer'>,
  { tools, now }: Pick<Sending, 'tools' | 'now'>,
): Instant | null {
  const spoke = tools.lastSpokeAt(to);
  const isAwake = isAnswer === true || (spoke !== null && now - spoke < WROTE_LATELY_MS);
  return isAwake ? null : quietUntil(now, tools.quietHours);
}

/** Deliveries of what is said; nobody who is not writing just now is woken at night. */
export function toDeliveries(
  says: readonly Say[],
  { tools, cause, now, replyTo }: Sending,
): readonly NewDelivery<Cargo>[] {
  return says.map(({ to, isAnswer, ...said }, at) => {
    const until = heldUntil({ to, ...(isAnswer ? { isAnswer } : {}) }, { tools, now });
    const held = until === null ? {} : { notBefore: until };
    const content = isAnswer && replyTo?.chat === to ? { ...said, replyTo } : said;
    return { id: `${cause}.${at + 1}`, to, content, createdAt: now, ...held };
  });
}
