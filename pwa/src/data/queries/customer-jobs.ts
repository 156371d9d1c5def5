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
import { familiesOf, familyOf, keptOf } from './merged.ts';

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

/** One line per plate: two phones without signal may both have written the car down, and a wrong plate was merged. */
export async function carLines(tx: ReadTx, cars: readonly Vehicle[]): Promise<CarLine[]> {
  const lines = new Map<string, CarLine>();
  for (const car of cars) {
    const { plate, plateKind, model } = await keptOf(tx, car);
    const held = lines.get(plate);
    const named = model ?? held?.model;
    lines.set(plate, { plate, kind: held?.kind ?? plateKind, ...(named !== undefined && { model: named }) });
  }
  return [...lines.values()];
}

/**
 * All records of one person, the one that was kept first: what was merged, and those with the same phone are one, whoever
 * wrote them down without signal.
 */
export async function sameCustomer(tx: ReadTx, customer: Customer): Promise<Customer[]> {
  const family = await familyOf(tx, customer);
  const phones = new Set(family.flatMap(({ phone }) => phone ?? []));
  const rows = await Promise.all([...phones].map((phone) => listed(tx, `phone|${phone}|`)));
  const others = rows.flat().flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Customer]));
  const known = new Map(family.map((record) => [record._id, record]));
  for (const record of await familiesOf(
    tx,
    others.filter(({ _id }) => !known.has(_id)),
  ))
    known.set(record._id, record);
  return [...known.values()];
}
