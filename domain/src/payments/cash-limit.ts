import { money, type Money } from '#src/money/money.ts';

/**
 * ₹2,00,000: at and above this an Indian business may not receive cash from one person in a day, for one transaction or
 * for one occasion; the penalty is the whole amount, and the receiver's (section 269ST and 271DA, Income-tax Act 1961).
 */
export const CASH_LIMIT: Money = money(2_00_000_00);

/** Cash that came in before, part payments added up; what was given back was received all the same. */
export interface CashSoFar {
  /** For the same job, on any day: one occasion. */
  readonly forJob: number;
  /** From the same person on the same day of the workshop, for whatever job; the same job's cash of that day included. */
  readonly today: number;
}

/** What the law would object to in taking this much more cash, and what it comes to. */
export interface CashObjection {
  readonly of: 'job' | 'day';
  readonly total: Money;
}

/** Whether cash may be taken on top of what came in so far. A warning, never a refusal: money that changed hands is recorded. */
export function cashObjection(amount: number, soFar: CashSoFar, currency: string): CashObjection | undefined {
  if (currency !== 'INR' || amount <= 0) return undefined;
  if (soFar.forJob + amount >= CASH_LIMIT) return { of: 'job', total: money(soFar.forJob + amount) };
  return soFar.today + amount >= CASH_LIMIT ? { of: 'day', total: money(soFar.today + amount) } : undefined;
}
