import { takePayment, type AnyDocument, type Job, type Made, type PaymentInput } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { jobItems } from '../lists/job-items.ts';
import { ListReader } from '../lists/list-reader.ts';
import { documentIdOf } from './document-id-of.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { fieldError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** Takes money for a job, or gives it back. Money is never refused because the job stands at another desk. */
export async function takePaymentByRest(
  parts: ActParts,
  given: PaymentInput,
  ids: RequestIds,
): Promise<Made> {
  const { id: _id, jobId, reference, ...input } = given;
  const documents = await performAct(
    parts,
    async (reader) => {
      const job = await reader.getAnyway<AnyDocument & Job>(documentIdOf('job', jobId));
      if (!job) throw new AppError('not_found', 'There is no such job.', { fields: { jobId: 'not_found' } });
      if (input.kind === 'refund')
        await assertReceived(parts, reader.store, job, { ...input, id: ids.mainId });
      return (context) => takePayment(context, job, { ...input, utr: reference });
    },
    { ids },
  );
  const payment = documents.find(({ type }) => type === 'payment');
  if (!payment) throw new Error('whoever takes money writes a payment');
  return { id: payment._id };
}

/** As on a phone no more goes back than came in, as far as this person may know of it. */
async function assertReceived(
  { caller }: ActParts,
  store: DocumentStore,
  job: AnyDocument & Job,
  { amount, id }: { readonly amount: number; readonly id: string | undefined },
): Promise<void> {
  // A request that comes again has given it back already.
  if (id !== undefined && (await store.get(id)) !== undefined) return;
  const [item] = await jobItems(new ListReader(store, caller.actor), [job]);
  if (amount > (item?.received ?? 0))
    throw fieldError('amount', 'more_than_received', 'No more can be given back than came in for this job.');
}
