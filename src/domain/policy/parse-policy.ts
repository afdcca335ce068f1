import type { Clause, StructuredDocument } from '../document/types.ts';
import { bareFigures } from './benefits/bare-figures.ts';
import { findBenefits } from './benefits/find-benefits.ts';
import { ofRow } from './benefits/of-row.ts';
import { findDeadlines, yearClues } from './deadlines/find-deadlines.ts';
import type { YearClues } from './deadlines/year.ts';
import { grantModeOf } from './grant-mode.ts';
import { findMetadata } from './metadata/find-metadata.ts';
import { withReceivers } from './receivers.ts';
import type { Benefit, Deadline, Policy, PolicyClause, PolicyId, PolicyMetadata } from './types.ts';
import { unitsOfClause, type ResolveUnit } from './units.ts';

/** A policy's key is its file name without extension. */
export function policyId(file: string): PolicyId {
  return file.replace(/\.[A-Za-z0-9]{1,5}$/, '') as PolicyId;
}

interface Reading {
  readonly metadata: PolicyMetadata;
  readonly clues: YearClues;
  readonly applies: boolean;
  readonly resolveUnit: ResolveUnit;
}

/** 「关于组织申报…的通知」: a document that calls for applications. */
const CALL =
  /申报|申请|征集|推荐|遴选|评选|认定|报名|大赛|参评|申领|兑现|兑付|揭榜|评价|复核|培育|入库|比赛|竞赛/;

/** Without a title the first sentences say what a document is about. */
const HEAD = 400;
const REPORTS = /报送制度|情况报告|统计/;

/** Text with the heading that says what it is about: a row's cells each under their column's header. */
function partsOf(clause: Clause): readonly { readonly text: string; readonly heading: string }[] {
  const path = clause.path.join('\n');
  const own = [path, clause.heading ?? ''].filter((part) => part !== '').join('\n');
  if (!clause.cells) return [{ text: clause.text, heading: own }];
  return Object.entries(clause.cells)
    .filter(([, cell]) => cell !== '')
    .map(([header, text]) => ({ text, heading: own === '' ? header : `${own}\n${header}` }));
}

/** 「(责任单位:」 at a clause's end and the names in the paragraph below: a line break tore the bracket. */
const TORN = /[(（〔[][^()（）]{0,4}(?:责任|牵头|配合|负责)(?:单位|部门)[:：]?[^()（）〕\]]{0,200}$/;

function withTornMark(clause: Clause, behind: readonly Clause[]): Clause {
  if (!TORN.test(clause.text.slice(-220))) return clause;
  const end = behind.findIndex((next) => /[)）〕\]]/.test(next.text));
  if (end < 0) return clause;
  const torn = behind.slice(0, end + 1).map((next) => next.text);
  return { ...clause, text: `${clause.text}${torn.join('').replace(/([)）〕\]]).*$/s, '$1')}` };
}

/** A clause of more is no clause that anybody wrote, and each of them holds its sentence. */
const MOST_OF_A_CLAUSE = 300;

/** The date under a signature, which whatever stands above it may speak of a day by which to apply. */
const BARE_DATE = /^\s*[\d〇○零一二三四五六七八九十]{4}\s*[年./-][^，,。;；:：]{2,8}$/;

/** The page's head (发布时间, 来源) and the signature hold dates that are no deadlines; `find-deadlines` knows them. */
function meaningOf(clause: Clause, reading: Reading, behind: readonly Clause[]): PolicyClause {
  const parts = partsOf(clause);
  const deadlines: readonly Deadline[] = parts
    .flatMap(({ text, heading }) =>
      findDeadlines({ text, heading, clues: reading.clues, applies: reading.applies }),
    )
    .slice(0, MOST_OF_A_CLAUSE)
    .filter(({ on }) => !(on === reading.metadata.signedOn && BARE_DATE.test(clause.text)));
  const benefits: readonly Benefit[] = parts
    .flatMap((part) => [
      ...findBenefits(part),
      ...bareFigures(part).map((benefit) => ({ ...benefit, snippet: clause.text })),
    ])
    .map((benefit) => ofRow(benefit, clause))
    .slice(0, MOST_OF_A_CLAUSE);
  return {
    ...clause,
    units: unitsOfClause({
      clause: withTornMark(clause, behind),
      region: reading.metadata.region,
      resolveUnit: reading.resolveUnit,
    }),
    benefits,
    deadlines,
    grantMode: grantModeOf(clause.text),
  };
}

/** Reads what a structured document means; nothing is guessed, unknown stays null. */
export function parsePolicy({
  document,
  resolveUnit,
}: {
  readonly document: StructuredDocument;
  readonly resolveUnit: ResolveUnit;
}): Policy {
  const metadata = findMetadata(document.lines, document.text);
  const reading: Reading = {
    metadata,
    clues: yearClues({ ...metadata, text: document.text }),
    applies: CALL.test(metadata.title ?? document.text.slice(0, HEAD)) && !REPORTS.test(metadata.title ?? ''),
    resolveUnit,
  };
  return {
    id: policyId(document.file),
    file: document.file,
    ...metadata,
    text: document.text,
    clauses: withReceivers(
      document.clauses.map((clause, index, all) =>
        meaningOf(clause, reading, all.slice(index + 1, index + 3)),
      ),
    ),
    coverage: document.coverage,
  };
}
