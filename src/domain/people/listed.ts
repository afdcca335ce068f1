import type { AccountId } from './account.ts';
import type { Binding, Grant, Person, Place } from './types.ts';

/** A grant or a group's binding, as it is listed and revoked. */
export type Listed =
  | {
      readonly kind: 'grant';
      readonly number: number;
      readonly account: AccountId;
      readonly name: string | null;
      readonly grant: Grant;
    }
  | {
      readonly kind: 'place';
      readonly number: number;
      readonly chat: string;
      readonly binding: Binding;
    };

/** All grants and bindings that count, by number. */
export function listedOf({
  persons,
  places,
}: {
  readonly persons: readonly Person[];
  readonly places: readonly Place[];
}): readonly Listed[] {
  const grants = persons
    .filter(({ suspended }) => !suspended)
    .flatMap(({ account, name, grants: held }) =>
      held.map(({ number, grant }): Listed => ({ kind: 'grant', number, account, name, grant })),
    );
  const bound = places.flatMap(({ chat, number, binding, suspended }): readonly Listed[] =>
    binding === null || suspended ? [] : [{ kind: 'place', number, chat, binding }],
  );
  return [...grants, ...bound].toSorted((a, b) => a.number - b.number);
}
