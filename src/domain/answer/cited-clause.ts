import { fold } from '../hanzi/fold.ts';
import type { Policy, PolicyClause } from '../policy/types.ts';
import { type ClauseStep, readClauseSteps } from './clause-steps.ts';

/** What somebody's words name: a document of the library, and a clause of it. */
export type Cited =
  | { readonly kind: 'found'; readonly policy: Policy; readonly clause: PolicyClause | null }
  /** No document was named at all. */
  | { readonly kind: 'document-needed' }
  | { readonly kind: 'no-document'; readonly name: string }
  | { readonly kind: 'which-document'; readonly policies: readonly Policy[]; readonly place: string }
  | { readonly kind: 'no-clause'; readonly policy: Policy; readonly place: string }
  | { readonly kind: 'which-clause'; readonly policy: Policy; readonly clauses: readonly PolicyClause[] };

/** So much of a typed name must stand in a title; one that is nearer by so much is meant. */
const ENOUGH = 0.75;
const NEARER = 0.1;
const MOST = 3;

const NUMBERED =
  /(?<prefix>[\p{Script=Han}]{1,16})?\s*〔?\s*(?<year>(?:19|20)\d{2})\s*〕?\s*(?:年)?第?\s*(?<count>\d{1,5})\s*号/u;

interface DocumentNumber {
  readonly prefix: string;
  readonly year: string;
  readonly count: string;
}

function numberIn(text: string): DocumentNumber | null {
  const brackets = text
    .normalize('NFKC')
    .replace(/[[(【]/g, '〔')
    .replace(/[\])】]/g, '〕');
  const { prefix = '', year, count } = NUMBERED.exec(brackets)?.groups ?? {};
  return year === undefined || count === undefined ? null : { prefix, year, count };
}

const isSameNumber = (typed: DocumentNumber, own: DocumentNumber): boolean =>
  typed.year === own.year &&
  Number(typed.count) === Number(own.count) &&
  (own.prefix.endsWith(typed.prefix) || typed.prefix.endsWith(own.prefix));

const bare = (text: string): string => fold(text).replace(/[\p{P}\p{S}\s]+/gu, '');

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** How much of the typed name stands in the title, and a little for how much of the title was typed. */
function likeness(typed: string, title: string): number {
  const [some, all] = [pairsOf(typed), pairsOf(title)];
  if (some.size === 0) return 0;
  const shared = [...some].filter((pair) => all.has(pair)).length;
  // 「2022年工作要点」 is not that of 2023.
  const years = typed.match(/(?:19|20)\d{2}/g) ?? [];
  if (years.some((year) => !title.includes(year)) || shared / some.size < ENOUGH) return 0;
  return shared / some.size + shared / all.size;
}

/** Documents that a name can mean, the likeliest first. */
function documentsNamed(name: string, policies: readonly Policy[]): readonly Policy[] {
  const number = numberIn(name);
  if (number !== null) {
    const same = policies.filter(({ documentNumber }) => {
      const own = documentNumber === null ? null : numberIn(documentNumber);
      return own !== null && isSameNumber(number, own);
    });
    // Beside a title the number may be one that the library does not know.
    if (same.length > 0 || !/[《「“]/.test(name)) return same;
  }
  const typed = bare(/[《「“](.+)[》」”]/s.exec(name)?.[1] ?? name);
  const ranked = policies
    .map((policy) => ({ policy, like: likeness(typed, bare(policy.title ?? policy.file)) }))
    .filter(({ like }) => like > 0)
    .toSorted((one, other) => other.like - one.like);
  const best = ranked[0]?.like ?? 0;
  return ranked.filter(({ like }) => like > best - NEARER).map(({ policy }) => policy);
}

/** 「2.1.3」 → 2, 1, 3; null for what has no number of its own. */
function chainOf({ id, number, kind }: PolicyClause): readonly number[] | null {
  const parts = id.split('.').map(Number);
  const isNumbered = parts.every((part) => Number.isInteger(part) && part > 0);
  return isNumbered && (number !== null || kind === 'row') ? parts : null;
}

