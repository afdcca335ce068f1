import {
  type AnsweredOrder,
  type AnswerBasis,
  applyAnswered,
  findAnswered,
  inOrder,
  type KeptAnswer,
} from '../../domain/conversation/answered.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { statusAt } from '../../domain/policy/validity.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Kind, Records } from '../../ports/records.ts';
import { answeredWords, type BasisFate } from '../../text/zh/answered.ts';
import type { CarryOut } from '../orders.ts';

const ALL = 'all';

/** What the first version did not keep. */
const NEW_IN_2 = { who: '', basis: null, isWithdrawn: false, isDisliked: false, deeds: [], causes: [] };

/** 专员答复: one question that was answered and taken up. */
export const ANSWERED: Kind<KeptAnswer> = {
  name: 'answered',
  version: 2,
  migrate: (older) => ({
    ...NEW_IN_2,
    ...(older as Omit<KeptAnswer, keyof typeof NEW_IN_2> & Partial<KeptAnswer>),
  }),
  keys: () => [ALL],
};

/** An answer that was given to a question like this one. */
export interface FoundAnswer {
  readonly one: KeptAnswer;
  /** Its last day is past: it holds no more. */
  readonly hasEnded: boolean;
  readonly fate: BasisFate;
}

export interface AnsweredQuestions {
  /** The answer to a question like this one; null where there is none. */
  readonly find: (question: string, today: LocalDate) => FoundAnswer | null;
  /** All that were taken up, withdrawn ones too; the place in it is the number by which people name one. */
  readonly list: () => readonly KeptAnswer[];
  readonly fateOf: (basis: AnswerBasis | null, today: LocalDate) => BasisFate;
  readonly carryOut: CarryOut;
}

/** Whoever took it up hears that the enterprise was not satisfied after all. */
function deliveriesOf({ deed, at }: AnsweredOrder, { id, deeds }: KeptAnswer, cause: string) {
  const taker = deed.kind === 'disliked' ? deeds.findLast(({ kind }) => kind === 'taken-up') : undefined;
  if (taker === undefined) return [];
  return [{ id: `${cause}.1`, to: taker.by, content: { text: answeredWords.disliked(id) }, createdAt: at }];
}

/** Opens what was taken up before; `policies`: the library as it is. Throws `RecordsError`. */
export async function openAnsweredQuestions(
  records: Records,
  policies: () => readonly Policy[],
): Promise<AnsweredQuestions> {
  const known = new Map<string, KeptAnswer>();
  for (const id of await records.find(ANSWERED, ALL)) {
    const one = await records.read(ANSWERED, id);
    if (one !== null) known.set(id, one);
  }
  const fateOf = (basis: AnswerBasis | null, today: LocalDate): BasisFate => {
    if (basis === null) return null;
    const policy = policies().find(({ id }) => id === basis.policy);
    if (policy === undefined) return 'gone';
    const status = statusAt(policy, today);
    return status === 'expired' || status === 'over' ? 'over' : null;
  };
  return {
    find: (question, today) => {
      const found = findAnswered([...known.values()], question, today);
      return found && { ...found, fate: fateOf(found.one.basis, today) };
    },
    list: () => inOrder([...known.values()]),
    fateOf,
    carryOut: async (id, order, cause) => {
      // Orders come out of outboxes that this program wrote.
      const told = order as AnsweredOrder;
      let saved: KeptAnswer | null = null;
      await records.update(ANSWERED, id, (before) => {
        saved = applyAnswered(before, { order: told, cause });
        return saved && { data: saved, deliveries: deliveriesOf(told, saved, cause) };
      });
      if (saved !== null) known.set(id, saved);
    },
  };
}
