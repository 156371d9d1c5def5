import type { Measurement } from './measure.ts';

const figure = (value: number | undefined): string =>
  value === undefined
    ? ''
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

const verdict = (line: Measurement): string =>
  line.pass === undefined ? '' : line.pass ? 'holds' : 'MISSED';

/** All lines as one table of plain text. */
export function table(lines: readonly Measurement[]): string {
  const rows = [
    ['group', 'measure', 'value', 'unit', 'budget', '', 'p95', 'runs', 'note'],
    ...lines.map((line) => [
      line.group,
      line.name,
      figure(line.value),
      line.unit,
      figure(line.budget),
      verdict(line),
      figure(line.p95),
      String(line.runs),
      line.note ?? '',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
