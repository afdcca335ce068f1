import type { AppealState } from '../../domain/appeal/state.ts';
import type { AccountId } from '../../domain/people/account.ts';
import type { Instant } from '../../domain/time.ts';
import type { AppealTools } from './types.ts';

/** Who may take an appeal: the specialists of its group, of its station, its district, of the city, else the administrators. */
export function takersOf(
  { roster }: Pick<AppealTools, 'roster'>,
  { chat, district }: Pick<AppealState, 'chat' | 'district'>,
  at: Instant,
): readonly AccountId[] {
  const binding = roster().placeOf(chat)?.binding ?? null;
  const group = binding?.kind === 'enterprise-group' ? binding : null;
  // A station lies in the district of its group; of another district it says nothing.
  const station = group !== null && group.district === district ? group.station : [];
  return roster().specialistsFor({ chat, district, station }, at);
}
