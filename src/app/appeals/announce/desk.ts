import { unitsOf } from '../../../domain/appeal/state.ts';
import { matterOf, textIn, wordIn } from '../../../domain/appeal/words.ts';
import type { OutboundOffer } from '../../../ports/message.ts';
import { toDesk } from '../../../text/zh/appeals/desk.ts';
import { toOwner } from '../../../text/zh/appeals/owner.ts';
import { toSpecialist } from '../../../text/zh/appeals/specialist.ts';
import { grantWord, signWord } from '../../../text/zh/appeals/typed.ts';
import { aboutWord } from '../../../text/zh/appeals/words.ts';
import type { News } from '../types.ts';
import type { Announcements, Announcer } from './types.ts';
import { eventsOf, filesOf, withFiles } from './with-files.ts';

/** The order to a desk; `lead` names the unit in the lead where the desk only supports it. */
export function orderFor(
  news: Pick<News, 'after' | 'chain'>,
  { enterprise, due }: Announcer,
  lead: string | null,
): string {
  const { after, chain } = news;
  return toDesk.order({
    number: after.number,
    about: aboutWord(after, enterprise),
    matter: matterOf(chain),
    due,
    lead,
  });
}

/** 「1」 signs. */
const signOffer = (number: string, cause: string): OutboundOffer => ({
  id: `${cause}!`,
  topic: number,
  choices: [{ key: '1', label: signWord, says: `${number} ${signWord}` }],
  lasting: true,
});

/** Between the specialist and the units. */
export const atDesk: Announcements<
  | 'dispatched'
  | 'dispatch-recalled'
  | 'acknowledged'
  | 'noted'
  | 'returned'
  | 'reassigned'
  | 'extension-asked'
  | 'extension-decided'
> = {
  dispatched: (news, announcer) => {
    const { fact, after } = news;
    const { owner, desk, charge, actor, unit, due, hasDesk, rules } = announcer;
    const lead = unit(fact.lead);
    const { minutes } = rules.recallWithin;
    const facts = { due, class: fact.class, hasDesk: hasDesk(fact.lead), recallMinutes: minutes };
    const done = toSpecialist.dispatched(
      after.number,
      { lead, supporting: fact.supporting.map(unit) },
      facts,
    );
    const offer = signOffer(after.number, fact.cause);
    return [
      ...actor(done),
      ...charge(done),
      ...owner(toOwner.dispatched(after.number, lead, due)),
      ...withFiles(
        [
          ...desk(fact.lead, orderFor(news, announcer, null), offer),
          ...fact.supporting.flatMap((one) => desk(one, orderFor(news, announcer, lead))),
        ],
        news.chain,
      ),
    ];
  },
  'dispatch-recalled': ({ before, after }, { desk, actor, propose }) => {
    const { lines, offer } = propose();
    const again = toSpecialist.recalled(after.number);
    return [
      ...unitsOf(before).flatMap((one) => desk(one, toDesk.recalled(after.number))),
      ...actor([again, ...lines.map(({ name }, at) => `${at + 1} ${name}`)].join('\n'), offer),
    ];
  },
  acknowledged: (news, { owner, actor, charge, source, lead, due, desk, nameOf }) => {
    const { number } = news.after;
    return [
      ...actor(toDesk.acknowledged(number, due)),
      ...charge(toSpecialist.acknowledged(number, source(lead))),
      ...owner(toOwner.acknowledged(number, source(lead))),
      ...desk(lead, toDesk.acknowledgedBy(number, nameOf(news.order.by))),
    ];
  },
  noted: (news, { owner, actor, charge, source }) => {
    const { number } = news.after;
    const files = eventsOf(news.chain, news.fact.cause);
    const who = source(news.fact.unit);
    const text = wordIn(news.words, 'note');
    return [
      ...actor(toDesk.noted(number, { isAnswered: 'answer' in news.after })),
      ...withFiles(charge(toSpecialist.noted(number, who, text)), files),
      ...owner(toOwner.noted(number, who, text), filesOf(files)),
    ];
  },
  returned: (news, { charge, actor, unit, propose }) => {
    const { fact, after, words } = news;
    const { lines, offer } = propose();
    const facts = { reason: textIn(words, 'reason'), basis: wordIn(words, 'basis'), units: lines };
    return [
      ...actor(toDesk.returned(after.number)),
      ...charge(toSpecialist.returned(after.number, unit(fact.unit), facts), offer),
    ];
  },
  reassigned: (news, announcer) => {
    const { fact, after, words } = news;
    const { owner, desk, charge, actor, unit, due, hasDesk } = announcer;
    const route = { from: unit(fact.from), to: unit(fact.to) };
    const orphaned = hasDesk(fact.to) ? [] : [toSpecialist.noDesk(after.number, route.to)];
    const moved = [toSpecialist.reassigned(after.number, route, wordIn(words, 'reason')), ...orphaned].join(
      '\n',
    );
    return [
      ...actor([toDesk.movedOn(after.number, route.to), ...orphaned].join('\n')),
      ...charge(moved),
      ...owner(toOwner.reassigned(after.number, route.to, due)),
      ...desk(fact.from, toDesk.movedAway(after.number, route.to)),
      ...withFiles(
        desk(fact.to, orderFor(news, announcer, null), signOffer(after.number, fact.cause)),
        news.chain,
      ),
    ];
  },
  'extension-asked': ({ fact, after, words }, { charge, actor, source, lead }) => {
    const { number } = after;
    const offer = {
      id: `${fact.cause}!`,
      topic: number,
      choices: [{ key: '1', label: grantWord, says: `${number} ${grantWord}` }],
      lasting: true,
    } as const;
    const asked = toSpecialist.extensionAsked(number, source(lead), {
      days: fact.workingDays,
      reason: textIn(words, 'reason'),
    });
    return [
      ...actor(toDesk.extensionAsked(number)),
      ...charge([asked, toSpecialist.extensionChoices(number)].join('\n'), offer),
    ];
  },
  'extension-decided': ({ fact, after, words }, { owner, desk, actor, lead, due }) => [
    ...actor(toSpecialist.extensionDecided(after.number, fact.granted)),
    ...desk(
      lead,
      toDesk.extensionDecided(after.number, fact.granted, { due, reason: wordIn(words, 'reason') }),
    ),
    ...(fact.granted ? owner(toOwner.extended(after.number, due)) : []),
  ],
};
