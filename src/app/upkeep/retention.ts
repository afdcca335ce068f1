import { stateOf } from '../../domain/appeal/evolve.ts';
import type { AppealChain } from '../../domain/appeal/facts.ts';
import { type AppealState, isIn, OVER } from '../../domain/appeal/state.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { ArchiveDate, Kind, Records } from '../../ports/records.ts';

const DAY_MS = 86_400_000;
const ARCHIVED_AFTER_DAYS = 30;

const monthOf = (at: Instant): string => dayOf(at).slice(0, 7);

/** An appeal goes to the archive of the month in which it ended, thirty days later; null while it is open. */
export const archiveDateOf = (state: AppealState | null): ArchiveDate | null =>
  state !== null && isIn(state, OVER)
    ? { month: monthOf(state.endedAt), from: (state.endedAt + ARCHIVED_AFTER_DAYS * DAY_MS) as Instant }
    : null;

/** True where contacts and attachments are still there though the appeal has been over for so many days. */
export const isDueForErasure = (state: AppealState | null, days: number, now: Instant): boolean =>
  state !== null && isIn(state, OVER) && !state.isErased && now - state.endedAt >= days * DAY_MS;

export interface RetentionDeps<Data> {
  readonly records: Pick<Records, 'read' | 'find' | 'archiveMonths' | 'archived'>;
  readonly kind: Kind<Data>;
  /** Key of the live records that are over. */
  readonly over: string;
  /** `QIFU_RETENTION_DAYS`. */
  readonly days: number;
}

/**
 * Finds the appeals, live and archived, whose contacts and attachments are to be erased. A month of the archive that
 * lies wholly behind and had nothing left is not read again by this process. Throws `RecordsError`.
 */
export function createRetention<Data extends { readonly chain: AppealChain }>({
  records,
  kind,
  over,
  days,
}: RetentionDeps<Data>): (now: Instant) => Promise<readonly string[]> {
  const finished = new Set<string>();
  return async (now) => {
    const due: string[] = [];
    const isDue = (data: Data): boolean => {
      try {
        return isDueForErasure(stateOf(data.chain), days, now);
      } catch {
        // Events that no decision made: one such appeal does not keep the others from being erased; doctor names it.
        return false;
      }
    };
    for (const id of await records.find(kind, over)) {
      const data = await records.read(kind, id);
      if (data !== null && isDue(data)) due.push(id);
    }
    const last = monthOf((now - days * DAY_MS) as Instant);
    for (const month of await records.archiveMonths(kind)) {
      if (month > last || finished.has(month)) continue;
      const before = due.length;
      for await (const { id, data } of records.archived(kind, month)) if (isDue(data)) due.push(id);
      if (month < last && due.length === before) finished.add(month);
    }
    return due;
  };
}
