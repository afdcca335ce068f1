import { basename } from 'node:path';
import { z } from 'zod';
import { toPrintable } from '../../adapters/console/printable.ts';
import type { Dispatch, DispatchReply } from '../app/dispatching/types.ts';
import { runTrouble } from '../text/zh/cli.ts';
import { appealMiss, appealWords } from '../text/zh/eval-appeals.ts';
import {
  type AppealFigures,
  type AppealRow,
  type AppealScore,
  countAppeals,
  isAppealRight,
  scoreAppeal,
} from './eval-appeal-score.ts';
import { readJsonFile } from './json-lines.ts';
import { type Io, toLine } from './output.ts';
import { renderTable } from './table.ts';

const target = { category: z.string(), units: z.array(z.string()) };

const appealRow: z.ZodType<AppealRow> = z.object({
  id: z.string(),
  text: z.string(),
  district: z.string().optional(),
  ...target,
  ask: z.boolean(),
  also: z.object(target).optional(),
});

/** An evaluation file of appeals by its name. */
export const isAppealFile = (path: string): boolean => /^appeals\b.*\.jsonl(?:\.gz)?$/.test(basename(path));

const share = (count: number, of: number): string =>
  of === 0 ? '-' : `${count}/${of} ${((100 * count) / of).toFixed(1)}%`;

/** One row of figures under their headings. */
export function appealTable(figures: AppealFigures): string {
  const { dispatched } = figures;
  const cells = [
    [appealWords.appeals, String(figures.appeals)],
    [appealWords.acceptable, share(figures.acceptable, dispatched)],
    [appealWords.best, share(figures.best, dispatched)],
    [appealWords.amongThree, share(figures.amongThree, dispatched)],
    [appealWords.category, share(figures.category, figures.appeals)],
    [appealWords.askedRight, share(figures.askedRight, figures.vague)],
    [appealWords.askedWrong, share(figures.askedWrong, figures.clear)],
    [appealWords.also, share(figures.also, figures.double)],
  ] as const;
  return renderTable([cells.map(([heading]) => heading), cells.map(([, value]) => value)]);
}

const missOf = ({ row }: AppealScore, reply: DispatchReply): string =>
  toPrintable(
    appealMiss({
      id: row.id,
      text: row.text,
      wanted: [row.category, ...row.units],
      found: [reply.category, ...reply.units.slice(0, 3).map(({ name }) => name)],
      askedWrong: reply.askBack !== row.ask,
    }),
  );

/** Proposes for every appeal of the files and prints the figures, file by file. */
export async function evalAppeals(
  paths: readonly string[],
  options: {
    readonly dispatch: Dispatch;
    readonly io: Io;
    readonly json: boolean;
    readonly failures: boolean;
  },
): Promise<void> {
  const { dispatch, io, json, failures } = options;
  for (const path of paths) {
    const scores: AppealScore[] = [];
    const misses: string[] = [];
    for (const { place, value: row } of await readJsonFile(path, appealRow)) {
      if (row === null) {
        await io.err.write(`${runTrouble.badLine(place)}\n`);
        continue;
      }
      const reply = dispatch({ text: row.text, district: row.district });
      const score = scoreAppeal(row, reply);
      scores.push(score);
      if (!isAppealRight(score)) misses.push(missOf(score, reply));
    }
    const figures = countAppeals(scores);
    const shown = json
      ? toLine({ file: basename(path), appeals: figures })
      : `${basename(path)}\n${appealTable(figures)}\n`;
    await io.out.write(shown);
    if (failures && !json) await io.out.write(misses.map((miss) => `${miss}\n`).join(''));
  }
}
