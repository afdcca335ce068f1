import type { Correction } from '../../domain/dispatch/types.ts';
import type { Kind, Records } from '../../ports/records.ts';
import type { CarryOut } from '../orders.ts';

/** Where specialists sent matters that were proposed to go elsewhere. */
interface Corrections {
  readonly all: readonly Correction[];
  /** The newest causes: who comes again with one of them is not counted again. */
  readonly causes: readonly string[];
}

export const CORRECTIONS: Kind<Corrections> = {
  name: 'corrections',
  version: 1,
  migrate: (older) => older as Corrections,
  keys: () => [],
};

/** There is one record. */
export const ALL_CORRECTIONS = 'all';

const MOST_CAUSES = 500;
const NONE: Corrections = { all: [], causes: [] };

function counted(
  all: readonly Correction[],
  { matter, to }: Omit<Correction, 'times'>,
): readonly Correction[] {
  const isSame = (one: Correction): boolean => one.matter === matter && one.to === to;
  const times = all.find(isSame)?.times ?? 0;
  return [...all.filter((one) => !isSame(one)), { matter, to, times: times + 1 }];
}

export interface CorrectionBook {
  readonly corrections: () => readonly Correction[];
  readonly carryOut: CarryOut;
}

/** Opens the corrections that were kept. Throws `RecordsError`. */
export async function openCorrections(records: Records): Promise<CorrectionBook> {
  let known = (await records.read(CORRECTIONS, ALL_CORRECTIONS)) ?? NONE;
  return {
    corrections: () => known.all,
    carryOut: async (id, order, cause) => {
      let next = known;
      await records.update(CORRECTIONS, id, (before) => {
        const { all, causes } = before ?? NONE;
        if (causes.includes(cause)) return null;
        // Orders come out of outboxes that this program wrote.
        const correction = order as Omit<Correction, 'times'>;
        next = { all: counted(all, correction), causes: [...causes, cause].slice(-MOST_CAUSES) };
        return { data: next };
      });
      known = next;
    },
  };
}
