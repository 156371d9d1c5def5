import {
  decideWaiver,
  deliverAndCollect,
  giveBack,
  takePayment,
  totalKey,
  waive,
  type AnyDocument,
  type DeliverAndCollectInput,
  type GiveBackInput,
  type TakePaymentInput,
  type Waiver,
  type WaiverDecision,
  type WaiverInput,
} from '@revops/domain';
import { jobWaivers } from '../projections/waiver.ts';
import type { DocumentReader } from './reader.ts';
import type { BuildAct } from './save-act.ts';
import { gone, withJob } from './with-job.ts';

const waiversOf = (documents: DocumentReader, jobId: string): Promise<AnyDocument[]> =>
  documents.list<AnyDocument>(jobWaivers(jobId));

/** What came in for a job and counts, given back already taken off. */
async function receivedFor(documents: DocumentReader, jobId: string): Promise<number> {
  const waiting = await documents.total(totalKey.jobReceived(jobId, 'waiting'));
  return waiting + (await documents.total(totalKey.jobReceived(jobId, 'confirmed')));
}

export interface WaiverWord {
  readonly verdict: WaiverDecision['verdict'];
  readonly reason?: string | undefined;
}

/** Money for a job and what is let off of it, each with what it has to read in the transaction of the save. */
export const buildWaiverActs = {
  takePayment: (jobId: string, input: TakePaymentInput): BuildAct =>
    withJob(jobId, async (context, job, documents) =>
      takePayment(context, job, input, await waiversOf(documents, jobId)),
    ),
  giveBack: (jobId: string, input: GiveBackInput): BuildAct =>
    withJob(jobId, async (context, job, documents) =>
      giveBack(context, job, input, await receivedFor(documents, jobId)),
    ),
  waive: (jobId: string, input: WaiverInput): BuildAct =>
    withJob(jobId, async (context, job, documents) =>
      waive(context, job, input, await waiversOf(documents, jobId)),
    ),
  decideWaiver:
    (waiverId: string, input: WaiverWord): BuildAct =>
    async (context, documents) => {
      const { head, followers } = await documents.group(waiverId);
      return head === undefined ? gone : decideWaiver(context, head as unknown as Waiver, followers, input);
    },
  deliverAndCollect: (jobId: string, input: DeliverAndCollectInput): BuildAct =>
    withJob(jobId, async (context, job, documents) =>
      deliverAndCollect(context, job, input, await waiversOf(documents, jobId)),
    ),
} as const;
