import type { AppealChain } from '../../domain/appeal/facts.ts';
import { attachmentsOf } from '../../domain/appeal/words.ts';
import type { Instant } from '../../domain/time.ts';
import type { Attachments } from '../../ports/attachments.ts';
import type { Log } from '../../ports/log.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { readRef } from '../attachments.ts';
import type { Chore } from './daily.ts';

export interface SweepDeps<Data> {
  readonly records: Pick<Records, 'ids' | 'read' | 'archiveMonths' | 'archived'>;
  readonly kind: Kind<Data>;
  readonly attachments: Pick<Attachments, 'sweep'>;
  readonly log: Log;
}

/** What came today may still wait to be confirmed. */
const WAITS_MS = 86_400_000;

/** Removes files that no appeal names any more: where contacts were erased, and where nothing came of what was sent. */
export const createSweep = <Data extends { readonly chain: AppealChain }>({
  records,
  kind,
  attachments,
  log,
}: SweepDeps<Data>): Chore => ({
  name: 'attachments',
  run: async (now) => {
    const needed = new Set<string>();
    const note = ({ chain }: Data): void => {
      for (const ref of attachmentsOf(chain)) {
        const file = readRef(ref);
        if (file !== null) needed.add(file.id);
      }
    };
    for (const id of await records.ids(kind)) {
      const data = await records.read(kind, id);
      if (data !== null) note(data);
    }
    for (const month of await records.archiveMonths(kind))
      for await (const { data } of records.archived(kind, month)) note(data);
    const count = await attachments.sweep((id) => needed.has(id), (now - WAITS_MS) as Instant);
    if (count > 0) log.info('attachments-removed', { count });
  },
});
