import { type CommandKind } from '../../domain/appeal/commands.ts';
import { stateOf } from '../../domain/appeal/evolve.ts';
import type { AppealNumber } from '../../domain/appeal/number.ts';
import { possibleCommands } from '../../domain/appeal/permission.ts';
import type { Relation } from '../../domain/appeal/relation.ts';
import type { AppealState } from '../../domain/appeal/state.ts';
import { accountId } from '../../domain/people/account.ts';
import { grantsOf } from '../../domain/people/who.ts';
import type { Instant } from '../../domain/time.ts';
import type { Records } from '../../ports/records.ts';
import { type Appeal, appealKeys } from './appeal.ts';
import type { AppealDeps } from './carry-out.ts';
import { relationIn } from './relation.ts';

/** An appeal as somebody finds it. */
export interface Found {
  readonly number: AppealNumber;
  readonly appeal: Appeal;
  readonly state: AppealState;
  readonly relation: Relation;
  readonly possible: readonly CommandKind[];
}

/** Who looks, from where, when. */
export interface Looking {
  readonly by: string;
  readonly chat: string;
  readonly at: Instant;
}

/** The appeal with this number as somebody may find it; null where there is none. */
export async function findAppeal(
  deps: AppealDeps,
  number: AppealNumber,
  { by, chat, at }: Looking,
): Promise<Found | null> {
  const appeal = await deps.records.read(deps.kind, number);
  const state = appeal && stateOf(appeal.chain);
  if (!appeal || !state) return null;
  const relation = relationIn(deps.roster(), { by, chat, state, at });
  return {
    number,
    appeal,
    state,
    relation,
    possible: possibleCommands(state, { ...deps, by, at, relation }),
  };
}

/** Keys under which the appeals of somebody stand: his own, those he is in charge of, those of his desks. */
function keysFor(deps: AppealDeps, { by, chat }: Looking): readonly string[] {
  const account = accountId(by);
  if (account === null) return [];
  const roster = deps.roster();
  const who = roster.whoIs(account);
  const binding = roster.placeOf(chat)?.binding ?? null;
  const units = [
    ...grantsOf(who, 'handler').map(({ unit }) => unit),
    ...(binding?.kind === 'desk' ? [binding.unit] : []),
  ];
  return [
    ...who.accounts.flatMap((one) => [appealKeys.of(one), appealKeys.charge(one), appealKeys.offered(one)]),
    ...who.enterprises.map(({ id }) => appealKeys.ofEnterprise(id)),
    ...units.map(appealKeys.desk),
  ];
}

/** Appeals of somebody, by these keys or all of them, each once, the newest last. */
export async function findOwn(
  deps: AppealDeps,
  looking: Looking,
  keys: readonly string[] = keysFor(deps, looking),
): Promise<readonly Found[]> {
  const records: Pick<Records, 'find'> = deps.records;
  const numbers = new Set<string>();
  for (const key of keys) for (const id of await records.find(deps.kind, key)) numbers.add(id);
  const found = await Promise.all(
    [...numbers].toSorted().map((number) => findAppeal(deps, number as AppealNumber, looking)),
  );
  return found.filter((one) => one !== null);
}
