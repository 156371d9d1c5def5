import {
  ownWaiverId,
  waive,
  type AnyDocument,
  type GivenWaivers,
  type Job,
  type Made,
  type Waiver,
  type WaiverInputBody,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { jobItems } from '../lists/job-items.ts';
import { ListReader } from '../lists/list-reader.ts';
import { serverDevice } from '../workshop-documents.ts';
import { documentIdOf } from './document-id-of.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { fieldError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** Lets a customer off a part of a job's bill. */
export async function waiveByRest(parts: ActParts, given: WaiverInputBody, ids: RequestIds): Promise<Made> {
  const { userId } = parts.caller;
  const jobId = documentIdOf('job', given.jobId);
  const input = { amount: given.amount, reason: given.reason };
  const documents = await performAct(
    parts,
    async (reader) => {
      const job = await reader.get<AnyDocument & Job>(jobId);
      if (!job) throw new AppError('not_found', 'There is no such job.', { fields: { jobId: 'not_found' } });
      const known = await givenFor(reader.store, jobId);
      const own = ownWaiverId(jobId, userId);
      // One within the limit has an id of its own and not the request's: a named request finds it again by what it says.
      const isAgain = ids.mainId !== undefined && (await isSaid(reader.store, own, input));
      if (!isAgain) await assertDue(parts, reader.store, job, input.amount);
      return (context) =>
        waive(context, job, input, isAgain ? known.filter(({ _id }) => _id !== own) : known);
    },
    { ids },
  );
  const waiver = documents.find(({ type }) => type === 'waiver');
  if (!waiver) throw new Error('whoever lets off writes it down');
  return { id: waiver._id };
}

/** As on a phone nobody lets off more than is still to collect: a slip of the finger would be a discount of ten bills. */
async function assertDue(
  { caller }: ActParts,
  store: DocumentStore,
  job: AnyDocument & Job,
  amount: number,
): Promise<void> {
  const [item] = await jobItems(new ListReader(store, caller.actor), [job]);
  if (amount > (item?.balance ?? 0))
    throw fieldError('amount', 'more_than_bill', 'That is more than is still to collect for this job.');
}

/** Read past the act, which would take what it has read for something that it changes. */
async function givenFor(store: DocumentStore, jobId: string): Promise<GivenWaivers> {
  const rows = await store.view('by-list', { keys: [['waived', jobId, 0]] });
  return rows.map(({ id }) => ({ _id: id }));
}

async function isSaid(
  store: DocumentStore,
  id: string,
  { amount, reason }: Pick<Waiver, 'amount' | 'reason'>,
): Promise<boolean> {
  const stored = await store.get(id);
  return (
    stored?.['device'] === serverDevice && stored['amount'] === amount && stored['reason'] === reason.trim()
  );
}
