import { fold } from '../hanzi/fold.ts';
import type { LocalDate } from '../time.ts';

/** A question that a specialist answered, and that may be asked again. */
export interface AnsweredQuestion {
  /** Number of the appeal in which it was answered. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** The day of the answer. */
  readonly on: LocalDate;
  /** The last day on which it may be repeated; null where none was said. */
  readonly until: LocalDate | null;
}

/** Words that any question is asked with. */
const ASKING =
  /请问|想问|问一下|咨询|一下|我们?|咱们?|公司|企业|现在|目前|可以|能不能|能否|是否|有没有|怎么|如何|什么|哪里|哪个|多少|谁|吗|呢|啊|吧|的|了|是|有|要|在|和|[\p{P}\p{S}\s]/gu;

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

/** The answered question that is nearest to this one and still holds on a day; null where none is near. */
export function findAnswered(
  answered: readonly AnsweredQuestion[],
  question: string,
  today: LocalDate,
): AnsweredQuestion | null {
  const asked = pairsOf(question);
  const [best] = answered
    .filter(({ until }) => until === null || until >= today)
    .map((one) => ({ one, like: likeness(asked, pairsOf(one.question)) }))
    .filter(({ like }) => like > 0)
    .toSorted((first, second) => second.like - first.like || (first.one.on < second.one.on ? 1 : -1));
  return best?.one ?? null;
}
