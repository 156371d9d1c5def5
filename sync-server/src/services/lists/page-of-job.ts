import { cursorOf } from '#src/sync/keeping/page-of.ts';
import type { PaymentItem } from '@revops/domain';
import type { ListReader } from './list-reader.ts';
import type { StoredPayment } from './payment-items.ts';
import { limitOf, placeAfter, type Page, type PageRequest } from './read-page.ts';

/** Where the index has it too. */
const placeOf = ({ at, receivedAt, _id }: StoredPayment): string => `${at ?? receivedAt} ${_id}`;

/** As `readPage`, of the few payments of one job. */
export async function pageOfJob(
  reader: ListReader,
  jobId: string,
  { after, limit, from = '', to, itemsOf, keepsItem }: PageRequest<StoredPayment, PaymentItem>,
): Promise<Page<PaymentItem>> {
  const before = placeAfter(after);
  const isWanted = (place: string): boolean =>
    place >= from && (to === undefined || place < to) && (before === undefined || place < before);
  const payments = (await reader.ofJobs<StoredPayment>([jobId], 'payment'))
    .filter((payment) => isWanted(placeOf(payment)))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  const items = await itemsOf(payments);
  const found = payments.flatMap((payment, index) => {
    const item = items[index] as PaymentItem;
    return keepsItem && !keepsItem(item) ? [] : [{ place: placeOf(payment), item }];
  });
  const page = found.slice(0, limitOf(limit));
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    ...(last && page.length < found.length ? { next: cursorOf(last.place) } : {}),
  };
}
