import { stateOf } from '../../domain/appeal/evolve.ts';
import { toOwner } from '../../text/zh/appeals/owner.ts';
import type { CourierDeps } from '../courier.ts';
import type { AppealDeps } from './carry-out.ts';

/** An owner who cannot be written to alone is told in the group how that can be changed; nothing else is said there. */
export function createGroupNotice({ records, kind }: Pick<AppealDeps, 'records' | 'kind'>) {
  const notice = async (
    ...[{ delivery, kind: name, record }, verdict, now]: Parameters<CourierDeps['aftermath']>
  ): Promise<Awaited<ReturnType<CourierDeps['aftermath']>>> => {
    if (name !== kind.name || verdict.kind !== 'given-up' || verdict.code !== 'unreachable') return [];
    const appeal = await records.read(kind, record);
    const state = appeal && stateOf(appeal.chain);
    const asked = state ? [{ person: state.appellant, chat: state.chat }, ...state.joined] : [];
    const unreached = asked.find(({ person, chat }) => person === delivery.to && chat !== person);
    if (!state || unreached === undefined) return [];
    const { group: text } = toOwner.undelivered(state.number);
    const content = { text, mention: unreached.person };
    return [{ id: `${delivery.id}!g`, to: unreached.chat, content, createdAt: now }];
  };
  return notice;
}
