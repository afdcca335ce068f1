import { fold } from '../hanzi/fold.ts';
import type { Instant, LocalDate } from '../time.ts';

/** What an answer rests on: a document of the library as it was then, and a clause of it. */
export interface AnswerBasis {
  readonly policy: string;
  /** Null where the document as a whole was named. */
  readonly clause: string | null;
  readonly title: string;
  readonly documentNumber: string | null;
  /** 「第三条」「二、(一)3」; empty where no clause was named. */
  readonly place: string;
}

/** A question that a specialist answered, and that may be asked again. */
export interface AnsweredQuestion {
  /** Number of the appeal in which it was answered. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** Who answered, as it is shown: a unit, or a specialist. */
  readonly who: string;
  /** The day of the answer. */
  readonly on: LocalDate;
  readonly basis: AnswerBasis | null;
  /** The last day on which it may be repeated; null where none was said. */
  readonly until: LocalDate | null;
}

/** What is done with an answered question. `disliked`: the enterprise that had asked was not satisfied after all. */
export type AnsweredDeed =
  | { readonly kind: 'taken-up'; readonly one: AnsweredQuestion }
  | { readonly kind: 'corrected'; readonly changes: Partial<Omit<AnsweredQuestion, 'id'>> }
  | { readonly kind: 'withdrawn' | 'restored' | 'disliked' };

/** Order to one answered question: who said so, when. */
export interface AnsweredOrder {
  readonly deed: AnsweredDeed;
  readonly by: string;
  readonly at: Instant;
}

/** An answered question as it is kept. */
export interface KeptAnswer extends AnsweredQuestion {
  readonly isWithdrawn: boolean;
  readonly isDisliked: boolean;
  /** All that was done with it, the oldest first. */
  readonly deeds: readonly {
    readonly kind: AnsweredDeed['kind'];
    readonly by: string;
    readonly at: Instant;
  }[];
  readonly causes: readonly string[];
}

/** An answered question after an order; null where the cause is known, or nothing changes. */
export function applyAnswered(
  before: KeptAnswer | null,
  { order: { deed, by, at }, cause }: { readonly order: AnsweredOrder; readonly cause: string },
): KeptAnswer | null {
  if (before?.causes.includes(cause)) return null;
  const after = changed(before, deed);
  if (after === null) return null;
  return {
    ...after,
    deeds: [...(before?.deeds ?? []), { kind: deed.kind, by, at }],
    causes: [...(before?.causes ?? []), cause],
  };
}

function changed(before: KeptAnswer | null, deed: AnsweredDeed): Omit<KeptAnswer, 'deeds' | 'causes'> | null {
  // Taken up anew, it is a new answer.
  if (deed.kind === 'taken-up') return { ...deed.one, isWithdrawn: false, isDisliked: false };
  if (before === null) return null;
  switch (deed.kind) {
    case 'corrected':
      return { ...before, ...deed.changes };
    case 'withdrawn':
      return before.isWithdrawn ? null : { ...before, isWithdrawn: true };
    case 'restored':
      return before.isWithdrawn ? { ...before, isWithdrawn: false } : null;
    case 'disliked':
      return { ...before, isDisliked: true };
  }
}

/** In the order in which they were taken up: what is added later moves no number. */
export const inOrder = (all: readonly KeptAnswer[]): readonly KeptAnswer[] =>
  all.toSorted(
    (one, other) => (one.deeds[0]?.at ?? 0) - (other.deeds[0]?.at ?? 0) || (one.id < other.id ? -1 : 1),
  );

/** True where it is over on a day. */
export const hasEnded = ({ until }: Pick<AnsweredQuestion, 'until'>, today: LocalDate): boolean =>
  until !== null && until < today;

/** Words that any question is asked with. */
const ASKING =
  /(?<![节新智功产性职才效潜电光储])能(?![源耗效力量])|到(?![位账期款岗])|里(?!程)|请问|想问|问一下|咨询|一下|我们?|咱们?|公司|企业|现在|目前|可以|能不能|能否|是否|有没有|怎么|如何|什么|哪里|哪个|多少|谁|吗|呢|啊|吧|的|了|是|有|要|在|和|[\p{P}\p{S}\s]/gu;

/** Of the shorter question so much has to be said in the other, and of the longer one so much. */
const LIKE = { shorter: 0.75, longer: 0.5 } as const;
const FEWEST_PAIRS = 3;

function pairsOf(text: string): ReadonlySet<string> {
  const plain = fold(text).replace(ASKING, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  if (short.size < FEWEST_PAIRS) return 0;
  const shared = [...short].filter((pair) => long.has(pair)).length;
  const isLike = shared / short.size >= LIKE.shorter && shared / long.size >= LIKE.longer;
  return isLike ? shared / long.size : 0;
}

/**
 * The answered question that is nearest to this one, and whether it has ended by a day: one that still holds goes before
 * one that has ended. Null where none is near; what was withdrawn is none.
 */
export function findAnswered(
  answered: readonly KeptAnswer[],
  question: string,
  today: LocalDate,
): { readonly one: KeptAnswer; readonly hasEnded: boolean } | null {
  const asked = pairsOf(question);
  const [best] = answered
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((one) => ({
      one,
      hasEnded: hasEnded(one, today),
      like: likeness(asked, pairsOf(one.question)),
    }))
    .filter(({ like }) => like > 0)
    .toSorted(
      (first, second) =>
        Number(first.hasEnded) - Number(second.hasEnded) ||
        second.like - first.like ||
        (first.one.on < second.one.on ? 1 : -1),
    );
  return best === undefined ? null : { one: best.one, hasEnded: best.hasEnded };
}
