import type { AppealChain } from '../../domain/appeal/facts.ts';
import type { Instant } from '../../domain/time.ts';
import type { HeadBook } from '../../ports/heads.ts';
import type { Log } from '../../ports/log.ts';
import type { Records } from '../../ports/records.ts';
import type { Chains } from './chains.ts';
import type { Chore } from './daily.ts';
import { createRetention, type RetentionDeps } from './retention.ts';
import { writeHeads } from './write-heads.ts';

export interface ChoreDeps<Data> extends RetentionDeps<Data> {
  readonly records: RetentionDeps<Data>['records'] & Pick<Records, 'archive'>;
  readonly book: HeadBook;
  /** Of all kinds of record that have a chain. */
  readonly chains: readonly Chains[];
  /** Has an appeal erase its contacts and attachments; twice is once. */
  readonly erase: (appeal: string, at: Instant) => Promise<void>;
  readonly log: Log;
}

/** What is done with the records every day. Heads come first: what is archived has one by then. */
export function createChores<Data extends { readonly chain: AppealChain }>(
  deps: ChoreDeps<Data>,
): readonly Chore[] {
  const { records, kind, erase, log } = deps;
  const dueForErasure = createRetention(deps);
  return [
    {
      name: 'heads',
      run: async (now) => {
        for (const record of await writeHeads(deps, now)) log.error('history-changed', { record });
      },
    },
    {
      name: 'retention',
      run: async (now) => {
        for (const id of await dueForErasure(now)) {
          await erase(id, now);
          log.info('contacts-erased', { id });
        }
      },
    },
    {
      name: 'archive',
      run: async (now) => {
        const count = await records.archive(kind, now);
        if (count > 0) log.info('archived', { kind: kind.name, count });
      },
    },
  ];
}
