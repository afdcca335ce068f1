import { stateOf } from '../../domain/appeal/evolve.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import type { Instant } from '../../domain/time.ts';
import type { Change } from '../../ports/records.ts';
import { toSpecialist } from '../../text/zh/appeals/specialist.ts';
import { aboutWord, lackWords } from '../../text/zh/appeals/words.ts';
import type { Appeal } from './appeal.ts';
import { toDeliveries } from './carry-out.ts';
import { proposeFor } from './proposal.ts';
import { enterpriseNameOf } from './teller.ts';
import { withFiles } from './announce/with-files.ts';
import type { AppealTools } from './types.ts';

/** Puts an appeal to the specialists who are there for it, with the units that could take it. */
export function offerNow(
  appeal: Appeal,
  { deps, cause, at }: { readonly deps: AppealTools; readonly cause: string; readonly at: Instant },
): Change<Appeal> {
  const state = stateOf(appeal.chain);
  if (state?.kind !== 'submitted') return { data: { ...appeal, offerAt: null } };
  const origin = { chat: state.chat, district: state.district, station: [] };
  const takers = deps.roster().specialistsFor(origin, at);
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
  return {
    data: {
      ...appeal,
      offerAt: null,
      offeredTo: takers,
      proposed: kind === null || best === undefined ? null : { matter: kind, unit: best },
    },
    deliveries: toDeliveries(withFiles(says, appeal.chain), { tools: deps, cause, now: at }),
  };
}
