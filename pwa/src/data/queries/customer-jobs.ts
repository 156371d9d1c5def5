import {
  isFinished,
  negateMoney,
  sumMoney,
  type Customer,
  type Job,
  type Money,
  type PlateKind,
  type Vehicle,
} from '@revops/domain';
import { customerCars } from '../projections/vehicle.ts';
import type { ReadTx } from '../database/schema.ts';
import type { JobView } from '../views.ts';
import { jobView } from './job-view.ts';
import { listed, shown, type Shown } from './lists.ts';

/** A car as a file names it. */
export interface CarLine {
  readonly plate: string;
  readonly kind: PlateKind;
  readonly model?: string;
}

/** What is owed on some jobs. Only finished work is due; money to give back is of every job. */
export interface Owed {
  readonly due: Money;
  readonly dueJobs: number;
  readonly giveBack: Money;
}

/** As the ledger has it, so that all customers together owe what the day book says. */
export const isOwed = ({ status, completedAt, balance }: JobView): boolean =>
  status !== 'cancelled' && completedAt !== undefined && balance > 0;

export function owedOn(jobs: readonly JobView[]): Owed {
  const due = jobs.filter(isOwed);
  const back = jobs.filter((job) => job.balance < 0);
  return {
    due: sumMoney(due.map(({ balance }) => balance)),
    dueJobs: due.length,
    giveBack: negateMoney(sumMoney(back.map(({ balance }) => balance))),
  };
}

export const newestFirst = (jobs: readonly JobView[]): JobView[] =>
  jobs.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));

/** Jobs that are still in hand, and those that are over. */
export const openAndPast = (jobs: readonly JobView[]): { open: JobView[]; past: JobView[] } => ({
  open: jobs.filter(({ status }) => !isFinished(status)),
  past: jobs.filter(({ status }) => isFinished(status)),
});

/** The jobs of a car, whoever brought it. */
export const carJobs = async (tx: ReadTx, vehicleId: string): Promise<Shown[]> =>
  shown(tx, await listed(tx, `vehicleJob|${vehicleId}|`));

/** The cars of a customer. */
export async function carsOf(tx: ReadTx, ids: readonly string[]): Promise<Vehicle[]> {
  const rows = await Promise.all(ids.map((id) => listed(tx, customerCars(id))));
  const cars = new Map(rows.flat().map((row) => [row.id, row.doc as unknown as Vehicle | undefined]));
  return [...cars.values()].filter((car) => car !== undefined);
}

/** The jobs of a customer by way of the cars: a list of its own would cost every phone an index entry per job. */
export async function jobsOf(
  tx: ReadTx,
  ids: readonly string[],
  cars: readonly Vehicle[],
): Promise<JobView[]> {
  const found = await Promise.all(cars.map(({ _id }) => carJobs(tx, _id)));
  const own = found.flat().filter(({ document }) => ids.includes((document as unknown as Job).customerId));
  return newestFirst(own.map(jobView));
}

/** One line per plate: two phones without signal may both have written the car down. */
export function carLines(cars: readonly Vehicle[]): CarLine[] {
  const lines = new Map<string, CarLine>();
  for (const { plate, plateKind, model } of cars) {
    const held = lines.get(plate);
    const named = model ?? held?.model;
    lines.set(plate, { plate, kind: held?.kind ?? plateKind, ...(named !== undefined && { model: named }) });
  }
  return [...lines.values()];
}

/** All records of one person: those with the same phone are one, whoever wrote them down without signal. */
export async function sameCustomer(tx: ReadTx, customer: Customer): Promise<Customer[]> {
  if (customer.phone === undefined) return [customer];
  const rows = await listed(tx, `phone|${customer.phone}|`);
  const others = rows.flatMap(({ id, doc }) =>
    id === customer._id || doc === undefined ? [] : [doc as unknown as Customer],
  );
  return [customer, ...others];
}
