import type { CommandKind } from '../../domain/appeal/commands.ts';
import { type AppealState, chargeOf, deskOf, handlerOf } from '../../domain/appeal/state.ts';
import { accountId } from '../../domain/people/account.ts';
import type { RefusalFacts } from '../../text/zh/appeals/refusals.ts';
import { SOMEBODY } from '../../text/zh/appeals/words.ts';
import { type AppealTools, unitName } from './types.ts';

/** What a refusal is explained by: the rules, and who has the appeal in hand, as he is called. */
export function refusalFacts(
  { rules, roster, units }: Pick<AppealTools, 'rules' | 'roster' | 'units'>,
  state: AppealState,
  kind: CommandKind,
): RefusalFacts {
  // Who would take it asks for the specialist, everybody else for the desk.
  const account = accountId((kind === 'take' ? chargeOf(state) : handlerOf(state))?.person ?? '');
  const name = account === null ? null : roster().whoIs(account).name;
  const lead = deskOf(state)?.lead ?? null;
  return { rules, inCharge: name ?? SOMEBODY, lead: lead === null ? null : unitName({ units }, lead) };
}