/** The steps stand among the numbers above a clause, in their order, and the last is its own. */
function leadsTo(chain: readonly number[], steps: readonly ClauseStep[]): boolean {
  const numbers = steps.map(({ number }) => number);
  if (chain.at(-1) !== numbers.at(-1)) return false;
  let at = 0;
  for (const number of chain) if (number === numbers[at]) at += 1;
  return at >= numbers.length;
}

/** Kinds of clause that a step's word can mean, where the document has them. */
const KINDS: Readonly<Record<NonNullable<ClauseStep['unit']>, readonly PolicyClause['kind'][]>> = {
  part: ['section', 'chapter'],
  chapter: ['chapter', 'section'],
  section: ['section'],
  article: ['article', 'item', 'row'],
  paragraph: ['paragraph'],
  item: ['item', 'row'],
};

function ofKind(clauses: readonly PolicyClause[], { unit }: ClauseStep): readonly PolicyClause[] {
  if (unit === null) return clauses;
  const fitting = clauses.filter(({ kind }) => KINDS[unit].includes(kind));
  return fitting.length > 0 ? fitting : clauses;
}

/** Clauses that these steps can mean. */
function clausesAt({ clauses }: Policy, steps: readonly ClauseStep[]): readonly PolicyClause[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const isArticle = last.unit === 'article' && clauses.some(({ kind }) => kind === 'article');
  const numbered = clauses.filter((clause) => {
    const chain = chainOf(clause);
    return chain !== null && leadsTo(chain, steps) && (!isArticle || clause.kind === 'article');
  });
  const exact = numbered.filter((clause) => chainOf(clause)?.length === steps.length);
  // 「第三部分」 stands at the top, and so does whatever is named from there.
  const isWhole = steps.length > 1 || last.unit === 'part' || last.unit === 'chapter';
  return ofKind(isWhole && exact.length > 0 ? exact : numbered, last);
}

/** 「第三条第二款」: the first paragraph stands in the article itself, the others beneath it. */
function withinArticle(policy: Policy, steps: readonly ClauseStep[]): readonly PolicyClause[] {
  const last = steps.at(-1);
  if (last?.unit !== 'paragraph') return clausesAt(policy, steps);
  const articles = clausesAt(policy, steps.slice(0, -1));
  if (last.number === 1) return articles;
  const ids = articles.map(({ id }) => `${id}.p${last.number - 1}`);
  return policy.clauses.filter(({ id }) => ids.includes(id));
}

/** Words that lead to a document's name and are no part of it. */
const AROUND =
  /^(?:的|之|中|文件|文|规定|依据|根据|按照?|参照|来源|出处|见|是|为|[\s:：,，、;；。])+|(?:的|之|中|文件|规定|[\s:：,，、;；。])+$/gu;

/** What words name in a library: 「武政〔2021〕12号 第三条」「专精特新行动计划二（一）3」「《…》」. */
export function findCited(words: string, policies: readonly Policy[]): Cited {
  const { steps, written, rest } = readClauseSteps(words);
  const name = rest.replace(AROUND, '');
  if (name === '') return { kind: 'document-needed' };
  const [policy, ...others] = documentsNamed(name, policies);
  if (policy === undefined) return { kind: 'no-document', name };
  if (others.length > 0)
    return { kind: 'which-document', policies: [policy, ...others].slice(0, MOST), place: written };
  if (steps.length === 0) return { kind: 'found', policy, clause: null };
  const [clause, ...more] = withinArticle(policy, steps);
  if (clause === undefined) return { kind: 'no-clause', policy, place: written };
  if (more.length > 0) return { kind: 'which-clause', policy, clauses: [clause, ...more].slice(0, MOST) };
  return { kind: 'found', policy, clause };
}
