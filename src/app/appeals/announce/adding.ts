import { lastWord } from '../../../domain/appeal/words.ts';
import { toDesk } from '../../../text/zh/appeals/desk.ts';
import { toOwner } from '../../../text/zh/appeals/owner.ts';
import { toSpecialist } from '../../../text/zh/appeals/specialist.ts';
import { aboutWord } from '../../../text/zh/appeals/words.ts';
import { isHeard } from '../heard.ts';
import type { News, Say } from '../types.ts';
import type { Announcements, Announcer } from './types.ts';
import { eventsOf, withFiles } from './with-files.ts';

type Added = Omit<News, 'fact'>;

/** Told to nobody of the staff yet. */
const isDraft = ({ after, offeredTo }: Added): boolean =>
  after.kind === 'submitted' && offeredTo.length === 0;

/** That it was taken: while it is being told once, and in a group to whoever spoke to the bot. */
function receipt(news: Added, { owner, isServed }: Announcer): readonly Say[] {
  const { after, order, wasAsked, isAdditionTold } = news;
  if (order.wish.kind === 'join') return [];
  if (!isDraft(news) || wasAsked) return owner(toOwner.supplemented(after.number));
  if (!isHeard(order) || isAdditionTold) return [];
  return owner(isServed ? toOwner.goesAlong(after.number) : toOwner.supplemented(after.number));
}

/** What the staff hears of it: with other units to pick from, where the words make them others. */
function toStaff(news: Added, { charge, desk, lead, enterprise }: Announcer, text: string): readonly Say[] {
  const { after, order, renewal, offeredTo } = news;
  const { number } = after;
  const told =
    renewal === null
      ? toSpecialist.informed(number, text)
      : toSpecialist.renewed(number, { text, about: aboutWord(after, enterprise), units: renewal.lines });
  const offer = renewal?.offer;
  const offered =
    after.kind === 'submitted'
      ? offeredTo
          .filter((to) => to !== order.by && to !== order.chat)
          .map((to) => ({ to, text: told, ...(offer ? { offer } : {}) }))
      : charge(told, offer);
  return [...offered, ...desk(lead, toDesk.informed(number, text))];
}

/** What the enterprise adds to its appeal, and answers to what it was asked. */
export const adding: Announcements<'supplemented' | 'joined' | 'informed'> = {
  supplemented: (news, announcer) => [
    ...receipt(news, announcer),
    ...withFiles(toStaff(news, announcer, news.words.matter ?? ''), eventsOf(news.chain, news.fact.cause)),
  ],
  joined: ({ after }, { owner, others }) => [
    ...owner(toOwner.joined(after.number)),
    ...others(toOwner.joinedBy(after.number)),
  ],
  informed: (news, announcer) => {
    const { words, chain, fact } = news;
    const text = words.information ?? lastWord(chain, 'matter') ?? '';
    return [
      ...receipt(news, announcer),
      ...withFiles(toStaff(news, announcer, text), eventsOf(chain, fact.cause)),
    ];
  },
};
