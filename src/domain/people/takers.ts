import type { Instant } from '../time.ts';
import type { AccountId } from './account.ts';
import type { Listed } from './listed.ts';
import type { DeskUnit, Grant, Held, StationPath } from './types.ts';
import { grantsOf, isAbsent, isSamePerson, primaryOf, type Who } from './who.ts';

/** Where an appeal comes from; null where that is not known. */
export interface Origin {
  readonly chat: string;
  readonly district: string | null;
  /** Street and station below the district. */
  readonly station: StationPath;
}

/** Who takes what comes, the absent replaced by those who stand in for them. */
export interface Takers {
  /**
   * Accounts that an appeal is offered to: the specialists bound to its group, else those of its station, street,
   * district, of the whole city, else the administrators. Of a person with two accounts, the one with the grant.
   */
  readonly specialistsFor: (origin: Origin, now: Instant) => readonly AccountId[];
  /** Chats that a unit's work goes to: its groups, and its handlers in private. */
  readonly desksOf: (unit: DeskUnit, now: Instant) => readonly string[];
  /** Supervisors of a district, else of the whole city. */
  readonly supervisorsFor: (district: string | null, now: Instant) => readonly AccountId[];
  /** Who does somebody's work at the moment: themselves, or who stands in; null where nobody does. */
  readonly standInOf: (account: AccountId, now: Instant) => AccountId | null;
}

interface Tools {
  readonly listed: readonly Listed[];
  readonly whoIs: (account: AccountId) => Who;
  readonly administrators: readonly AccountId[];
}

const samePath = (one: StationPath, other: StationPath): boolean => one.join('\n') === other.join('\n');

/** Stations that an origin lies in, the nearest first; the last is the whole city. */
function stationsAround({ district, station }: Origin): readonly StationPath[] {
  const path = district === null ? [] : [district, ...station];
  return Array.from({ length: path.length + 1 }, (_, at) => path.slice(0, path.length - at));
}

const isAt = (grant: Grant, path: StationPath): boolean =>
  grant.role === 'specialist' && grant.area.kind === 'station' && samePath(grant.area.path, path);

const isBoundTo = (grant: Grant, chat: string): boolean =>
  grant.role === 'specialist' && grant.area.kind === 'group' && grant.area.chat === chat;

/** Each person once, by the account that comes first. */
function onePerPerson(accounts: readonly AccountId[], whoIs: Tools['whoIs']): readonly AccountId[] {
  const first = new Map<AccountId, AccountId>();
  for (const account of accounts) {
    const primary = primaryOf(whoIs(account));
    if (!first.has(primary)) first.set(primary, account);
  }
  return [...first.values()];
}

/** Follows 「由 李四 代」 to somebody who is there and whose `may` is true. */
function follow(
  account: AccountId,
  { whoIs, now, may }: { whoIs: Tools['whoIs']; now: Instant; may: (who: Who) => boolean },
): AccountId | null {
  const passed: Who[] = [];
  let current = account;
  for (;;) {
    const who = whoIs(current);
    if (!isAbsent(who, now)) return current;
    const substitute = who.absence?.substitute ?? null;
    passed.push(who);
    if (substitute === null) return null;
    const next = whoIs(substitute);
    // Two who stand in for each other are both away.
    if (passed.some((one) => isSamePerson(one, next)) || !may(next)) return null;
    current = substitute;
  }
}

/** Finds takers among the grants and bindings that count. */
export function createTakers({ listed, whoIs, administrators }: Tools): Takers {
  const grants = listed.flatMap((one): readonly (Held & { readonly account: AccountId })[] =>
    one.kind === 'grant' ? [one] : [],
  );
  const present = (
    wanted: (grant: Grant) => boolean,
    { now, may }: { readonly now: Instant; readonly may: (who: Who) => boolean },
  ): readonly AccountId[] => {
    const accounts = grants.filter(({ grant }) => wanted(grant)).map(({ account }) => account);
    return onePerPerson(
      accounts.flatMap((account) => follow(account, { whoIs, now, may }) ?? []),
      whoIs,
    );
  };
  return {
    specialistsFor: (origin, now) => {
      const may = (who: Who): boolean => grantsOf(who, 'specialist').length > 0;
      const bound = present((grant) => isBoundTo(grant, origin.chat), { now, may });
      if (bound.length > 0) return bound;
      for (const path of stationsAround(origin)) {
        const found = present((grant) => isAt(grant, path), { now, may });
        if (found.length > 0) return found;
      }
      return onePerPerson(administrators, whoIs);
    },
    desksOf: (unit, now) => {
      const groups = listed.flatMap((one) =>
        one.kind === 'place' && one.binding.kind === 'desk' && one.binding.unit === unit ? [one.chat] : [],
      );
      const isOfUnit = (grant: Grant): boolean => grant.role === 'handler' && grant.unit === unit;
      const may = (who: Who): boolean => who.held.some(({ grant }) => isOfUnit(grant));
      return [...groups, ...present(isOfUnit, { now, may })];
    },
    supervisorsFor: (district, now) => {
      const may = (who: Who): boolean => grantsOf(who, 'supervisor').length > 0;
      const of = (path: StationPath) =>
        present((grant) => grant.role === 'supervisor' && samePath(grant.path, path), { now, may });
      const own = district === null ? [] : of([district]);
      return own.length > 0 ? own : of([]);
    },
    standInOf: (account, now) => follow(account, { whoIs, now, may: () => true }),
  };
}
