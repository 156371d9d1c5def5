import {
  isFinal,
  plateGroups,
  plateShape,
  type Customer,
  type Job,
  type Vehicle,
  type Visit,
} from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { KnownCar } from '../views.ts';
import { jobView } from './job-view.ts';
import { listed, shown } from './lists.ts';
import { newestPerRound } from './newest-per-round.ts';

/** What is learned from use is learned from the newest jobs. */
const LEARN_FROM = 200;
const EARLIER_JOBS = 20;

/** The car of a plate with its last customer, earlier visits and the job that is open for it. */
export async function knownCar(tx: ReadTx, plate: string): Promise<KnownCar | undefined> {
  const [row] = await listed(tx, `plate|${plate}|`, 1);
  const vehicle = row?.doc as unknown as Vehicle | undefined;
  if (vehicle === undefined) return undefined;
  const [visitRows, jobRows] = await Promise.all([
    listed(tx, `visit|${vehicle._id}|`, EARLIER_JOBS),
    listed(tx, `vehicleJob|${vehicle._id}|`, EARLIER_JOBS),
  ]);
  const found = await shown(tx, jobRows);
  const open = found.find(({ document }) => !isFinal((document as unknown as Job).status.value));
  const lastCustomer =
    (found[0]?.document as unknown as Job | undefined)?.customerId ?? vehicle.customerIds.at(-1);
  const customer =
    lastCustomer === undefined
      ? undefined
      : ((await tx.objectStore('rows').get(lastCustomer))?.doc as unknown as Customer | undefined);
  const visits = visitRows.map((one) => one.doc as unknown as Visit | undefined);
  return {
    vehicle,
    ...(customer === undefined ? {} : { customer }),
    visits: newestPerRound(visits.filter((visit) => visit !== undefined)),
    ...(open === undefined ? {} : { openJob: jobView(open) }),
  };
}

const byFrequency = (texts: readonly string[], count: number): string[] => {
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const held = counts.get(text.toLowerCase());
    counts.set(text.toLowerCase(), { text: held?.text ?? text, count: (held?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, count)
    .map(({ text }) => text);
};

async function newestJobs(tx: ReadTx): Promise<Job[]> {
  const rows = await listed(tx, 'job|all|all|', LEARN_FROM);
  return rows.map((row) => row.doc as unknown as Job | undefined).filter((job) => job !== undefined);
}

/** The starts of plates seen most, such as MH12; also `22BH`. */
export async function platePrefixes(tx: ReadTx): Promise<string[]> {
  const plates = (await newestJobs(tx)).map((job) => job.vehicleNumber);
  const starts = plates
    .filter((plate) => plateShape(plate) !== 'other')
    .map((plate) => plateGroups(plate).slice(0, 2).join(''));
  return byFrequency(starts, 6);
}

/** Complaints typed most often; a description may name several, apart by commas or lines. */
export async function complaintChips(tx: ReadTx): Promise<string[]> {
  const texts = (await newestJobs(tx)).flatMap((job) => job.workDescription?.split(/[,;\n]/) ?? []);
  const complaints = texts.map((text) => text.trim()).filter((text) => text.length >= 3 && text.length <= 30);
  return byFrequency(complaints, 10);
}
