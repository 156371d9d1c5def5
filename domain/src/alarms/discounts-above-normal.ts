import { isWithin } from '#src/analytics/figures.ts';
import type { Total } from '#src/ledger/ledger.ts';
import { addDays } from '#src/time/workshop-day.ts';

/** How many days of discounts are looked at, today among them. */
const DISCOUNT_DAYS = 30;
/** What was usual where nobody else bills anything: the same desk in as many days before those. */
const DAYS_BEFORE = 90;
/** One or two may be a friend or a complaint. */
const LEAST_COUNT = 3;
/** In thousandths of the bills: below it a workshop lives with what is rounded down. */
const LEAST_SHARE = 30;
/** How many times the usual share is more than a different kind of customer. */
const TIMES_USUAL = 2;

type Totals = Iterable<readonly [key: string, total: Total]>;

/** What one person let off in the last days, beside what is usual; shares in thousandths of the bills. */
export interface DiscountHabit {
  readonly person: string;
  readonly amount: number;
  readonly count: number;
  readonly share: number;
  readonly usual: number;
  readonly usualIs: 'others' | 'before';
}

interface Sums {
  readonly waived: number;
  readonly billed: number;
}

const sharePerMille = ({ waived, billed }: Sums): number =>
  billed <= 0 ? 0 : Math.round((waived / billed) * 1000);

/** Discounts that count and bills before them, by person, of some days. */
class DiscountTally {
  readonly #waived = new Map<string, { amount: number; count: number }>();
  readonly #charged = new Map<string, number>();

  constructor(totals: Totals, from: string, to: string) {
    for (const [key, { amount, count }] of totals) {
      const [name, day = '', state = '', person = ''] = key.split('|');
      if ((name !== 'waived' && name !== 'revenue') || !isWithin(day, { from, to })) continue;
      if (name === 'waived' && state === 'confirmed') this.#waive(person, amount, count);
      // `revenue|<day>|<desk>`: the desk stands where a discount has its state.
      if (name === 'revenue') this.#charged.set(state, (this.#charged.get(state) ?? 0) + amount);
    }
  }

  #waive(person: string, amount: number, count: number): void {
    const held = this.#waived.get(person) ?? { amount: 0, count: 0 };
    this.#waived.set(person, { amount: held.amount + amount, count: held.count + count });
  }

  get givers(): readonly (readonly [person: string, given: { amount: number; count: number }])[] {
    return [...this.#waived].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Revenue is what was charged, so what was let off is put on top of it again. */
  of(isMeant: (person: string) => boolean): Sums {
    let [waived, charged] = [0, 0];
    for (const [person, { amount }] of this.#waived) if (isMeant(person)) waived += amount;
    for (const [person, amount] of this.#charged) if (isMeant(person)) charged += amount;
    return { waived, billed: charged + waived };
  }

  hasBilled(isMeant: (person: string) => boolean): boolean {
    return [...this.#charged].some(([person, amount]) => isMeant(person) && amount > 0);
  }
}

/** The days whose totals tell: the thirty from `recent` on, and those before with which a desk alone is compared. */
export const discountDays = (
  today: string,
): { readonly from: string; readonly recent: string; readonly to: string } => ({
  from: addDays(today, 1 - DISCOUNT_DAYS - DAYS_BEFORE),
  recent: addDays(today, 1 - DISCOUNT_DAYS),
  to: today,
});

/**
 * Whose discounts of the last thirty days are far above normal: at least three, at least 3 % of what the desk billed, and
 * at least twice the share of everybody else, or of the same desk in the ninety days before where nobody else billed
 * anything. Without anything to compare with there is nobody. Owners let off what they like; among the others' they count.
 */
export function discountsAboveNormal(
  totals: Totals,
  { today, owners }: { readonly today: string; readonly owners: ReadonlySet<string> },
): DiscountHabit[] {
  const all = [...totals];
  const days = discountDays(today);
  const recent = new DiscountTally(all, days.recent, days.to);
  const before = new DiscountTally(all, days.from, addDays(days.recent, -1));
  return recent.givers.flatMap(([person, { amount, count }]): DiscountHabit[] => {
    const isOther = (one: string): boolean => one !== person;
    const usualIs = recent.hasBilled(isOther) ? 'others' : 'before';
    const compared = usualIs === 'others' ? recent.of(isOther) : before.of((one) => one === person);
    const share = sharePerMille(recent.of((one) => one === person));
    const usual = sharePerMille(compared);
    const isAbove = count >= LEAST_COUNT && share >= LEAST_SHARE && share >= TIMES_USUAL * usual;
    if (owners.has(person) || compared.billed <= 0 || !isAbove) return [];
    return [{ person, amount, count, share, usual, usualIs }];
  });
}
