import type { AnswerBasis } from '../../domain/conversation/answered.ts';
import type { CollectTerms } from '../../domain/conversation/collecting.ts';
import type { Policy } from '../../domain/policy/types.ts';
import { statusAt } from '../../domain/policy/validity.ts';
import { dayOf, type LocalDate } from '../../domain/time.ts';
import type { OutboundMessage } from '../../ports/message.ts';
import { answeredWords, basisWords } from '../../text/zh/answered.ts';
import type { Library } from '../library/open-library.ts';
import type { Said } from '../turn/types.ts';
import { readBasis } from './read-basis.ts';

/** Until when an answer holds and what it rests on; absent where nothing was said of it. */
export interface ReadTerms {
  readonly basis?: AnswerBasis;
  readonly until?: LocalDate | null;
  /** What the specialist should know: the document has ended, or ends earlier. */
  readonly remark: string | null;
}

interface Bounds {
  readonly policy: Policy | null;
  readonly until: CollectTerms['until'];
  readonly today: LocalDate;
}

/** An answer holds no longer than the document that it rests on, as far as that says when it ends. */
function boundedBy({ policy, until, today }: Bounds): Omit<ReadTerms, 'basis'> {
  const wanted = until === 'open' ? { until: null } : until === 'unsaid' ? {} : { until: until as LocalDate };
  if (policy === null) return { ...wanted, remark: null };
  const status = statusAt(policy, today);
  if (status === 'expired' || status === 'over') return { ...wanted, remark: basisWords.hasEnded };
  const { validUntil } = policy;
  if (validUntil === null || (wanted.until != null && wanted.until <= validUntil))
    return { ...wanted, remark: null };
  return { until: validUntil, remark: basisWords.endsWith };
}

/** Reads the terms against the library; what cannot be understood is said. `command` is what they stand behind, should it have to be said anew. */
export function readTerms(
  { until, basis: words }: CollectTerms,
  {
    said,
    library,
    command,
  }: {
    readonly said: Said;
    readonly library: Pick<Library, 'current'>;
    readonly command: string;
  },
): ReadTerms | { readonly reply: OutboundMessage } {
  const today = dayOf(said.now);
  if (until === 'unreadable') return { reply: { text: answeredWords.whichDay } };
  if (until !== 'open' && until !== 'unsaid' && until < today)
    return { reply: { text: answeredWords.dayPast(until) } };
  if (words === null) return boundedBy({ policy: null, until, today });
  const again = (basis: string): string =>
    [command, answeredWords.untilWords(until), answeredWords.basisWord, basis].join(' ');
  const read = readBasis(words, { policies: library.current().policies, said, again });
  if (read.kind === 'said') return { reply: read.reply };
  return { basis: read.basis, ...boundedBy({ policy: read.policy, until, today }) };
}
