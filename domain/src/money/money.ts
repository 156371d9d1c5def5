import { z } from 'zod';

declare const minor: unique symbol;

/** An amount in whole minor units (paise) of the workshop's one currency; plain arithmetic gives no Money back. */
export type Money = number & { readonly [minor]: 'minor units' };

/** More than any garage's bill in any currency, and so little that thousands of such amounts still add up exactly. */
export const MAX_AMOUNT = 1_000_000_000_000;

/** Accepts an amount of money from outside: a whole number of minor units, small enough that sums stay exact. */
export const moneySchema = z
  .int()
  .min(-MAX_AMOUNT, { error: 'amount_too_large' })
  .max(MAX_AMOUNT, { error: 'amount_too_large' }) as unknown as z.ZodType<Money, number>;

/**
 * Makes Money of a whole number of minor units; anything else is a bug and throws.
 * @example money(12_345) // ₹123.45
 */
export function money(minorUnits: number): Money {
  if (!Number.isSafeInteger(minorUnits)) throw new RangeError(`not whole minor units: ${minorUnits}`);
  return (minorUnits === 0 ? 0 : minorUnits) as Money; // -0 would not equal 0 in tests and maps
}

/** No money. */
export const zeroMoney: Money = money(0);

/** Adds two amounts. */
export function addMoney(a: Money, b: Money): Money {
  return money(a + b);
}

/** Takes the second amount from the first. */
export function subtractMoney(a: Money, b: Money): Money {
  return money(a - b);
}

/** Turns an amount around: what is owed becomes what is due back. */
export function negateMoney(a: Money): Money {
  return money(0 - a);
}

/** Adds up any number of amounts; nothing adds up to zero. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = zeroMoney;
  for (const amount of amounts) total = addMoney(total, amount);
  return total;
}
