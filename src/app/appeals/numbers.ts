import { appealNumber, type AppealNumber } from '../../domain/appeal/number.ts';
import type { Kind, Records } from '../../ports/records.ts';

/** How many numbers were given. */
interface Counter {
  readonly given: number;
}

export const COUNTER: Kind<Counter> = {
  name: 'counter',
  version: 1,
  migrate: (older) => older as Counter,
  keys: () => [],
};

/** Gives a number that was never given before, and is on disk as given. Throws `RecordsError`. */
export async function nextNumber(records: Records): Promise<AppealNumber> {
  let given = 0;
  await records.update(COUNTER, 'appeal', (before) => {
    given = (before?.given ?? 0) + 1;
    return { data: { given } };
  });
  return appealNumber(given);
}
