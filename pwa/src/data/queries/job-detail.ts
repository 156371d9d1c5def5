import {
  isFinal,
  mayTakeBack,
  nextStamp,
  stampDevice,
  stampOfMove,
  type Job,
  type JobEvent,
} from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { jobWaivers } from '../projections/waiver.ts';
import type { JobDetail, JobEventView } from '../views.ts';
import { jobView } from './job-view.ts';
import { listed, shown } from './lists.ts';
import { paymentViews } from './payments.ts';
import { names, type Names, type OwnDevice } from './people.ts';
import { waiverViews } from './waivers.ts';

async function events(tx: ReadTx, jobId: string, named: Names): Promise<JobEventView[]> {
  const found = await shown(tx, await listed(tx, `jobEvent|${jobId}|`));
  return found.map(({ row, document }) => {
    const code = named.deviceCode(document.device);
    const event = document as unknown as JobEvent;
    return {
      id: row.id,
      event,
      personName: named.person(document.createdBy),
      ...(event.kind === 'reassigned' && {
        fromName: named.person(event.from ?? ''),
        toName: named.person(event.to ?? ''),
      }),
      ...(code === undefined ? {} : { deviceCode: code }),
      mark: row.mark,
    };
  });
}

/** The status to which the own last move goes back, while it may. */
async function takeBackTo(
  tx: ReadTx,
  job: Job,
  lines: readonly JobEventView[],
  own: OwnDevice,
  now: string,
): Promise<Pick<JobDetail, 'takeBackTo'>> {
  const moved = lines.find(
    ({ event }) => event.kind === 'moved' && event.hlc === stampOfMove(job.status),
  )?.event;
  const from = moved?.from as Job['status']['value'] | undefined;
  if (from === undefined || isFinal(from)) return {};
  const devices = await listed(tx, `personDevice|${own.userId}`);
  const ids = [own.deviceId, ...devices.map((row) => row.id.slice('device:'.length))];
  const stamp = nextStamp(undefined, Date.parse(now), own.deviceId);
  return mayTakeBack(job.status, stamp, ids, stampDevice) ? { takeBackTo: from } : {};
}

/** Everything the job screen shows. */
export async function jobDetail(
  tx: ReadTx,
  id: string,
  own: OwnDevice,
  now: string,
): Promise<JobDetail | undefined> {
  const row = await tx.objectStore('rows').get(id);
  const [found] = row === undefined ? [] : await shown(tx, [row]);
  if (found === undefined) return undefined;
  const job = found.document as unknown as Job;
  const [named, paid, waived] = await Promise.all([
    names(tx, own),
    listed(tx, `jobPayment|${id}|`),
    listed(tx, jobWaivers(id)),
  ]);
  const [payments, waivers, lines] = await Promise.all([
    paymentViews(tx, paid, own),
    waiverViews(tx, waived, own),
    events(tx, id, named),
  ]);
  return {
    ...jobView(found),
    document: job,
    payments,
    waivers,
    events: lines,
    ...(await takeBackTo(tx, job, lines, own, now)),
  };
}
