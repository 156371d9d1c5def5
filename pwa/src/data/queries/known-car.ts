import {
  isFinal,
  plateGroups,
  plateShape,
  type Customer,
  type Job,
  type Vehicle,
  type Visit,
} from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import type { KnownCar } from '../views.ts';
import { jobView } from './job-view.ts';
import { listed, shown } from './lists.ts';
import { bookRecord, carsOfPlate, keptOf } from './merged.ts';
import { newestPerRound } from './newest-per-round.ts';

/** What is learned from use is learned from the newest jobs. */
const LEARN_FROM = 200;
const EARLIER_JOBS = 20;

/** The newest rows of a list of each of some cars; two records of one plate are one car. */
async function newestOf(
  tx: ReadTx,
  cars: readonly Vehicle[],
  list: (id: string) => string,
): Promise<readonly Row[]> {
  const rows = (await Promise.all(cars.map(({ _id }) => listed(tx, list(_id), EARLIER_JOBS)))).flat();
  if (cars.length === 1) return rows;
  const timeOf = ({ doc }: Row): string => (doc === undefined ? '' : instantOfDocument(doc));
  return rows.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1)).slice(0, EARLIER_JOBS);
}

/** The car of a plate with its last customer, earlier visits and the job that is open for it. */
export async function knownCar(tx: ReadTx, plate: string): Promise<KnownCar | undefined> {
  const cars = await carsOfPlate(tx, plate);
  const [vehicle] = cars;
  if (vehicle === undefined) return undefined;
  const [visitRows, jobRows] = await Promise.all([
    newestOf(tx, cars, (id) => `visit|${id}|`),
    newestOf(tx, cars, (id) => `vehicleJob|${id}|`),
  ]);
  const found = await shown(tx, jobRows);
  const open = found.find(({ document }) => !isFinal((document as unknown as Job).status.value));
  const lastCustomer =
    (found[0]?.document as unknown as Job | undefined)?.customerId ?? vehicle.customerIds.at(-1);
  const card = lastCustomer === undefined ? undefined : await bookRecord<Customer>(tx, lastCustomer);
  const customer = card && (await keptOf(tx, card));
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
