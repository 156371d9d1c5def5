import type { CloseRow, DayClose, Deposit, DepositRow, DiscountRow, Waiver } from '@revops/domain';
import { bodiesOf } from './bodies-of.ts';
import type { MoneyParts } from './money-pages.ts';

export async function* discountPages(parts: MoneyParts): AsyncGenerator<readonly DiscountRow[]> {
  for await (const page of bodiesOf<Waiver>(parts.store, 'waiver'))
    yield page.flatMap((discount) => {
      const state = parts.book.states.get(discount._id);
      if (state === undefined) return [];
      const jobNumber = parts.numbers.get(discount.jobId);
      return { discount, state, jobNumber, giver: parts.nameOf(discount.createdBy) };
    });
}

export async function* depositPages({
  store,
  book,
  nameOf,
}: MoneyParts): AsyncGenerator<readonly DepositRow[]> {
  for await (const page of bodiesOf<Deposit>(store, 'deposit'))
    yield page.flatMap((deposit) => {
      const state = book.states.get(deposit._id);
      return state === undefined ? [] : { deposit, state, person: nameOf(deposit.person) };
    });
}

/** No figure is made of counted evenings, so their own time tells which were there. */
export async function* closePages({ store, book, nameOf }: MoneyParts): AsyncGenerator<readonly CloseRow[]> {
  for await (const page of bodiesOf<DayClose>(store, 'dayClose'))
    yield page
      .filter(({ at, createdAt }) => (at ?? createdAt) <= book.now)
      .map((close) => ({ close, person: nameOf(close.person) }));
}
