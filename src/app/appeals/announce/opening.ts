import { unitsOf } from '../../../domain/appeal/state.ts';
import { matterOf, textIn, wordIn } from '../../../domain/appeal/words.ts';
import { toDesk } from '../../../text/zh/appeals/desk.ts';
import { toOwner } from '../../../text/zh/appeals/owner.ts';
import { toSpecialist } from '../../../text/zh/appeals/specialist.ts';
import type { News, Say } from '../types.ts';
import type { Announcements } from './types.ts';
import { eventsOf, withFiles } from './with-files.ts';

/** The parts of an appeal that one order handed over. */
const handedOf = (chain: News['chain'], cause: string): readonly ('appeal' | 'desk')[] =>
  eventsOf(chain, cause).flatMap(({ fact }) => (fact.kind === 'handed-over' ? [fact.of] : []));

/** Until an appeal is accepted, and who is in charge of it. */
export const opening: Announcements<
  'submitted' | 'accepted' | 'handed-over' | 'asked-back' | 'not-accepted' | 'merged' | 'linked' | 'gathered'
> = {
  submitted: ({ after, order }, { owner, isServed, rules }) => {
    if (!isServed) return owner(toOwner.nobody(after.number));
    if (after.class === 'consultation') {
      return owner(toOwner.consulted(after.number, rules.reply.consultation.workingDays));
    }
    const told = owner(toOwner.submitted(after.number, order.question ?? null));
    // Whoever forwarded it for somebody else learns its number, too.
    const isOwn = order.by === after.appellant || order.chat === after.chat;
    return isOwn || order.chat === null
      ? told
      : [...told, { to: order.chat, text: toOwner.submitted(after.number, null).group, isAnswer: true }];
  },
  accepted: (news, { owner, actor }) => [
    ...owner(toOwner.accepted(news.after.number)),
    ...actor(toSpecialist.took(news.after.number)),
  ],
  'handed-over': ({ fact, after, chain, order }, { actor, nameOf }) => {
    const parts = handedOf(chain, fact.cause);
    // Both parts are told of at once.
    if (parts[0] !== fact.of) return [];
    const part = parts.length > 1 ? 'both' : fact.of;
    const { wish } = order;
    const keeps = wish.kind === 'hand-over' && wish.of === 'both' && part !== 'both';
    const taker: Say = { to: fact.to, text: toSpecialist.handedOver(after.number, part, matterOf(chain)) };
    return [taker, ...actor(toSpecialist.gaveAway(after.number, nameOf(fact.to), { part, keeps }))];
  },
  'asked-back': ({ after, words }, { owner, actor, charge, desk, lead }) => [
    ...owner(toOwner.askedBack(after.number, textIn(words, 'question'))),
    ...actor(toSpecialist.asked(after.number)),
    ...charge(toDesk.asked(after.number)),
    ...desk(lead, toDesk.asked(after.number)),
  ],
  'not-accepted': ({ after, fact, words }, { owner, actor }) => [
    ...owner(toOwner.notAccepted(after.number, fact.ground, wordIn(words, 'reason'))),
    ...actor(toSpecialist.notAccepted(after.number)),
  ],
  merged: ({ after, fact, order }, { owner, actor, desk, unit }) => {
    const units = unitsOf(after);
    const taker = order.wish.kind === 'merge' ? (order.wish.desk ?? null) : null;
    // The desk that has the other one in hand hears of it there, with what is told in this one.
    const released = units.filter((one) => one !== taker);
    const by = taker === null ? null : unit(taker);
    return [
      ...owner(toOwner.merged(after.number, fact.into)),
      ...released.flatMap((one) => desk(one, toDesk.merged(after.number, fact.into, by))),
      ...actor(toSpecialist.merged(after.number, fact.into)),
    ];
  },
  linked: (news, { owner, desk, lead }) => {
    const { after, fact, words, chain } = news;
    if (fact.as === 'absorbed') {
      const told = desk(lead, toDesk.absorbed(after.number, fact.to, textIn(words, 'matter')));
      return words.matter === undefined ? [] : withFiles(told, eventsOf(chain, fact.cause));
    }
    return fact.as === 'sibling' && after.siblings.length === 1 && after.number < fact.to
      ? owner(toOwner.linked(after.number, fact.to))
      : [];
  },
  gathered: ({ after, fact }, { owner, actor }) => [
    ...owner(toOwner.gathered(after.number)),
    ...actor(toSpecialist.gathered(after.number, fact.parent)),
  ],
};
