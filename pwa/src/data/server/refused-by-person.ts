import { money, signedAmount, type Money, type Payment } from '@revops/domain';
import type { QuarantineItem } from './quarantine.ts';

/** How much of one person was not accepted. */
export interface RefusedOfPerson {
  readonly personId: string;
  readonly name: string;
  readonly count: number;
  /** The money among it. */
  readonly amount: Money;
}

/** The money of one entry; a body that says none, or nonsense, counts as none. */
export function amountOf({ body }: QuarantineItem): Money {
  const { type, amount } = body;
  if (type !== 'payment' || typeof amount !== 'number' || !Number.isSafeInteger(amount)) return money(0);
  return money(signedAmount(body as unknown as Payment));
}

const sum = (a: number, b: number): Money => {
  const total = a + b;
  return money(Number.isSafeInteger(total) ? total : a);
};

/** One line per person, the newest refusal first. */
export function refusedByPerson(items: readonly QuarantineItem[]): RefusedOfPerson[] {
  const people = new Map<string, RefusedOfPerson>();
  for (const item of items) {
    const { personId, personName: name } = item;
    const before = people.get(personId) ?? { personId, name, count: 0, amount: money(0) };
    people.set(personId, {
      ...before,
      count: before.count + 1,
      amount: sum(before.amount, amountOf(item)),
    });
  }
  return [...people.values()];
}
