import { replyDueOf } from '../../domain/appeal/limits.ts';
import { chargeOf, deskOf } from '../../domain/appeal/state.ts';
import type { Body } from '../../domain/unit/types.ts';
import { type AccountId, accountId } from '../../domain/people/account.ts';
import { isSamePerson, rolesOf } from '../../domain/people/who.ts';
import type { Attachment, OutboundOffer } from '../../ports/message.ts';
import { maskSecrets } from '../../domain/privacy/mask-secrets.ts';
import type { Told } from '../../text/zh/appeals/owner.ts';
import { dueWord, ratingWords, SPECIALIST } from '../../text/zh/appeals/words.ts';
import { tellOthers, tellOwner } from './tell-owner.ts';
import { type AppealTools, type News, type Say, unitName } from './types.ts';

/** Finds whoever is to hear of something, and says it to them. */
export interface Teller {
  /** The order is the enterprise's own. */
  readonly isByOwner: boolean;
  /** The appellant: where it was asked, and alone what a group is not told, which files are not shown to either. */
  readonly owner: (told: Told, files?: readonly Attachment[]) => readonly Say[];
  /** Those who asked but for whoever gave the order, where they asked. */
  readonly others: (told: Told) => readonly Say[];
  /** Whoever gave the order, where he gave it. */
  readonly actor: (text: string, offer?: OutboundOffer) => readonly Say[];
  /** The specialist in charge, or who stands in for him; nobody where he did it himself. */
  readonly charge: (text: string, offer?: OutboundOffer) => readonly Say[];
  /** The desks of a unit, but for the chat that the order came from. */
  readonly desk: (unit: Body['id'] | null, text: string, offer?: OutboundOffer) => readonly Say[];
  readonly supervisors: (text: string) => readonly Say[];
  readonly unit: (id: Body['id']) => string;
  readonly lead: Body['id'] | null;
  /** Until when an answer was promised, in words. */
  readonly due: string;
  /** Of whom something came: the unit, or the specialist. */
  readonly source: (unit: Body['id'] | null) => string;
  readonly hasDesk: (unit: Body['id']) => boolean;
  readonly enterprise: string | null;
}

/** A desk is of a unit or a district; a group of bodies has none. */
export function desksOf(tools: AppealTools, unit: Body['id'], now: News['order']['at']): readonly string[] {
  const body = tools.units.bodies.find(({ id }) => id === unit);
  return body === undefined || body.kind === 'group' ? [] : tools.roster().desksOf(body.id, now);
}

export function enterpriseNameOf({ roster }: AppealTools, id: string | null): string | null {
  const found = roster().data.enterprises.find((one) => one.id === id);
  return found?.name ?? null;
}

/** Makes the teller for one piece of news. */
export function createTeller(tools: AppealTools, { after, order, fact }: News): Teller {
  const roster = tools.roster();
  const { at, by, chat } = order;
  const isSame = (first: string, second: string): boolean => {
    const [one, other] = [accountId(first), accountId(second)];
    return one !== null && other !== null && isSamePerson(roster.whoIs(one), roster.whoIs(other));
  };
  const isActor = (account: string): boolean => isSame(account, by);
  const unit = (id: Body['id']): string => unitName(tools, id);
  const lead = deskOf(after)?.lead ?? null;
  const replyDue = replyDueOf(after, { ...tools, now: at });
  const desk = (id: Body['id'] | null, text: string, offer?: OutboundOffer): readonly Say[] =>
    (id === null ? [] : desksOf(tools, id, at))
      .filter((to) => to !== chat)
      .map((to) => ({
        to,
        text: roster.placeOf(to) !== null ? maskSecrets(text) : text,
        ...(offer ? { offer } : {}),
      }));
  const supervisors = (text: string): readonly Say[] => {
    const found = roster.supervisorsFor(after.district, at);
    const all = found.length > 0 ? found : roster.administrators();
    return all.map((to) => ({ to, text }));
  };
  const mayServe = (account: AccountId): boolean =>
    rolesOf(roster.whoIs(account)).some((role) => role !== 'handler');
  const isOfEnterprise = (person: string): boolean => {
    const account = accountId(person);
    return account !== null && roster.whoIs(account).enterprises.some(({ id }) => id === after.enterprise);
  };
  return {
    isByOwner: isActor(after.appellant) || isOfEnterprise(by),
    owner: (told, files = []) => {
      const telling = files.length === 0 ? told : { ...told, files };
      const says = tellOwner({ after, order }, telling, { isSame, isMember: isOfEnterprise });
      const asked = {
        ...(told.asksRating ? { offer: ratingOffer(after.number, fact.cause) } : {}),
        ...(told.wantsWords ? { wantsWords: true as const } : {}),
      };
      return says.map((say) => ({ ...say, ...asked }));
    },
    others: (told) => tellOthers({ after, order }, told, { isSame, isMember: isOfEnterprise }),
    actor: (text, offer) => {
      if (chat === null) return [];
      // What the staff does is nobody's business in a group of enterprises.
      const isOverheard =
        order.isGroup && roster.placeOf(chat)?.binding?.kind !== 'desk' && !isActor(after.appellant);
      return [{ to: isOverheard ? by : chat, text, isAnswer: true, ...(offer ? { offer } : {}) }];
    },
    charge: (text, offer) => {
      const person = chargeOf(after)?.person ?? null;
      const account = person === null ? null : accountId(person);
      const to = account === null ? null : (roster.standInOf(account, at) ?? account);
      if (to === null || isActor(to)) return [];
      // Who lost the role is told nothing of the enterprise any more.
      return mayServe(to) ? [{ to, text, ...(offer ? { offer } : {}) }] : supervisors(text);
    },
    desk,
    supervisors,
    unit,
    lead,
    due: replyDue === null ? '' : dueWord(replyDue, at),
    source: (id) => (id === null ? SPECIALIST : unit(id)),
    hasDesk: (id) => desksOf(tools, id, at).length > 0,
    enterprise: enterpriseNameOf(tools, after.enterprise),
  };
}

/** Buttons for the rating where there are buttons; elsewhere the text names the words. A digit never rates. */
const ratingOffer = (number: string, cause: string): OutboundOffer => ({
  id: `${cause}!r`,
  topic: number,
  choices: Object.values(ratingWords).map((word) => ({ key: word, label: word, says: `${number} ${word}` })),
  lasting: true,
});
