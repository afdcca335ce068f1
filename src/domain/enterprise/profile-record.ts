import { append, type Chain, type ChainTools, erase, wordsOf } from '../chain.ts';
import type { Instant } from '../time.ts';
import type { QuestionId } from './questions.ts';
import { emptyProfile, type Facts, type Profile, withFacts } from './types.ts';

/** How facts came: in passing, as an answer, as a correction, or with a person's own profile. */
export type How = 'passing' | 'answered' | 'corrected' | 'adopted';

/** Forgetting erases all words; `handed-over`: a person's own profile became the enterprise's. */
export type ProfileEvent =
  | { readonly kind: 'told'; readonly how: How }
  | { readonly kind: 'exported' }
  /** The person does not want it to become the enterprise's. */
  | { readonly kind: 'kept-apart' }
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'erased' };

/** `by`: the account, `channel:personId`; `cause`: the delivery that ordered it. */
export type ProfileFact = ProfileEvent & {
  readonly at: Instant;
  readonly by: string;
  readonly cause: string;
};

/** What an answer is wanted for; it is shown again with what is known then. */
export type Goal = 'profile' | 'offers' | 'growth';

/** A question that was put and waits for its answer. */
export interface OpenQuestion {
  readonly question: QuestionId;
  /** Who was asked, and in which chat: nobody else's words are an answer. */
  readonly person: string;
  readonly chat: string;
  readonly goal: Goal;
  /** Answers that were not understood. */
  readonly tries: number;
  readonly until: Instant;
}

/** 资料问答: the questions that are done with, and the one that waits. */
export interface Dialogue {
  readonly asked: readonly QuestionId[];
  readonly open: OpenQuestion | null;
}

/** The profile of an enterprise or, before it has one, of a person. */
export interface ProfileRecord {
  readonly chain: Chain<ProfileFact>;
  readonly dialogue: Dialogue;
}

/** What is to become of a profile. */
export interface ProfileOrder {
  readonly at: Instant;
  readonly by: string;
  readonly event: ProfileEvent | null;
  /** What was told, for `told`. */
  readonly facts?: Facts;
  /** As it is from now on; left as it is where absent. */
  readonly dialogue?: Dialogue;
  /** Said when it is done. */
  readonly say?: { readonly chat: string; readonly text: string; readonly mention?: string };
}

export const NO_DIALOGUE: Dialogue = { asked: [], open: null };
export const NO_PROFILE: ProfileRecord = { chain: [], dialogue: NO_DIALOGUE };

const toWords = (facts: Facts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, JSON.stringify(value)]));

/** The facts of one event that are still there; they were written by `toWords`. */
const factsOf = (words: Readonly<Record<string, string>>): Facts =>
  Object.fromEntries(Object.entries(words).map(([field, text]) => [field, JSON.parse(text)]));

/** What the events of a profile come to. */
export const readProfile = ({ chain }: ProfileRecord): Profile =>
  chain.reduce<Profile>((profile, link) => {
    const { fact } = link;
    if (fact.kind !== 'told') return profile;
    const facts = factsOf(wordsOf(link));
    // A correction replaces, also where the rest would be laid over: titles, districts.
    return fact.how === 'corrected' ? { ...profile, ...facts } : withFacts(profile, facts);
  }, emptyProfile);

/** True where nothing is known. */
export const isBlank = (profile: Profile): boolean => Object.values(profile).every((value) => value === null);

/** The newest wish of whoever it is about: after 「删除我的资料」 nothing is noted in passing. */
export const isForgotten = ({ chain }: ProfileRecord): boolean => chain.at(-1)?.fact.kind === 'erased';

const FORGETS: ReadonlySet<ProfileEvent['kind']> = new Set(['erased', 'handed-over']);

/** True where an order erases all words. */
export const forgets = ({ event }: ProfileOrder): boolean => event !== null && FORGETS.has(event.kind);

/** The record with the order carried out; null where it knows the cause or nothing would change. */
export function applyProfileOrder(
  record: ProfileRecord,
  { order, cause }: { readonly order: ProfileOrder; readonly cause: string },
  tools: ChainTools,
): ProfileRecord | null {
  const { event, at, by, facts = {} } = order;
  if (record.chain.some(({ fact }) => fact.cause === cause)) return null;
  const dialogue = forgets(order) ? NO_DIALOGUE : (order.dialogue ?? record.dialogue);
  if (event === null) {
    const isSame = JSON.stringify(dialogue) === JSON.stringify(record.dialogue);
    return isSame ? null : { ...record, dialogue };
  }
  const kept = forgets(order) ? erase(record.chain, () => false) : record.chain;
  return {
    chain: append(kept, { fact: { ...event, at, by, cause }, words: toWords(facts) }, tools),
    dialogue,
  };
}
