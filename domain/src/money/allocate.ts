import { money, negateMoney, type Money } from './money.ts';

/**
 * Splits an amount by weights so that the parts always sum to the whole: each part rounded down, the left-over
 * minor units to the largest remainders, the earlier first. Weights that are all zero count as equal.
 * @example allocate(money(100), [1, 1, 1]) // [34, 33, 33]
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0) throw new RangeError('nobody to allocate to');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights are whole numbers from zero');
  }
  if (total < 0) return allocate(negateMoney(total), weights).map(negateMoney);
  return shares(BigInt(total), weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights);
}

// In BigInt: total times weight may pass what a number holds exactly.
function shares(total: bigint, weights: readonly number[]): Money[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  const exact = weights.map((weight, index) => {
    const scaled = total * BigInt(weight);
    return { index, part: scaled / sum, remainder: scaled % sum };
  });
  let left = total - exact.reduce((all, { part }) => all + part, 0n);
  const parts = exact.map(({ part }) => part);
  for (const { index, part } of exact.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder),
  )) {
    if (left === 0n) break;
    parts[index] = part + 1n;
    left -= 1n;
  }
  return parts.map((part) => money(Number(part)));
}
