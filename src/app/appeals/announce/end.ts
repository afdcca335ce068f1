import { unitsOf } from '../../../domain/appeal/state.ts';
import { lastWord, textIn, wordIn } from '../../../domain/appeal/words.ts';
import { maskSecrets } from '../../../domain/privacy/mask-secrets.ts';
import { privatelyOnly } from '../../../text/zh/appeals/asking.ts';
import { escalation, reminder } from '../../../text/zh/appeals/clocks.ts';
import { toDesk } from '../../../text/zh/appeals/desk.ts';
import { toOwner } from '../../../text/zh/appeals/owner.ts';
import { toSpecialist } from '../../../text/zh/appeals/specialist.ts';
import { ratingWords, SPECIALIST } from '../../../text/zh/appeals/words.ts';
import type { Say } from '../types.ts';
import type { Announcements, Announcer, NewsOf } from './types.ts';
import { eventsOf, filesOf, withFiles } from './with-files.ts';

/** Who hears of a limit that comes or has passed. */
function remind(news: NewsOf<'reminded'>, announcer: Announcer) {
  const { fact, after, chain, offeredTo } = news;
  const { owner, charge, desk, lead, dueOf } = announcer;
  const { number } = after;
  if (fact.what === 'information') {
    return owner(toOwner.remindInformation(number, lastWord(chain, 'question') ?? ''));
  }
  if (fact.what === 'rating' || fact.what === 'returns') return owner(toOwner.remindRating(number));
  const text = reminder(number, fact.what, { stage: fact.stage, due: dueOf(fact.what) });
  if (fact.to === 'handler') return desk(lead, text).map((say) => ({ ...say, wantsWords: true as const }));
  return after.kind === 'submitted' ? offeredTo.map((to) => ({ to, text })) : charge(text);
}

function escalate(news: NewsOf<'escalated'>, { supervisors, unit, lead, dueOf }: Announcer) {
  const { fact, after } = news;
  const last = after.bounces.at(-1)?.unit ?? null;
  const where = lead ?? (fact.what === 'returns' ? last : null);
  const due =
    fact.what === 'accept' || fact.what === 'first-contact' || fact.what === 'reply' ? dueOf(fact.what) : '';
  const { what, stage } = fact;
  return supervisors(
    escalation(after.number, { what, stage, due, unit: where === null ? SPECIALIST : unit(where) }),
  );
}

/** An answer that was given before everybody might read it. */
function shown({ after, chain, order }: NewsOf<'published'>, { source }: Announcer): readonly Say[] {
  const text = 'answer' in after ? lastWord(chain, 'reply') : null;
  if (!('answer' in after) || text === null || after.chat === after.appellant) return [];
  const told = toOwner.replied(after.number, source(after.answer.unit), text).alone;
  const answers = order.chat === after.chat ? ({ isAnswer: true } as const) : {};
  return [{ to: after.chat, text: maskSecrets(told), mention: after.appellant, ...answers }];
}

/** The answer, what the enterprise says of it, the ends, and what time brings. */
export const atEnd: Announcements<
  | 'replied'
  | 'rated'
  | 'reopened'
  | 'confirmed'
  | 'closed'
  | 'withdrawn'
  | 'urged'
  | 'published'
  | 'contact-seen'
  | 'exported'
  | 'erased'
  | 'reminded'
  | 'escalated'
> = {
  replied: ({ fact, after, words, chain }, { owner, actor, charge, source, heldUntil }) => {
    const { number } = after;
    const came = eventsOf(chain, fact.cause);
    const who = source(fact.unit);
    const text = textIn(words, 'reply');
    const told = owner(toOwner.replied(number, who, text), filesOf(came));
    return [
      ...actor(toDesk.replied(number, heldUntil(told))),
      // Who is in charge has read it in the one that it was given to.
      ...(fact.from === null ? withFiles(charge(toSpecialist.replied(number, who, text)), came) : []),
      ...told,
    ];
  },
  rated: ({ fact, after, words }, { charge, desk, lead }) => [
    ...charge(toSpecialist.rated(after.number, fact.rating, wordIn(words, 'reason'))),
    ...desk(lead, toDesk.rated(after.number, ratingWords[fact.rating], wordIn(words, 'reason'))),
  ],
  reopened: ({ after, words, order, chain }, { owner, charge, desk, lead, due }) => {
    // 「不满意 …」: the reason stands with the rating of the same decision.
    const rated = order.wish.kind === 'rate' ? order.wish.reason : null;
    const reason = words.reason ?? rated ?? (order.chat === null ? lastWord(chain, 'reason') : null);
    return [
      ...owner(toOwner.reopened(after.number, due, reason !== null)),
      ...charge(toSpecialist.reopened(after.number, reason)),
      ...desk(lead, toDesk.reopened(after.number, due, reason)),
    ];
  },
  confirmed: ({ fact, after }, { owner, charge, actor }) =>
    fact.how === 'call-back'
      ? [...owner(toOwner.calledBack(after.number)), ...actor(toSpecialist.calledBack(after.number, true))]
      : [...owner(toOwner.confirmed(after.number)), ...charge(toSpecialist.solved(after.number))],
  closed: ({ fact, after, order }, { owner, others, charge }) => {
    if (fact.as === 'unrated') {
      return [...owner(toOwner.unrated(after.number)), ...charge(toSpecialist.closedUnrated(after.number))];
    }
    if (order.chat === null) return owner(toOwner.closed(after.number));
    return [...owner(toOwner.solved(after.number)), ...others(toOwner.closed(after.number))];
  },
  withdrawn: ({ fact, after, words }, { owner, charge, desk }) => {
    const { number } = after;
    const desks = unitsOf(after);
    const isOwn = fact.why === 'enterprise';
    return [
      ...owner(isOwn ? toOwner.withdrawn(number) : toOwner.uninformed(number)),
      ...charge(
        isOwn ? toSpecialist.withdrawn(number, wordIn(words, 'reason')) : toSpecialist.uninformed(number),
      ),
      ...desks.flatMap((one) => desk(one, toDesk.withdrawn(number))),
    ];
  },
  urged: ({ after, offeredTo }, { owner, actor, charge, desk, lead, isByOwner }) => [
    ...(isByOwner ? owner(toOwner.urged(after.number)) : actor(toSpecialist.hasUrged(after.number))),
    ...(after.kind === 'submitted'
      ? offeredTo.map((to) => ({ to, text: toSpecialist.urged(after.number, { isByOwner }) }))
      : charge(toSpecialist.urged(after.number, { isByOwner }))),
    ...desk(lead, toDesk.urged(after.number, { isByOwner })),
  ],
  published: (news, announcer) => [
    ...announcer.owner(toOwner.published(news.after.number)),
    ...shown(news, announcer),
  ],
  // A contact is shown to one person alone.
  'contact-seen': ({ after, chain, order }, { actor, enterprise }) =>
    actor(
      order.isGroup
        ? privatelyOnly(after.number)
        : toDesk.contact(after.number, enterprise, lastWord(chain, 'contact')),
    ),
  exported: () => [],
  erased: () => [],
  reminded: remind,
  escalated: escalate,
};
