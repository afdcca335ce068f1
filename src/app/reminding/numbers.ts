import type { Records } from '../../ports/records.ts';
import { COUNTER } from '../appeals/numbers.ts';

/** A number that no deadline and no new policy had before, and is on disk as given. Throws `RecordsError`. */
export async function nextDeadlineNumber(records: Pick<Records, 'update'>): Promise<number> {
  let given = 0;
  await records.update(COUNTER, 'deadline', (before) => {
    given = (before?.given ?? 0) + 1;
    return { data: { given } };
  });
  return given;
}
