import { decidingQuestion } from '../../domain/enterprise/deciding.ts';
import { matchPolicies } from '../../domain/enterprise/match-policies.ts';
import type { Offer } from '../../domain/enterprise/matching-types.ts';
import { type Dialogue, isBlank } from '../../domain/enterprise/profile-record.ts';
import type { Profile } from '../../domain/enterprise/types.ts';
import { enterpriseQuestion } from '../../text/zh/enterprise.ts';
import { lumped } from '../../text/zh/enterprise-offers.ts';
import {
  type Lump,
  noSuchOffer,
  offerChoices,
  offerCount,
  offerDetail,
  offerPage,
  OFFERS_TOPIC,
} from '../../text/zh/offer-list.ts';
import { asking } from './asking.ts';
import { orderTo, type Saying, subjectOf } from './saying.ts';
import type { EnterpriseDeps, Scene } from './types.ts';

const PAGE = 4;
const VERDICTS = ['fits', 'check', 'one-step'] as const;

/** What a list is made of. */
export interface Listing {
  readonly profile: Profile;
  readonly dialogue: Dialogue;
  readonly past: boolean;
  /** From 1. */
  readonly page: number;
}

const lumpsOf = (offers: readonly Offer[]): readonly Lump[] =>
  VERDICTS.flatMap((verdict) => lumped(offers.filter((offer) => offer.verdict === verdict)));

function offersFor(deps: EnterpriseDeps, scene: Scene, given: { profile: Profile; past: boolean }) {
  const subject = subjectOf(deps, scene, given.profile);
  return matchPolicies(deps.policies(), { ...subject, past: given.past });
}

/** 「我能享受什么政策」: a page of what fits, and the one question that would decide most. */
export function listOffers(deps: EnterpriseDeps, scene: Scene, listing: Listing): Saying {
  const { profile, dialogue, past, page } = listing;
  const offers = offersFor(deps, scene, { profile, past });
  const all = lumpsOf(offers);
  const ended = past ? 0 : lumpsOf(offersFor(deps, scene, { profile, past: true })).length - all.length;
  const question = page === 1 ? decidingQuestion(offers, profile, dialogue.asked) : null;
  const from = Math.min((page - 1) * PAGE, Math.max(0, all.length - 1));
  const shown = {
    profile,
    all,
    from,
    shown: all.slice(from, from + PAGE),
    past,
    ended: Math.max(0, ended),
    isBlank: isBlank(profile),
    question: question && enterpriseQuestion(question),
  };
  const put = question && asking(scene, dialogue, { question, goal: 'offers' });
  return {
    text: offerPage(shown),
    topic: OFFERS_TOPIC,
    choices: offerChoices(shown),
    inGroup: offerCount(all),
    ...(put ? { asks: true, orders: [orderTo(scene, { event: null, dialogue: put })] } : {}),
  };
}

/** 「看第3项」: one line of the list with its evidence. */
export function showOffer(
  deps: EnterpriseDeps,
  scene: Scene,
  { number, past }: { readonly number: number; readonly past: boolean },
): Saying {
  const { profile } = scene;
  const lump = lumpsOf(offersFor(deps, scene, { profile, past }))[number - 1];
  return { text: lump ? offerDetail(lump, profile) : noSuchOffer, staysOpen: true };
}
