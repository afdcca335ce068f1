import type { AppealState } from '../../domain/appeal/state.ts';
import { stateOf } from '../../domain/appeal/evolve.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import { type ClockTime, instantAt } from '../../domain/clock-time.ts';
import { addDays, dayOf, type Instant } from '../../domain/time.ts';
import type { Change } from '../../ports/records.ts';
import { toOwner } from '../../text/zh/appeals/owner.ts';
import { toSpecialist } from '../../text/zh/appeals/specialist.ts';
import { aboutWord, lackWords } from '../../text/zh/appeals/words.ts';
import type { Appeal } from './appeal.ts';
import { proposeFor } from './proposal.ts';
import { enterpriseNameOf } from './teller.ts';
import { withFiles } from './announce/with-files.ts';
import { takersOf } from './takers.ts';
import { toDeliveries } from './to-deliveries.ts';
import type { AppealTools, Say } from './types.ts';

const MIDNIGHT = 0 as ClockTime;

/** The opening of the next working day. */
const nextMorning = (at: Instant, { time }: Pick<AppealTools, 'time'>): Instant =>
  time.nextOpening(instantAt(addDays(dayOf(at), 1), MIDNIGHT));

/** Who was told that nobody is there hears that somebody is. */
function servedAtLast({ offerAt }: Appeal, { number, chat, appellant }: AppealState): readonly Say[] {
  const mention = chat === appellant ? {} : { mention: appellant };
  return offerAt === null ? [{ to: chat, text: toOwner.served(number).group, ...mention }] : [];
}

/** Puts an appeal to the specialists who are there for it, with the units that could take it. */
export function offerNow(
  appeal: Appeal,
  { deps, cause, at }: { readonly deps: AppealTools; readonly cause: string; readonly at: Instant },
): Change<Appeal> {
  const state = stateOf(appeal.chain);
  if (state?.kind !== 'submitted') return { data: { ...appeal, offerAt: null } };
  const takers = takersOf(deps, state, at);
  if (takers.length === 0) return { data: { ...appeal, offerAt: null, offerAgainAt: nextMorning(at, deps) } };
  const matter = matterOf(appeal.chain);
  const isQuestion = state.class === 'consultation';
  const {
    lines,
    names,
    matter: kind,
    offer,
  } = proposeFor(deps, { state, chain: appeal.chain, id: `${cause}?` });
  const [best] = names;
  const about = aboutWord(state, enterpriseNameOf(deps, state.enterprise));
  const lacks = lackWords(state.lacks);
  const text = isQuestion
    ? toSpecialist.consultation(state.number, matter)
    : toSpecialist.proposal({ number: state.number, about, matter, lacks, units: lines });
  const says = takers.map((to) => ({ to, text, ...(offer && !isQuestion ? { offer } : {}) }));
  const { offerAgainAt: _, ...rest } = appeal;
  return {
    data: {
      ...rest,
      offerAt: null,
      offeredTo: takers,
      proposed: kind === null || best === undefined ? null : { matter: kind, unit: best },
    },
    deliveries: toDeliveries([...withFiles(says, appeal.chain), ...servedAtLast(appeal, state)], {
      tools: deps,
      cause,
      now: at,
    }),
  };
}
