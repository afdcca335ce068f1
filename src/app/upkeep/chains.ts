import type { Chain } from '../../domain/chain.ts';
import type { Kind, Records } from '../../ports/records.ts';

/** A record and its events; null where it has none. */
export interface Chained {
  /** `kind/id`. */
  readonly record: string;
  readonly chain: Chain<unknown> | null;
}

/** The chains of all records of a kind, read one by one. Throws `RecordsError`. */
export interface Chains {
  readonly kind: string;
  readonly live: () => AsyncIterable<Chained>;
  readonly archived: () => AsyncIterable<Chained>;
  readonly read: (id: string) => Promise<Chain<unknown> | null>;
}

/** The chains of a kind of record whose data has one. */
export function chainsOf<Data>(
  records: Pick<Records, 'read' | 'ids' | 'archiveMonths' | 'archived'>,
  kind: Kind<Data>,
  chainIn: (data: Data) => Chain<unknown> | null,
): Chains {
  const toChained = (id: string, data: Data): Chained => ({
    record: `${kind.name}/${id}`,
    chain: chainIn(data),
  });
  return {
    kind: kind.name,
    live: async function* () {
      for (const id of await records.ids(kind)) {
        const data = await records.read(kind, id);
        if (data !== null) yield toChained(id, data);
      }
    },
    archived: async function* () {
      for (const month of await records.archiveMonths(kind))
        for await (const { id, data } of records.archived(kind, month)) yield toChained(id, data);
    },
    read: async (id) => {
      const data = await records.read(kind, id);
      return data === null ? null : chainIn(data);
    },
  };
}
