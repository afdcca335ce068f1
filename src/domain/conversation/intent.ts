import { readSpeech, withoutIntrusions } from '../answer/speech.ts';
import { type IntentFeatures, intentFeatures } from './intent-features.ts';
import { INTENT_WEIGHTS } from './intent-weights.ts';

/** What a message of an owner is: `unsure` is either a question or an appeal, and worth asking back. */
export type IntentKind = 'question' | 'appeal' | 'unsure' | 'small-talk' | 'other';

/** What is known beside the words. */
export interface IntentFacts {
  /** This person has a draft or an appeal that is not closed. */
  readonly open: boolean;
  /** Whether the library answers the message well; null where it was not asked. */
  readonly answered: boolean | null;
}

export interface Intent {
  readonly kind: IntentKind;
  /** 0–1: how likely the kind is; of `unsure` how likely an appeal is. */
  readonly score: number;
  /** Signs that speak for an appeal (above 0) or for a question (below), the strongest first. */
  readonly because: readonly { readonly code: string; readonly weight: number }[];
}

/** A message beyond this is a pasted document, whose start tells what it is. */
const LONGEST = 400;

/** Between them the bot asks back: a question taken for an appeal costs a department's time. */
const BAND = { question: 0.35, appeal: 0.66 } as const;

/** In the scale of the weights; set by hand, since the messages that the weights were fitted on stand alone. */
const FACTS = { open: 0.8, answered: -2, unanswered: 0.4 } as const;

const CHATTER_FROM = 0.6;
const LIKELY_CHATTER_FROM = 0.2;
const CHATTER_OF_BUSINESS_FROM = 0.8;

const GREETING =
  /^(?:(?:[你您]好|各位|大家|老师|领导|专员|小企|请问|在吗?|在不在|有人(?:在)?吗?|早上好|上午好|下午好|晚上好|早|嗨|哈喽)[\p{P}\p{S}\s]*)+$/u;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Signs too rare to have been seen when the weights were fitted weigh nothing. */
const weightsOf = (code: string): readonly [number, number] => INTENT_WEIGHTS[code] ?? [0, 0];

const amountOf = (features: IntentFeatures, code: string): number => features.get(code) ?? 0;

interface Logits {
  readonly appeal: number;
  readonly question: number;
}

/** Against chatter, whose logit is 0. */
function logitsOf(features: IntentFeatures): Logits {
  const logits = { appeal: 0, question: 0 };
  for (const [code, amount] of features) {
    const [appeal, question] = weightsOf(code);
    logits.appeal += appeal * amount;
    logits.question += question * amount;
  }
  return logits;
}

const MOST_REASONS = 5;

const reasonsOf = (features: IntentFeatures): Intent['because'] =>
  [...features]
    .filter(([code]) => code !== 'bias')
    .map(([code, amount]) => {
      const [appeal, question] = weightsOf(code);
      return { code, weight: (appeal - question) * amount };
    })
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, MOST_REASONS);

const SOCIAL = ['thanks', 'social', 'tiny'] as const;

/** Chatter is what names no business, or is known to be chatter; a question about anything stays a question. */
function isChatter(features: IntentFeatures, chance: number): boolean {
  if (features.has('programme')) return false;
  const troubled = amountOf(features, 'troubles') > 0;
  const likely = features.has('chatter')
    ? features.has('neither')
    : features.has('social') && !troubled && !features.has('business');
  if (likely) return chance > LIKELY_CHATTER_FROM;
  if (chance <= CHATTER_FROM) return false;
  if (['chatter', 'social'].some((code) => features.has(code))) return true;
  if (['asked', 'told-and-asked'].some((code) => features.has(code))) return false;
  if (features.has('introduces')) return true;
  if (troubled && !features.has('thanks')) return false;
  return chance >= CHATTER_OF_BUSINESS_FROM || features.has('thanks') || !features.has('business');
}

/** A plain statement that names no programme is no question, however little it tells. */
const isAskedFor = (features: IntentFeatures): boolean =>
  features.has('programme') || features.has('document') || amountOf(features, 'questions') > 0;

function factsOf({ open, answered }: IntentFacts): number {
  const answer = answered === null ? 0 : answered ? FACTS.answered : FACTS.unanswered;
  return answer + (open ? FACTS.open : 0);
}

/** What the form alone tells: greetings, thanks, stickers, orders to the machine, a keyboard's noise. */
function spokenKind(text: string, features: IntentFeatures): IntentKind | null {
  const troubled = amountOf(features, 'troubles') > 0;
  const speech = readSpeech(text);
  if (speech === 'library') return 'question';
  // 「电话没人理」 scolds the bot where it is said to it, and tells of a trouble where it is not.
  if (speech === 'complaint') return troubled || features.has('business') ? 'unsure' : 'small-talk';
  if (speech !== null || GREETING.test(text)) return 'small-talk';
  // 「系统提示异常」 looks like an order to the machine.
  if (!troubled && withoutIntrusions(text).found) return 'other';
  return /\p{Script=Han}{2}|[a-z]{4}/u.test(text) ? null : 'other';
}

/** Tells what a folded message is: a linear model over some fifty signs (`intent-weights.ts`). */
export function readIntent(message: string, facts: IntentFacts = { open: false, answered: null }): Intent {
  const text = message.slice(0, LONGEST);
  const features = intentFeatures(text);
  const because = reasonsOf(features);
  const spoken = spokenKind(text, features);
  if (spoken !== null) return { kind: spoken, score: spoken === 'unsure' ? 0.5 : 1, because };
  const { appeal, question } = logitsOf(features);
  const chatter = 1 / (1 + Math.exp(appeal) + Math.exp(question));
  if (isChatter(features, chatter))
    return {
      kind: SOCIAL.some((code) => features.has(code)) ? 'small-talk' : 'other',
      score: chatter,
      because,
    };
  const chance = sigmoid(appeal - question + factsOf(facts));
  if (chance >= BAND.appeal) return { kind: 'appeal', score: chance, because };
  if (chance <= BAND.question && isAskedFor(features))
    return { kind: 'question', score: 1 - chance, because };
  return { kind: 'unsure', score: chance, because };
}
