import type { AppealChain } from '../../../domain/appeal/facts.ts';
import { attachmentsOf } from '../../../domain/appeal/words.ts';
import { readRef } from '../../attachments.ts';
import type { Say } from '../types.ts';

/** What is said, with the files that came with these events; those that were never kept stay where they are. */
export function withFiles<One extends Say>(says: readonly One[], chain: AppealChain): readonly One[] {
  const files = attachmentsOf(chain).flatMap((ref) => readRef(ref) ?? []);
  return files.length === 0 ? says : says.map((say) => ({ ...say, files }));
}

/** The events of one order. */
export const eventsOf = (chain: AppealChain, cause: string): AppealChain =>
  chain.filter(({ fact }) => fact.cause === cause);
