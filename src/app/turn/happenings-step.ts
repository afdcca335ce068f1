import type { ClockSpan } from '../../domain/clock-time.ts';
import { mayTellUnasked } from '../../domain/conversation/unasked.ts';
import { accountId } from '../../domain/people/account.ts';
import { departure, suspendedBinding } from '../../domain/people/leaving.ts';
import type { RecordOrder } from '../../domain/people/orders.ts';
import type { Roster } from '../../domain/people/roster.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { dayOf } from '../../domain/time.ts';
import type { Happening } from '../../ports/message.ts';
import { happeningWords, unreadableText } from '../../text/zh/happenings.ts';
import { bindingWord, grantWord, type NameOf, shownName } from '../../text/zh/people-words.ts';
import { targetOf } from '../people/carry-out.ts';
import { type Said, SILENCE, type Step, type Turn } from './types.ts';

export interface HappeningsDeps {
  readonly roster: () => Roster;
  readonly nameOf: NameOf;
  readonly botName: string;
  readonly quietHours: ClockSpan;
  /** Number of the appeal that a message opened; null where it opened none. */
  readonly openedBy: (message: string, said: Said) => Promise<string | null>;
}

type Deliveries = NonNullable<Turn['deliveries']>;
type HappeningOf<Kind extends Happening['kind']> = Extract<Happening, { readonly kind: Kind }>;
type Takers = {
  readonly [Kind in Happening['kind']]: (
    happening: HappeningOf<Kind>,
    said: Said,
    deps: HappeningsDeps,
  ) => Promise<Turn | null> | Turn | null;
};

const tell = (chats: readonly string[], text: string): Deliveries =>
  chats.map((to) => ({ to, content: { text } }));

/** Word to the administrators; at night it waits for the morning. */
function report({ now }: Said, { roster, quietHours }: HappeningsDeps, text: string): Deliveries {
  const until = quietUntil(now, quietHours);
  const held = until === null ? {} : { notBefore: until };
  return tell(roster().administrators(), text).map((one) => ({ ...one, ...held }));
}

const ordered = (orders: readonly RecordOrder[]): Deliveries =>
  orders.map((one) => ({ to: targetOf(one), content: { order: one.order } }));

/** A greeting, once a day; at night it waits for the morning. */
function greet(
  { message, conversation, now }: Said,
  text: string,
  until: ReturnType<typeof quietUntil>,
): Turn {
  if (!mayTellUnasked(conversation.manners, now)) return SILENCE;
  const held = until === null ? {} : { notBefore: until };
  return {
    deliveries: [{ to: message.chat, content: { text }, ...held }],
    manners: { unaskedOn: dayOf(now) },
  };
}

function joined(said: Said, deps: HappeningsDeps): Turn {
  const { message, now } = said;
  const { roster, nameOf, botName, quietHours } = deps;
  const greeting = greet(said, happeningWords.greeting(botName), quietUntil(now, quietHours));
  if (roster().placeOf(message.chat) !== null) return greeting;
  const was = suspendedBinding(roster(), message.chat);
  const text = happeningWords.joined({
    by: message.from.name === '' ? '' : shownName(message.from.name),
    was: was === null ? null : bindingWord(was, nameOf),
  });
  return { ...greeting, deliveries: [...(greeting.deliveries ?? []), ...report(said, deps, text)] };
}

/** The bot is not there any more: the group's binding does not count until it is bound again. */
function gone(said: Said, deps: HappeningsDeps): Turn {
  const { message, now } = said;
  const { roster, nameOf } = deps;
  const place = roster().placeOf(message.chat);
  if (place === null || place.binding === null) return SILENCE;
  const order = { kind: 'suspended', at: now, by: null } as const;
  const text = happeningWords.left(bindingWord(place.binding, nameOf));
  return {
    deliveries: [...ordered([{ record: 'place', id: message.chat, order }]), ...report(said, deps, text)],
  };
}

function departed(said: Said, deps: HappeningsDeps): Turn {
  const { message, now } = said;
  const { roster, nameOf } = deps;
  const account = accountId(message.from.id);
  const left = account === null ? null : departure(roster(), { account, chat: message.chat, now });
  if (left === null) return SILENCE;
  const text = happeningWords.departed({
    name: shownName(message.from.name),
    place: left.binding === null ? '一个群' : bindingWord(left.binding, nameOf),
    duties: left.duties.map(({ number, grant }) => `${grantWord(grant, nameOf)}，编号 ${number}`).join('；'),
    isEnded: left.orders.length > 0,
  });
  return { deliveries: [...ordered(left.orders), ...report(said, deps, text)] };
}

/** What was taken back or changed after it had opened an appeal is told where it was said. */
async function changed(
  { message, kind }: HappeningOf<'recalled' | 'edited'>,
  said: Said,
  deps: HappeningsDeps,
): Promise<Turn | null> {
  const number = await deps.openedBy(message, said);
  if (number === null) return null;
  return { deliveries: tell([said.message.chat], happeningWords[kind](number)) };
}

const TAKERS: Takers = {
  chosen: () => null,
  'person-joined': () => SILENCE,
  'bot-joined': (_, said, deps) => joined(said, deps),
  'bot-left': (_, said, deps) => gone(said, deps),
  'chat-ended': (_, said, deps) => gone(said, deps),
  'person-left': (_, said, deps) => departed(said, deps),
  befriended: (_, said, { botName }) => greet(said, happeningWords.befriended(botName), null),
  recalled: async (happening, said, deps) => (await changed(happening, said, deps)) ?? SILENCE,
  // What opened nothing is taken as if it were said anew.
  edited: changed,
  unreadable: ({ what }, { message }) =>
    !message.isGroup || message.addressed === true ? { reply: { text: unreadableText(what) } } : SILENCE,
};

const take = <Kind extends Happening['kind']>(
  happening: HappeningOf<Kind>,
  said: Said,
  deps: HappeningsDeps,
) => TAKERS[happening.kind as Kind](happening, said, deps);

/** It was taken back or put in other words before it could be worked off. */
const isSuperseded = ({ message, conversation }: Said): boolean =>
  conversation.inbox.some(
    ({ happening }) =>
      (happening?.kind === 'recalled' || happening?.kind === 'edited') && happening.message === message.id,
  );

/** Takes whatever happens in a chat without words; null for words. */
export function createHappeningsStep(deps: HappeningsDeps): Step {
  return async (said) => {
    if (isSuperseded(said)) return SILENCE;
    const { happening } = said.message;
    return happening === undefined ? null : take(happening, said, deps);
  };
}
