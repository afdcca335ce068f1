import { fold } from '../hanzi/fold.ts';
import type { Duty, Entry, Office, Question, Shelf } from './types.ts';

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\s]+/gu, '');

interface Around {
  readonly shelf: Shelf;
  readonly duties: readonly Duty[];
}

/** Units of a clause beside it under the same heading, where its document names any. */
function underHeading(entry: Entry, { entries }: Shelf): Office | null {
  const heading = entry.clause.path.at(-1);
  if (heading === undefined) return null;
  const beside = [...entries.values()].find(
    ({ policy, clause, units }) =>
      policy.id === entry.policy.id && clause.path.at(-1) === heading && units.length > 0,
  );
  const lead = beside?.units[0];
  return beside && lead ? { name: lead.name, entry: beside, why: 'heading' } : null;
}

/** A unit whose duty, by a clause of the same region, is what the question is about. */
function byDuty(question: Question, entry: Entry, { shelf, duties }: Around): Office | null {
  const asked = bare([question.text, ...question.sayings.flatMap(({ means }) => means)].join(' '));
  const fitting = duties.flatMap(({ unit, names, words, clause }) => {
    const source = shelf.entries.get(clause);
    const word = words.find((one) => one.length > 2 && asked.includes(bare(one)));
    if (!source || word === undefined || source.region !== entry.region) return [];
    const named =
      names.some((name) => source.clause.text.includes(name)) ||
      source.units.some(({ name }) => names.includes(name));
    return named ? [{ name: unit, entry: source, word }] : [];
  });
  const best = fitting.toSorted((a, b) => b.word.length - a.word.length)[0];
  return best ? { name: best.name, entry: best.entry, why: 'duty' } : null;
}

/** Whoever issued the document, where a clause of it says so. */
function issuerOf({ policy }: Entry, { entries }: Shelf): Office | null {
  const name = policy.issuingAuthority;
  if (name === null) return null;
  const proof = [...entries.values()].find(
    (other) => other.policy.id === policy.id && other.clause.text.includes(name),
  );
  return proof ? { name, entry: proof, why: 'issuer' } : null;
}

/** Whom to ask about a clause that names no unit, and the clause that says so; null where no document does. */
export const officeFor = (question: Question, entry: Entry, around: Around): Office | null =>
  underHeading(entry, around.shelf) ?? byDuty(question, entry, around) ?? issuerOf(entry, around.shelf);
