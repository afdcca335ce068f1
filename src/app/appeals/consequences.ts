import type { AppealChain, AppealEvent } from '../../domain/appeal/facts.ts';
import { BOT } from '../../domain/appeal/types.ts';
import type { Wish } from '../../domain/appeal/commands.ts';
import { ANSWERED, isIn } from '../../domain/appeal/state.ts';
import { attachmentsOf, lastWord, matterOf } from '../../domain/appeal/words.ts';
import type { AnsweredOrder } from '../../domain/conversation/answered.ts';
import type { NewDelivery } from '../../domain/delivery/types.ts';
import type { Instant } from '../../domain/time.ts';
import type { Cargo } from '../../ports/records.ts';
import { toSpecialist } from '../../text/zh/appeals/specialist.ts';
import { ANSWERED as TAKEN_UP } from '../answering/answered-questions.ts';
import { recordTarget } from '../orders.ts';
import type { Appeal } from './appeal.ts';
import { ALL_CORRECTIONS, CORRECTIONS } from './corrections.ts';
import type { AppealOrder, News } from './types.ts';

interface Decided extends Pick<News, 'before' | 'after' | 'chain' | 'order' | 'offeredTo'> {
  readonly events: readonly AppealEvent[];
  readonly proposed: Appeal['proposed'];
  readonly unitOf: (name: string) => string | null;
  readonly nameOf: (unit: string) => string;
  readonly cause: string;
  readonly now: Instant;
}

interface Sent {
  readonly to: string;
  readonly content: Cargo;
}

const toAppeal = (number: string, wish: Wish, at: Instant): Sent => {
  const order: AppealOrder = { wish, by: BOT, at, chat: null, isGroup: false, name: null };
  return { to: recordTarget('appeal', number), content: { order } };
};

/** The events of the last answer, which has its files with it. */
function answerIn(chain: AppealChain): AppealChain {
  const cause = chain.findLast(({ fact }) => fact.kind === 'replied')?.fact.cause;
  return chain.filter(({ fact }) => fact.cause === cause);
}

/** What one event means for other records. */
function ordersOf({ fact, words }: AppealEvent, { after, chain }: Decided): readonly Sent[] {
  const { number } = after;
  const unit = 'answer' in after ? after.answer.unit : null;
  const answerTo = (child: string, text: string, attachments: readonly string[]): Sent =>
    toAppeal(child, { kind: 'reply', text, from: number, unit, attachments }, fact.at);
  if (fact.kind === 'merged') {
    const told = {
      matter: matterOf(chain),
      contact: lastWord(chain, 'contact'),
      attachments: attachmentsOf(chain),
    };
    return [toAppeal(fact.into, { kind: 'link', to: number, as: 'absorbed', ...told }, fact.at)];
  }
  if (fact.kind === 'gathered')
    return [toAppeal(fact.parent, { kind: 'link', to: number, as: 'child' }, fact.at)];
  if (fact.kind === 'replied') {
    return after.children.map((child) =>
      answerTo(child, words['reply'] ?? '', attachmentsOf(answerIn(chain))),
    );
  }
  // Who comes under a parent that is answered already is answered, too.
  return fact.kind === 'linked' && fact.as === 'child' && isIn(after, ANSWERED)
    ? [answerTo(fact.to, lastWord(chain, 'reply') ?? '', attachmentsOf(answerIn(chain)))]
    : [];
}

/** A unit other than the one that was proposed first: the next proposal of such a matter knows. */
function correctionsOf({ events, proposed, unitOf, nameOf }: Decided): readonly Sent[] {
  return events.flatMap(({ fact }) => {
    if (fact.kind !== 'dispatched' || proposed === null || unitOf(proposed.unit) === fact.lead) return [];
    const order = { matter: proposed.matter, to: nameOf(fact.lead) };
    return [{ to: recordTarget(CORRECTIONS.name, ALL_CORRECTIONS), content: { order } }];
  });
}

/** What was taken up for others, where it was, is seen to have left the one who asked unsatisfied. */
function dislikedOf({ events, after }: Decided): readonly Sent[] {
  return events.flatMap(({ fact }) => {
    if (fact.kind !== 'rated' || fact.rating !== 'dissatisfied') return [];
    const order: AnsweredOrder = { deed: { kind: 'disliked' }, by: fact.by, at: fact.at };
    return [{ to: recordTarget(TAKEN_UP.name, after.number), content: { order } }];
  });
}

/** Those it had been put to hear that somebody took it. */
function othersOf({ before, after, order, offeredTo, events }: Decided): readonly Sent[] {
  if (before?.kind !== 'submitted' || !events.some(({ fact }) => fact.kind === 'accepted')) return [];
  const text = toSpecialist.takenBy(after.number, order.name);
  return offeredTo
    .filter((to) => to !== order.by && to !== order.chat)
    .map((to) => ({ to, content: { text } }));
}

/** What a decision leads to elsewhere, each under an id of its cause. */
export function consequences(decided: Decided): readonly NewDelivery<Cargo>[] {
  const { events, cause, now } = decided;
  const sent = [
    ...events.flatMap((event) => ordersOf(event, decided)),
    ...correctionsOf(decided),
    ...dislikedOf(decided),
    ...othersOf(decided),
  ];
  return sent.map((one, at) => ({
    ...one,
    id: `${cause}>${at + 1}`,
    createdAt: now,
  }));
}
