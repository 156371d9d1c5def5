import {
  countedAt,
  workshopDay,
  type CashSoFar,
  type Customer,
  type Job,
  type Payment,
} from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { carsOf, jobsOf, sameCustomer } from './customer-jobs.ts';
import { listed } from './lists.ts';

const isTaken = (state: string | undefined, { method, kind }: Payment): boolean =>
  method === 'cash' && kind !== 'refund' && (state === 'waiting' || state === 'confirmed');

/** The cash that came in for a job, with the days on which it did. */
async function cashOf(tx: ReadTx, jobId: string): Promise<Payment[]> {
  const rows = await listed(tx, `jobPayment|${jobId}|`);
  return rows
    .filter(({ doc, folded }) => doc !== undefined && isTaken(folded.state, doc as unknown as Payment))
    .map(({ doc }) => doc as unknown as Payment);
}

const sumOf = (payments: readonly Payment[]): number => payments.reduce((sum, { amount }) => sum + amount, 0);

/** All jobs of the customer of a job that this phone knows, the job itself among them. */
async function jobsOfSamePerson(tx: ReadTx, job: Job): Promise<string[]> {
  const customer = (await tx.objectStore('rows').get(job.customerId))?.doc as unknown as Customer | undefined;
  if (customer === undefined) return [job._id];
  const ids = (await sameCustomer(tx, customer)).map(({ _id }) => _id);
  const jobs = await jobsOf(tx, ids, await carsOf(tx, ids));
  return [...new Set([job._id, ...jobs.map(({ id }) => id)])];
}

/** Cash that came in for a job, and today from the same person, as far as this phone knows. */
export async function cashSoFar(
  tx: ReadTx,
  jobId: string,
  today: string,
  timeZone: string,
): Promise<CashSoFar> {
  const job = (await tx.objectStore('rows').get(jobId))?.doc as unknown as Job | undefined;
  if (job === undefined) return { forJob: 0, today: 0 };
  const all = await Promise.all((await jobsOfSamePerson(tx, job)).map((id) => cashOf(tx, id)));
  const todays = all.flat().filter((payment) => workshopDay(countedAt(payment), timeZone) === today);
  return { forJob: sumOf(await cashOf(tx, jobId)), today: sumOf(todays) };
}
