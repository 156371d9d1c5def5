import { takePayment, type AnyDocument, type Job, type Made, type PaymentInput } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { documentIdOf } from './document-id-of.ts';
import { performAct, type ActParts } from './perform-act.ts';
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
      return (context) => takePayment(context, job, { ...input, utr: reference });
    },
    { ids },
  );
  const payment = documents.find(({ type }) => type === 'payment');
  if (!payment) throw new Error('whoever takes money writes a payment');
  return { id: payment._id };
}
