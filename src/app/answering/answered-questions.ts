import { type AnsweredQuestion, findAnswered } from '../../domain/conversation/answered.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import type { CarryOut } from '../orders.ts';

const ALL = 'all';

/** 专员答复: one question that was answered and taken up. */
export const ANSWERED: Kind<AnsweredQuestion> = {
  name: 'answered',
  version: 1,
  migrate: (older) => older as AnsweredQuestion,
  keys: () => [ALL],
};

export interface AnsweredQuestions {
  /** The answer to a question like this one; null where there is none. */
  readonly find: (question: string, today: LocalDate) => AnsweredQuestion | null;
  /** Takes an answered question up, or anew under the same number. */
  readonly carryOut: CarryOut;
}

/** Opens what was taken up before. Throws `RecordsError`. */
export async function openAnsweredQuestions(records: Records): Promise<AnsweredQuestions> {
  const known = new Map<string, AnsweredQuestion>();
  for (const id of await records.find(ANSWERED, ALL)) {
    const one = await records.read(ANSWERED, id);
    if (one !== null) known.set(id, one);
  }
  return {
    find: (question, today) => findAnswered([...known.values()], question, today),
    carryOut: async (id, order) => {
      // Orders come out of outboxes that this program wrote; the same one twice is the same record.
      const one = order as AnsweredQuestion;
      await records.update(ANSWERED, id, () => ({ data: one }));
      known.set(id, one);
    },
  };
}
