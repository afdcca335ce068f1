import type { Measured } from './measure.ts';

/** One collection as a table, ratios to the first engine (ours) in the last column. */
export function renderTable(name: string, rows: readonly Measured[]): string {
  const [own] = rows;
  const lines = [
    ['', 'build', 'bytes/passage', 'p50', 'p95', 'p99', 'slower by', 'build slower by'],
    ...rows.map((row) => [
      row.engine,
      `${(row.buildMs / 1000).toFixed(2)} s`,
      row.bytesAPassage.toFixed(0),
      milliseconds(row.p50),
      milliseconds(row.p95),
      milliseconds(row.p99),
      own ? `${(row.p50 / own.p50).toFixed(1)} ×` : '',
      own ? `${(row.buildMs / own.buildMs).toFixed(1)} ×` : '',
    ]),
  ];
  const quality = [
    ['', 'queries', 'asked', 'R@1', 'R@3', 'R@10', 'MRR@10'],
    ...rows.flatMap((row) =>
      row.quality.map((entry) => [
        row.engine,
        entry.queries,
        String(entry.asked),
        ...[entry.r1, entry.r3, entry.r10, entry.mrr10].map((value) => value.toFixed(4)),
      ]),
    ),
  ];
  return [`## ${name}`, align(lines), align(quality)].join('\n\n');
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;

function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
