import type { SearchIndex } from '../../domain/search/types.ts';
import { createThesaurus, type SynonymData, type Thesaurus } from '../../domain/answer/synonyms.ts';
import type { Entry } from '../../domain/answer/types.ts';
import { districtOf } from '../../domain/dispatch/district.ts';
import { createFeatures, type Features } from '../../domain/dispatch/features.ts';
import { createDispatcher, type Dispatcher, type FindClauses } from '../../domain/dispatch/propose.ts';
import type { AppealText, DispatchData, DutyClause } from '../../domain/dispatch/types.ts';
import { fold } from '../../domain/hanzi/fold.ts';
import type { Segmenter } from '../../domain/segment.ts';
import type { UnitDirectory } from '../../domain/unit/types.ts';
import { askBackQuestion } from '../../text/zh/dispatch.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import type { Dispatch } from './types.ts';

export interface DispatchDeps {
  readonly library: () => LibrarySnapshot;
  readonly units: UnitDirectory;
  readonly segmenter: Pick<Segmenter, 'search'>;
  readonly synonyms: SynonymData;
  readonly table: DispatchData;
  /** Puts typos and typed pinyin of a folded text right. */
  readonly correct: (text: string, snapshot: LibrarySnapshot) => string;
  /** Official name of the city whose units take appeals. */
  readonly home: string;
}

/** Longer appeals are cut: what follows is a pasted document. */
const MAX_APPEAL = 1000;
const POOL = 12;

const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;

const cleanAppeal = (raw: string): string =>
  fold(raw.slice(0, MAX_APPEAL * 2).replace(UNSAFE, ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_APPEAL);

const toDuty = ({ key, policy, clause, units }: Entry): DutyClause => ({
  key,
  policy: policy.id,
  clause: clause.id,
  text: clause.text,
  units: units.map(({ name }) => name),
});

/** Clauses of the city's own documents that name units. */
const dutiesOf = ({ entries }: LibrarySnapshot, home: string): ReadonlyMap<string, DutyClause> =>
  new Map(
    [...entries.values()]
      .filter(({ policy, units }) => policy.region === home && units.length > 0)
      .map((entry) => [entry.key, toDuty(entry)]),
  );

const finder =
  (index: SearchIndex, home: string): FindClauses =>
  ({ corrected, expansions }) => {
    const { hits } = index.search({ text: corrected, expansions, filter: { region: [home] }, k: POOL });
    const best = hits[0]?.score ?? 0;
    return new Map(best > 0 ? hits.map(({ id, score }) => [id, score / best]) : []);
  };

// Programs of one process that read and cut texts alike learn but once.
const known = new WeakMap<Thesaurus, { readonly words: Segmenter['search']; readonly features: Features }>();

function featuresBy(words: Segmenter['search'], thesaurus: Thesaurus): Features {
  const before = known.get(thesaurus);
  if (before?.words === words) return before.features;
  const meanings = (text: string): readonly string[] => thesaurus.find(text).flatMap(({ means }) => means);
  const features = createFeatures({ words, meanings });
  known.set(thesaurus, { words, features });
  return features;
}

/** One dispatcher a snapshot: its table is read once. */
function dispatchers(
  deps: DispatchDeps & { readonly thesaurus: Thesaurus },
): (snapshot: LibrarySnapshot) => Dispatcher {
  let made: { readonly snapshot: LibrarySnapshot; readonly dispatcher: Dispatcher } | null = null;
  const features = featuresBy(deps.segmenter.search, deps.thesaurus);
  return (snapshot) => {
    if (made?.snapshot !== snapshot) {
      const clauses = dutiesOf(snapshot, deps.home);
      const find = finder(snapshot.index, deps.home);
      made = { snapshot, dispatcher: createDispatcher(deps.table, { clauses, find, features }) };
    }
    return made.dispatcher;
  };
}

function readAppeal(
  raw: string,
  given: string | undefined,
  tools: DispatchDeps & { thesaurus: Thesaurus },
): AppealText {
  const text = cleanAppeal(raw);
  const corrected = tools.correct(text, tools.library());
  return {
    text,
    corrected,
    expansions: tools.thesaurus
      .find(corrected)
      .map(({ phrase, means, weight }) => ({ phrase, means, weight })),
    district: districtOf({ text: corrected, given: given ?? null }, { units: tools.units, city: tools.home }),
  };
}

/** Makes the use case that proposes the lead units of one appeal. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  const tools = { ...deps, thesaurus: createThesaurus(deps.synonyms) };
  const dispatcherFor = dispatchers(tools);
  return ({ text, district, corrections }) => {
    const proposal = dispatcherFor(deps.library()).propose(readAppeal(text, district, tools), corrections);
    return { ...proposal, question: proposal.askBack ? askBackQuestion(proposal.category) : null };
  };
}
