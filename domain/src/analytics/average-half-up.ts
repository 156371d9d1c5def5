import { money, zeroMoney, type Money } from '#src/money/money.ts';

/**
 * An amount shared by a count, halves upwards; nothing shared by nobody is nothing. By remainders, because a quotient of
 * large amounts is no longer exact.
 * @example averageHalfUp(5, 2) // 3
 */
export function averageHalfUp(total: number, count: number): Money {
  if (count === 0) return zeroMoney;
  const rest = ((total % count) + count) % count;
  const down = (total - rest) / count;
  return money(rest * 2 >= count ? down + 1 : down);
}
