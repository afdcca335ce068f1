import { isIn, OPEN } from '../../domain/appeal/state.ts';
import type { AppealState } from '../../domain/appeal/state.ts';
import { matterOf } from '../../domain/appeal/words.ts';
import type { AppealChain } from '../../domain/appeal/facts.ts';
import type { ProposedUnit } from '../../domain/dispatch/types.ts';
import type { OutboundOffer } from '../../ports/message.ts';
import type { ProposedLine } from '../../text/zh/appeals/specialist.ts';
import { dispatchWords } from '../../text/zh/appeals/typed.ts';
import type { AppealTools } from './types.ts';

const MOST_UNITS = 3;

/** Who could take an appeal, best first, and how it is picked by a digit. */
export interface DispatchOffer {
  readonly lines: readonly ProposedLine[];
  readonly names: readonly string[];
  /** The kind of trouble that was recognised; null where none was. */
  readonly matter: string | null;
  readonly offer: OutboundOffer | undefined;
}

const toLine = ({ name, evidence, corrections }: ProposedUnit): ProposedLine => ({
  name,
  evidence: evidence[0]?.text ?? null,
  corrections,
});

/** Proposes the units of an appeal by all that was said of it; those that gave it back come no more. */
export function proposeFor(
  { dispatch, units, home, corrections }: Pick<AppealTools, 'dispatch' | 'units' | 'home' | 'corrections'>,
  { state, chain, id }: { readonly state: AppealState; readonly chain: AppealChain; readonly id: string },
): DispatchOffer {
  const learned = corrections();
  const gaveBack = new Set<string>(state.bounces.map(({ unit }) => unit));
  const proposal = dispatch({
    text: matterOf(chain),
    corrections: learned,
    ...(state.district === null ? {} : { district: state.district }),
  });
  const proposed = proposal.units
    .filter(({ name }) => !gaveBack.has(units.resolve(name, home)?.id ?? ''))
    .slice(0, MOST_UNITS);
  const names = proposed.map(({ name }) => name);
  const { number } = state;
  const choices = names.map((name, at) => ({
    key: String(at + 1),
    label: name,
    says: `${number} ${dispatchWords(name)}`,
  }));
  return {
    lines: proposed.map(toLine),
    names,
    matter: proposal.matter,
    offer:
      choices.length > 0 && isIn(state, OPEN) ? { id, topic: number, choices, lasting: true } : undefined,
  };
}
