import { toPrintable } from '../../adapters/console/printable.ts';
import type { AskReply } from '../app/answering/types.ts';
import { evalWords, kindName, missLines } from '../text/zh/eval.ts';
import { countFigures, type Figures, type RowScore } from './eval-score.ts';
import { renderTable } from './table.ts';

/** A question that was asked, and what came back. */
export interface EvalResult {
  readonly score: RowScore;
  readonly reply: AskReply;
}

const LONGEST_TEXT = 80;

/** `12/13 92.3%`; a dash where nothing was to be counted. */
const share = (count: number, of: number): string =>
  of === 0 ? '-' : `${count}/${of} ${((100 * count) / of).toFixed(1)}%`;

const toRow = (name: string, figures: Figures): readonly string[] => [
  name,
  String(figures.questions),
  share(figures.first, figures.answerable),
  share(figures.amongThree, figures.answerable),
  share(figures.facts, figures.factsOf),
  share(figures.declinedWrong, figures.answerable),
  share(figures.declinedRight, figures.unanswerable),
];

function byKind(scores: readonly RowScore[]): readonly (readonly [kind: string, figures: Figures])[] {
  const kinds = [...new Set(scores.map(({ row }) => row.kind))].toSorted();
  return kinds.map((kind) => [kind, countFigures(scores.filter(({ row }) => row.kind === kind))]);
}

/** One line a kind, then all together. */
export function figuresTable(scores: readonly RowScore[]): string {
  const { kind, questions, first, amongThree, facts, declinedWrong, declinedRight, all } = evalWords;
  return renderTable([
    [kind, questions, first, amongThree, facts, declinedWrong, declinedRight],
    ...byKind(scores).map(([name, figures]) => toRow(kindName(name), figures)),
    toRow(all, countFigures(scores)),
  ]);
}

/** The same for scripts. */
export const toFiguresJson = (scores: readonly RowScore[]) => ({
  all: countFigures(scores),
  kinds: Object.fromEntries(byKind(scores)),
});

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
};

function faultsOf({ first, amongThree, facts, declined, row }: RowScore) {
  if (row.kind === 'none') return declined ? [] : (['answeredWrong'] as const);
  return [
    ...(declined ? (['declinedWrong'] as const) : []),
    ...(amongThree === false ? (['amongThree'] as const) : first === false ? (['first'] as const) : []),
    ...(facts === false ? (['facts'] as const) : []),
  ];
}

/** What a miss looked like. */
export function missOf({ score, reply }: EvalResult): string {
  const { row } = score;
  return toPrintable(
    missLines({
      id: row.id,
      kind: row.kind,
      question: cut(row.q),
      faults: faultsOf(score),
      wanted: row.contains,
      facts: row.answer,
      hits: reply.hits.slice(0, 3).map((hit) => `${hit.policy.slice(0, 3)} ${hit.clause} ${cut(hit.text)}`),
      reply: reply.text,
    }),
  );
}
