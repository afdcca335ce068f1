import type { Category } from '../category.ts';
import { type DutyClauses, knownMatters } from './known-matters.ts';
import { partsOf } from './parts.ts';
import { type FoundClauses, rankMatters, type RankedMatter } from './rank-matters.ts';
import { rankUnits } from './rank-units.ts';
import type { Features } from './features.ts';
import { createSoundReader, type Sound } from './sayings.ts';
import { createSignReader, type Reading } from './signs.ts';
import type { AppealText, Correction, Destination, DispatchData, Proposal } from './types.ts';
import { isVague } from './vague.ts';

/** Clauses for a text, by key, with 0–1 as good as the best one. */
export type FindClauses = (appeal: AppealText) => FoundClauses;

export interface Dispatcher {
  /** Proposes where to send an appeal; never fails: what nothing is known of is asked back. */
  readonly propose: (appeal: AppealText, corrections?: readonly Correction[]) => Proposal;
}

/** What a part of a message must show by itself to be a matter of its own. */
const OWN_MATTER = 3;
/** The same where the writer does not say that he turns to another one. */
const UNANNOUNCED_MATTER = 5;

interface Look {
  readonly appeal: AppealText;
  readonly readings: readonly Reading[];
  readonly ranked: readonly RankedMatter[];
  readonly sound: Sound;
}

/** The likeliest matter's; clauses that stand for themselves have none where a matter is known. */
const categoryOf = (ranked: readonly RankedMatter[]): Category =>
  (ranked.find(({ matter }) => matter.signs.length > 0) ?? ranked[0])?.matter.category ?? '其他';

const pieceOf = (appeal: AppealText, piece: string): AppealText => ({
  ...appeal,
  text: piece,
  corrected: piece,
  expansions: appeal.expansions.filter(({ phrase }) => piece.includes(phrase)),
});

const strength = ({ readings, ranked }: Look): number => {
  const best = ranked[0]?.matter;
  return readings.find(({ matter }) => matter === best)?.said ?? 0;
};

/** A text that sounds like a matter by so much is about it even where no sign is seen. */
const SOUNDS_LIKE = 0.4;

/** The owner says at least what it is about. */
const namesSubject = ({ readings, sound }: Look): boolean =>
  sound.untold < 0.5 &&
  readings.some(({ said, general, matter }) => said > 0 || general || sound.of(matter) >= SOUNDS_LIKE);

const NOTHING: Destination = { matter: null, category: '其他', units: [] };

/** Makes the dispatcher of one library. */
export function createDispatcher(
  table: DispatchData,
  { clauses, find, features }: { clauses: DutyClauses; find: FindClauses; features: Features },
): Dispatcher {
  const matters = knownMatters(table.matters, clauses);
  const read = createSignReader(matters);
  const hear = createSoundReader({ matters, untold: table.untold }, features);

  const look = (appeal: AppealText): Look => {
    const readings = read(appeal);
    const sound = hear(appeal.corrected);
    const ranked = rankMatters(readings, { found: find(appeal), sound }).filter(({ weight }) => weight > 0);
    return { appeal, readings, ranked, sound };
  };
  const destination = ({ appeal, ranked }: Look, corrections: readonly Correction[]): Destination => {
    const [best] = ranked;
    if (!best) return NOTHING;
    const units = rankUnits(ranked, { clauses, corrections, district: appeal.district });
    return { matter: best.matter.id, category: categoryOf(ranked), units };
  };

  /** The first part of a message, and the next with a matter of another category. */
  const twoMatters = (appeal: AppealText): readonly [Look, Look] | null => {
    const { pieces, announced } = partsOf(appeal.corrected);
    if (pieces.length < 2) return null;
    const least = announced ? OWN_MATTER : UNANNOUNCED_MATTER;
    const looks = pieces
      .map((piece) => look(pieceOf(appeal, piece)))
      .filter((part) => strength(part) >= least);
    const [first] = looks;
    const second = first && looks.find(({ ranked }) => categoryOf(ranked) !== categoryOf(first.ranked));
    return first && second ? [first, second] : null;
  };

  return {
    propose: (appeal, corrections = []) => {
      const whole = look(appeal);
      const two = twoMatters(appeal);
      const main = destination(two ? two[0] : whole, corrections);
      const askBack = main.units.length === 0 || (!two && isVague(appeal.text, whole));
      return {
        ...main,
        category: askBack && !namesSubject(whole) ? '其他' : main.category,
        also: two ? destination(two[1], corrections) : null,
        askBack,
      };
    },
  };
}
