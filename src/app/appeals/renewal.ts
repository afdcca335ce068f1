import type { AppealChain, AppealEvent } from '../../domain/appeal/facts.ts';
import { type AppealState, isIn } from '../../domain/appeal/state.ts';
import { type DispatchOffer, proposeFor } from './proposal.ts';
import { BEFORE_DESK } from './supplementing.ts';
import type { AppealTools } from './types.ts';

interface Addition {
  readonly before: AppealState | null;
  readonly after: AppealState;
  readonly events: readonly AppealEvent[];
  readonly was: AppealChain;
  readonly chain: AppealChain;
  readonly offeredTo: readonly string[];
  readonly cause: string;
}

/** What is proposed anew because of what the enterprise added; null where that is as it was, or nobody was asked yet. */
export function renewalOf(
  tools: AppealTools,
  { before, after, events, was, chain, offeredTo, cause }: Addition,
): DispatchOffer | null {
  const isAdded = events.some(({ fact }) => fact.kind === 'supplemented');
  if (!isAdded || before === null || !isIn(before, BEFORE_DESK) || after.class === 'consultation')
    return null;
  if (before.kind === 'submitted' && offeredTo.length === 0) return null;
  const [old, renewed] = [
    proposeFor(tools, { state: before, chain: was, id: '' }),
    proposeFor(tools, { state: after, chain, id: `${cause}?` }),
  ];
  const isSame = before.category === after.category && old.names[0] === renewed.names[0];
  return isSame ? null : renewed;
}
