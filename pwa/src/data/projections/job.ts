import { isFinal, lettersAndDigits, type AnyDocument, type Job } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const asJob = (document: AnyDocument): Job => document as unknown as Job;

function lists(document: AnyDocument): string[] {
  const job = asJob(document);
  const time = inverted(instantOfDocument(document));
  const status = job.status.value;
  const groups = isFinal(status) ? ['all', status] : ['all', 'open', status];
  return [
    ...groups.flatMap((group) => [`job|${group}|all|${time}`, `job|${group}|${job.desk}|${time}`]),
    `vehicleJob|${job.vehicleId}|${time}`,
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
