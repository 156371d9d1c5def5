import {
  balanceOf,
  isFinal,
  lettersAndDigits,
  nothingReceived,
  type AnyDocument,
  type Job,
} from '@revops/domain';
import type { Folded } from '../database/schema.ts';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const asJob = (document: AnyDocument): Job => document as unknown as Job;

/** Stands for an instant, behind all of them: what was never promised comes last. */
export const NEVER = '~';

/** A key part that sorts larger amounts first. */
const invertedAmount = (amount: number): string =>
  (Number.MAX_SAFE_INTEGER - amount).toString(36).padStart(11, '0');

/** Open jobs by promise, as the desk and the board show them. */
function promisedLists({ status, desk, promisedAt = NEVER }: Job, time: string): string[] {
  if (isFinal(status.value)) return [];
  return ['open', status.value].flatMap((group) =>
    ['all', desk].map((place) => `jobPromised|${group}|${place}|${promisedAt}|${time}`),
  );
}

/** Finished work that is not paid, by time and by amount: as few as the dues in the ledger. */
function dueLists(job: Job, time: string, { received }: Folded): string[] {
  const { value, completedAt } = job.status;
  const isDone = value !== 'cancelled' && completedAt !== undefined;
  const due = isDone ? balanceOf(job, received ?? nothingReceived) : 0;
  if (due <= 0) return [];
  return ['all', job.desk].flatMap((desk) => [
    `jobDue|${desk}|${time}`,
    `jobOwed|${desk}|${invertedAmount(due)}|${time}`,
  ]);
}

function lists(document: AnyDocument, folded: Folded): string[] {
  const job = asJob(document);
  const time = inverted(instantOfDocument(document));
  const status = job.status.value;
  const groups = isFinal(status) ? ['all', status] : ['all', 'open', status];
  return [
    ...groups.flatMap((group) => [`job|${group}|all|${time}`, `job|${group}|${job.desk}|${time}`]),
    `vehicleJob|${job.vehicleId}|${time}`,
    ...promisedLists(job, time),
    ...dueLists(job, time, folded),
  ];
}

/** Fields apart by a blank, so that no run of the query matches across two of them. */
function searchLine(document: AnyDocument): string {
  const job = asJob(document);
  const fields = [job.vehicleNumber, job.customerName, job.phone, job.number, job.carModel];
  const text = fields.map((field) => lettersAndDigits(field ?? '')).join(' ');
  const time = Date.parse(instantOfDocument(document)).toString(36).padStart(9, '0');
  return `${text}\t${isFinal(job.status.value) ? '0' : '1'}\t${time}\t${job._id}`;
}

export const jobProjection: Projection = {
  type: 'job',
  lists,
  refusedLists: (document) =>
    ['all', 'open'].flatMap((group) =>
      ['all', asJob(document).desk].map(
        (desk) => `job|${group}|${desk}|${inverted(instantOfDocument(document))}`,
      ),
    ),
  searchLine,
};
