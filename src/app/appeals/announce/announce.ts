import type { AppealEvent } from '../../../domain/appeal/facts.ts';
import { limitsOf } from '../../../domain/appeal/limits.ts';
import { accountId } from '../../../domain/people/account.ts';
import { dueWord, SOMEBODY } from '../../../text/zh/appeals/words.ts';
import { proposeFor } from '../proposal.ts';
import { takersOf } from '../takers.ts';
import { createTeller } from '../teller.ts';
import { heldUntil } from '../to-deliveries.ts';
import type { AppealTools, News, Say } from '../types.ts';
import { adding } from './adding.ts';
import { atDesk } from './desk.ts';
import { atEnd } from './end.ts';
import { opening } from './opening.ts';
import type { Announcer, HappeningKind, NewsOf } from './types.ts';

const ALL = { ...opening, ...adding, ...atDesk, ...atEnd };

/** Events that say nothing where one of these comes with them: who dispatches has accepted, who answers has signed. */
const SAID_BY: Partial<Record<HappeningKind, readonly HappeningKind[]>> = {
  accepted: ['dispatched', 'asked-back', 'noted', 'replied', 'gathered'],
  acknowledged: ['noted', 'replied', 'asked-back', 'extension-asked'],
  supplemented: ['informed'],
  rated: ['reopened'],
  confirmed: ['closed'],
};

function createAnnouncer(tools: AppealTools, news: News): Announcer {
  const { after, chain, order } = news;
  const roster = tools.roster();
  return {
    ...createTeller(tools, news),
    rules: tools.rules,
    isServed: takersOf(tools, after, order.at).length > 0,
    nameOf: (account) => {
      const id = accountId(account);
      return (
        (account === order.by ? order.name : null) ?? (id === null ? null : roster.whoIs(id).name) ?? SOMEBODY
      );
    },
    propose: () => proposeFor(tools, { state: after, chain, id: `${news.fact.cause}?` }),
    heldUntil: (says) => {
      const held = says.map((say) => heldUntil(say, { tools, now: order.at }));
      const [until = null] = held.includes(null) ? [] : held;
      return until;
    },
    dueOf: (what) => {
      const limits = limitsOf(after, { ...tools, now: order.at }).filter((one) => one.what === what);
      return limits.map(({ dueAt, estimated }) => dueWord({ at: dueAt, estimated }, order.at)).join('');
    },
  };
}

function announceOne<Kind extends HappeningKind>(news: NewsOf<Kind>, announcer: Announcer): readonly Say[] {
  const announce = ALL[news.fact.kind as Kind] as (
    news: NewsOf<Kind>,
    announcer: Announcer,
  ) => readonly Say[];
  return announce(news, announcer);
}

/** What is to be said because of a decision's events, and to whom. */
export function announce(
  tools: AppealTools,
  decision: Omit<News, 'fact' | 'words'> & { readonly events: readonly AppealEvent[] },
): readonly Say[] {
  const { events, ...shared } = decision;
  const kinds = events.map(({ fact }) => fact.kind);
  const says = events
    .filter(({ fact }) => !SAID_BY[fact.kind]?.some((kind) => kinds.includes(kind)))
    .flatMap(({ fact, words }) => {
      const news: News = { ...shared, fact, words };
      return announceOne(news as NewsOf<typeof fact.kind>, createAnnouncer(tools, news));
    });
  // 催办 and 督办 at once to one person: the last says it all.
  const isOnlyTime = kinds.every((kind) => kind === 'reminded' || kind === 'escalated');
  return isOnlyTime ? [...new Map(says.map((say) => [say.to, say])).values()] : says;
}
