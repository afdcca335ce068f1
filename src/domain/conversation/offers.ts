import type { Instant } from '../time.ts';

/** One thing that a digit can stand for. */
export interface OfferedChoice {
  readonly key: string;
  readonly label: string;
  /** The words that picking it stands for: whatever can be picked can be typed. */
  readonly says: string;
}

/** A message that showed an offer and can be changed when it is over. */
export interface ShownCard {
  readonly message: string;
  readonly text: string;
}

/** What was put to somebody so that it can be answered by a digit. */
export interface Offer {
  readonly id: string;
  /** What it is about: an appeal's number, or a name of what was offered; digits for two topics are not mixed up. */
  readonly topic: string;
  /** The only person who may answer: `channel:personId`; null for whoever is in the chat. */
  readonly for: string | null;
  readonly choices: readonly OfferedChoice[];
  readonly until: Instant;
  /** Open until something else closes it; the others end when the person goes on to something else. */
  readonly isLasting: boolean;
  /** Messages that showed it, where the channel tells: who quotes one answers it. */
  readonly messages: readonly string[];
  /** Those of them that can be changed. */
  readonly cards?: readonly ShownCard[];
}

/** What a person did about an offer. */
export interface Pick {
  readonly person: string;
  readonly text: string;
  /** Id of the message that was quoted. */
  readonly quoted: string | null;
  /** A button that was pressed. */
  readonly pressed: { readonly offer: string; readonly key: string } | null;
  readonly now: Instant;
}

export type Picked =
  | { readonly kind: 'picked'; readonly offer: Offer; readonly choice: OfferedChoice }
  /** A digit that could mean several things. */
  | { readonly kind: 'unclear'; readonly offers: readonly Offer[]; readonly key: string }
  /** The offer is over, was made to somebody else, or has no such choice. */
  | { readonly kind: 'gone' };

/** Topic of the clauses that an answer offers. */
export const ANSWER_TOPIC = '政策';

/** Topic of questions which of several things is meant. */
export const WHICH_TOPIC = '诉求';

/** More than this in one chat are old ones that nobody answered. */
const MOST_OFFERS = 50;

/** 「1」「选2」「A0321 1」「A0321：2。」; the topic is looked up among the open offers. */
const PICK =
  /^(?:选|选择|回复)?\s*(?:([A-Z]{1,2}\d{4}|\p{Script=Han}{2,4})\s*[:：,，]?\s*)?[[(（【]?([1-9])[\])）】.。、]?$/u;

const isOpen = ({ until, for: whom }: Offer, { person, now }: Pick): boolean =>
  until > now && (whom === null || whom === person);

const pickFrom = (offer: Offer | undefined, key: string): Picked => {
  const choice = offer?.choices.find((one) => one.key === key);
  return offer && choice ? { kind: 'picked', offer, choice } : { kind: 'gone' };
};

const YES = /^(?:确认|确定|是的?|好的?|对的?|可以|行|同意|嗯+)[!。~]*$/;
const NO = /^(?:不是|不用了?|不要|不行|否|取消|算了)[!。~]*$/;

/** 「确认」 and 「不用」 to what was just asked, where it is answered by one digit or the other. */
function agreed(said: string, open: readonly Offer[]): string | undefined {
  const last = open.at(-1);
  // 「算了」 to 「问政策还是反映问题」 means neither.
  const isWhich = last?.topic === WHICH_TOPIC && last.choices.length > 1;
  if (
    !last ||
    isWhich ||
    last.isLasting ||
    last.for === null ||
    last.topic === ANSWER_TOPIC ||
    last.choices.length > 2
  ) {
    return undefined;
  }
  if (YES.test(said)) return last.choices[0]?.key;
  return NO.test(said) ? last.choices[1]?.key : undefined;
}

/** Newest last: what the open offers of a person make of a message; null where it is no answer to an offer. */
export function pick(offers: readonly Offer[], attempt: Pick): Picked | null {
  const open = offers.filter((offer) => isOpen(offer, attempt));
  const { pressed, quoted } = attempt;
  if (pressed)
    return pickFrom(
      open.find(({ id }) => id === pressed.offer),
      pressed.key,
    );
  const said = attempt.text.normalize('NFKC').trim();
  const [, topic, key = agreed(said, open)] = PICK.exec(said) ?? [];
  if (key === undefined) return null;
  const shown = quoted === null ? [] : open.filter(({ messages }) => messages.includes(quoted));
  if (shown.length > 0) return pickFrom(shown.at(-1), key);
  if (topic !== undefined) {
    const meant = open.findLast((offer) => offer.topic === topic);
    return meant ? pickFrom(meant, key) : null;
  }
  const withKey = open.filter(({ choices }) => choices.some((one) => one.key === key));
  // What was asked last is answered; only what came to a person unasked for can be mistaken.
  const newest = withKey.at(-1);
  if (newest && !newest.isLasting) return pickFrom(newest, key);
  const topics = new Map(withKey.map((offer) => [offer.topic, offer]));
  if (topics.size > 1) return { kind: 'unclear', offers: [...topics.values()], key };
  return withKey.length > 0 ? pickFrom(withKey.at(-1), key) : null;
}

/** The offers that are still open when a person has gone on to something else. */
export const afterMovingOn = (offers: readonly Offer[], person: string): readonly Offer[] =>
  offers.filter((offer) => offer.isLasting || offer.for !== person);

/** The offers with one more; one about the same topic to the same person is over, so is what is past its time. */
export function withOffer(offers: readonly Offer[], added: Offer, now: Instant): readonly Offer[] {
  const others = offers.filter(
    (offer) =>
      offer.id !== added.id && offer.until > now && !(offer.topic === added.topic && offer.for === added.for),
  );
  return [...others, added].slice(-MOST_OFFERS);
}
