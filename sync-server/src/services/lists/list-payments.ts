import {
  addDays,
  startOfDay,
  type AnyDocument,
  type PaymentItem,
  type PaymentList,
  type PaymentQuery,
  type Workshop,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { documentIdOf } from '../acts/document-id-of.ts';
import type { ListReader } from './list-reader.ts';
import { paymentItems, type StoredPayment } from './payment-items.ts';
import { readPage, type PageRequest } from './read-page.ts';
import { pageOfJob } from './page-of-job.ts';

/** The payments that a person sees, newest first by when the money came. */
export async function listPayments(reader: ListReader, query: PaymentQuery): Promise<PaymentList> {
  const { confirmed, jobId, limit, after } = query;
  const request: PageRequest<StoredPayment, PaymentItem> = {
    list: 'payment',
    limit,
    after,
    ...(await boundsOf(reader, query)),
    itemsOf: (payments) => paymentItems(reader, payments),
    keepsItem:
      confirmed === undefined ? undefined : ({ state }) => (state === 'confirmed') === (confirmed === 'true'),
  };
  const page =
    jobId === undefined
      ? await readPage(reader, request)
      : await pageOfJob(reader, documentIdOf('job', jobId), request);
  return { ...page, items: [...page.items] };
}

/** From the beginning of a day to the end of one; instants as they are. */
async function boundsOf(
  reader: ListReader,
  { from, to }: PaymentQuery,
): Promise<{ readonly from?: string; readonly to?: string }> {
  if (from === undefined && to === undefined) return {};
  const settings = await reader.get<AnyDocument & Workshop>('workshop:self');
  const timeZone = settings?.timeZone ?? 'UTC';
  const isDay = (text: string): boolean => text.length === 'YYYY-MM-DD'.length;
  return {
    ...(from === undefined ? {} : { from: isDay(from) ? startOfDay(from, timeZone) : from }),
    ...(to === undefined ? {} : { to: isDay(to) ? startOfDay(addDays(to, 1), timeZone) : to }),
  };
}

export async function readPayment(reader: ListReader, id: string): Promise<PaymentItem> {
  const payment = await reader.get<StoredPayment>(documentIdOf('payment', id));
  const [item] = payment ? await paymentItems(reader, [payment]) : [];
  if (!item) throw new AppError('not_found', 'There is no such payment.');
  return item;
}
