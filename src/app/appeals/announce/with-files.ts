import type { AppealChain } from '../../../domain/appeal/facts.ts';
import { attachmentsOf } from '../../../domain/appeal/words.ts';
import type { Attachment } from '../../../ports/message.ts';
import { readRef } from '../../attachments.ts';
import type { Say } from '../types.ts';

/** The files that came with these events, but for those that were never kept. */
export const filesOf = (chain: AppealChain): readonly Attachment[] =>
  attachmentsOf(chain).flatMap((ref) => readRef(ref) ?? []);

/** What is said, with the files that came with these events. */
export function withFiles<One extends Say>(says: readonly One[], chain: AppealChain): readonly One[] {
  const files = filesOf(chain);
  return files.length === 0 ? says : says.map((say) => ({ ...say, files }));
}

/** The events of one order. */
export const eventsOf = (chain: AppealChain, cause: string): AppealChain =>
  chain.filter(({ fact }) => fact.cause === cause);
