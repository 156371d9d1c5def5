import { median, percentile95 } from './statistics.ts';

/** One line of the table. `pass` is undefined where there is no budget. */
export interface Measurement {
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'KB' | 's' | 'docs/s' | '×' | 'requests';
  readonly budget?: number;
  readonly pass?: boolean;
  readonly p95?: number;
  readonly runs: number;
  readonly note?: string;
}

interface Described {
  readonly group: string;
  readonly name: string;
  readonly unit: Measurement['unit'];
  readonly budget?: number;
  readonly note?: string;
  /** Which figure is held against the budget; the median unless the budget names the p95. */
  readonly judge?: 'median' | 'p95';
  /** The budget is a floor: more is better. */
  readonly atLeast?: true;
}

/** A line from the values of all runs: the median, its p95 and whether the budget holds. */
export function measurement(
  values: readonly number[],
  { judge = 'median', atLeast, ...described }: Described,
): Measurement {
  const [middle, p95] = [median(values), percentile95(values)];
  const value = judge === 'p95' ? p95 : middle;
  const line = { ...described, value, p95, runs: values.length };
  if (described.budget === undefined) return line;
  return { ...line, pass: atLeast ? value >= described.budget : value <= described.budget };
}
