import { balanceOf, billedOf, nothingReceived, type Job } from '@revops/domain';
import { instantOfDocument } from '../projections/projection.ts';
import type { JobView } from '../views.ts';
import { asMoney, type Shown } from './lists.ts';

/** Copies the fields that are set: an unset one stays absent. */
const given = <T extends object, K extends keyof T>(source: T, fields: readonly K[]): Pick<T, K> =>
  Object.fromEntries(
    fields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  ) as Pick<T, K>;

/** What a list shows of a job; everything but the document was folded onto its row. */
export function jobView({ row, document }: Shown): JobView {
  const job = document as unknown as Job;
  const received = row.folded.received ?? { ...nothingReceived, unsent: false };
  const billed = billedOf(job);
  return {
    id: job._id,
    number: job.number,
    plate: job.vehicleNumber,
    plateKind: row.folded.plateKind ?? 'private',
    ...given(job, ['customerName', 'phone', 'carModel', 'workDescription', 'promisedAt']),
    status: job.status.value,
    desk: job.desk,
    createdAt: instantOfDocument(document),
    ...given(job.status, ['completedAt', 'deliveredAt']),
    ...(billed === undefined ? {} : { billed: asMoney(billed) }),
    received: {
      waiting: asMoney(received.waiting),
      confirmed: asMoney(received.confirmed),
      waived: asMoney(received.waived),
    },
    balance: asMoney(balanceOf(job, received)),
    // Money of the job that is only here counts as the job's own: its balance is not the server's yet.
    mark: row.mark === 'server' && received.unsent ? 'phone' : row.mark,
  } as JobView;
}
