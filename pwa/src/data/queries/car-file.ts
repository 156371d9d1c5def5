import type { Customer, Job, Vehicle, Visit } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import {
  carJobs,
  carLines,
  newestFirst,
  openAndPast,
  owedOn,
  type CarLine,
  type Owed,
} from './customer-jobs.ts';
import { jobView } from './job-view.ts';
import { listed } from './lists.ts';
import { bookRecord, carsOfPlate, keptOf } from './merged.ts';
import { newestPerRound } from './newest-per-round.ts';

/** One of the car's customers. */
export interface CarCustomer {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
}

/** A line of a car's history: a visit, its job, or a visit whose job another desk has. */
export interface CarVisit {
  readonly key: string;
  /** A workshop day, or the instant at which a job without a visit was over. */
  readonly day: string;
  readonly work?: string;
  readonly odometer?: number;
  readonly job?: JobView;
}

/** Everything known of a car. */
export interface CarFile extends CarLine, Owed {
  readonly customers: readonly CarCustomer[];
  readonly open: readonly JobView[];
  /** Newest first. */
  readonly history: readonly CarVisit[];
  /** The last one that was read. */
  readonly odometer?: number;
}

async function customersOf(
  tx: ReadTx,
  jobs: readonly Job[],
  cars: readonly Vehicle[],
): Promise<CarCustomer[]> {
  const ids = [
    ...jobs.map(({ customerId }) => customerId),
    ...cars.flatMap(({ customerIds }) => customerIds),
  ];
  const cards = await Promise.all([...new Set(ids)].map((id) => bookRecord<Customer>(tx, id)));
  const people = new Map<string, CarCustomer>();
  for (const card of cards) {
    if (card === undefined) continue;
    const { _id: id, name, phone } = await keptOf(tx, card);
    // Two cards with one phone are one person.
    const key = phone ?? id;
    if (people.has(key)) continue;
    people.set(key, {
      id,
      ...(name !== undefined && { name }),
      ...(phone !== undefined && { phone }),
    });
  }
  return [...people.values()];
}

/** When a job was over, as far as it is. */
const endOf = (job: JobView): string => job.deliveredAt ?? job.completedAt ?? job.createdAt;

function historyOf(past: readonly JobView[], visits: readonly Visit[]): CarVisit[] {
  const alone = new Map(past.map((job) => [job.id, job]));
  const lines = visits.map(({ _id: key, day, work, odometer, jobId }): CarVisit => {
    const job = alone.get(jobId);
    // A car that came back is one job of two visits; what it owes stands once.
    alone.delete(jobId);
    return {
      key,
      day,
      ...(work !== undefined && { work }),
      ...(odometer !== undefined && { odometer }),
      ...(job !== undefined && { job }),
    };
  });
  const undelivered = [...alone.values()].map((job): CarVisit => ({ key: job.id, day: endOf(job), job }));
  const at = ({ job, day }: CarVisit): string => (job === undefined ? day : endOf(job));
  return [...lines, ...undelivered].toSorted((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
}

/** A car with its people, dues, visits and history; undefined for a plate that is not on this phone. */
export async function carFile(tx: ReadTx, plate: string): Promise<CarFile | undefined> {
  const cars = await carsOfPlate(tx, plate);
  const [line] = await carLines(tx, cars);
  if (line === undefined) return undefined;
  const [jobs, visitRows] = await Promise.all([
    Promise.all(cars.map(({ _id }) => carJobs(tx, _id))),
    Promise.all(cars.map(({ _id }) => listed(tx, `visit|${_id}|`))),
  ]);
  const documents = jobs.flat();
  const views = newestFirst(documents.map(jobView));
  const visits = visitRows.flat().map(({ doc }) => doc as unknown as Visit | undefined);
  const { open, past } = openAndPast(views);
  const history = historyOf(past, newestPerRound(visits.filter((visit) => visit !== undefined)));
  const cards = documents
    .map(({ document }) => document as unknown as Job)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const read = [...cards, ...history].find((one) => one.odometer !== undefined)?.odometer;
  return {
    ...line,
    customers: await customersOf(tx, cards, cars),
    open,
    history,
    ...(read !== undefined && { odometer: read }),
    ...owedOn(views),
  };
}
