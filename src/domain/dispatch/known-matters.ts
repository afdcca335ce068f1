import type { DutyClause, Matter } from './types.ts';

/** Clauses of the library that name units, by key. */
export type DutyClauses = ReadonlyMap<string, DutyClause>;

/** 「各有关单位」「市有关部门」「…成员单位」: nobody an appeal can be sent to. */
const NOBODY = /^(?:市|省|区)?各?(?:有关|相关|责任)|^市各有关|成员单位$|涉企部门$/u;

const namedBy = (keys: readonly string[], clauses: DutyClauses): ReadonlySet<string> =>
  new Set(keys.flatMap((key) => clauses.get(key)?.units ?? []));

/**
 * The matters that this library's clauses bear out: a lead that none of them names is left out, and a matter
 * without leads. Clauses of documents that the table does not know become matters of their own, found by search.
 */
export function knownMatters(matters: readonly Matter[], clauses: DutyClauses): readonly Matter[] {
  const known = matters.flatMap((matter): readonly Matter[] => {
    const keys = matter.clauses.filter((key) => clauses.has(key));
    const named = namedBy(keys, clauses);
    const leads = matter.leads.filter((lead) => named.has(lead));
    return leads.length > 0 ? [{ ...matter, clauses: keys, leads }] : [];
  });
  const covered = new Set(known.flatMap((matter) => matter.clauses));
  const others = [...clauses.values()].flatMap(({ key, units }): readonly Matter[] => {
    const leads = units.filter((unit) => !NOBODY.test(unit));
    if (covered.has(key) || leads.length === 0) return [];
    return [{ id: key, category: '其他', clauses: [key], leads, general: [], signs: [], sayings: [] }];
  });
  return [...known, ...others];
}
