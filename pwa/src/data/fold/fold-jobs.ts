import { jobContributions, typeOf, type AnyDocument, type Job, type PlateKind } from '@revops/domain';
import type { Row } from '../database/schema.ts';
import { jobProjection } from '../projections/job.ts';
import { sentDocument } from './base-row.ts';
import { jobTotals, receivedKeys } from './read-ahead.ts';
import type { RowSet } from './row-set.ts';
import { noShares, type Shares, type Totals } from './totals.ts';

const asJob = (document: AnyDocument): Job => document as unknown as Job;

function foldedJob(row: Row, totals: Totals, plateKind: PlateKind, timeZone: string): Row {
  const { sent: _sent, ...rest } = row;
  if (row.doc === undefined) return { ...rest, shares: [] };
  const [waiting, confirmed, waived] = receivedKeys(row.id).map((key) => totals.now(key));
  if (waiting === undefined || confirmed === undefined || waived === undefined) return row;
  const received = { waiting: waiting.amount, confirmed: confirmed.amount, waived: waived.amount };
  const sentReceived = {
    waiting: waiting.sentAmount,
    confirmed: confirmed.sentAmount,
    waived: waived.sentAmount,
  };
  const moneyUnsent =
    received.waiting !== sentReceived.waiting ||
    received.confirmed !== sentReceived.confirmed ||
    received.waived !== sentReceived.waived;
  const folded = { received: { ...received, unsent: moneyUnsent }, plateKind };
  const sent = sentDocument(row);
  const sentPart: Pick<Shares, 'sent'> =
    row.mark === 'phone' || moneyUnsent
      ? { sent: sent === undefined ? [] : jobContributions(asJob(sent), sentReceived, timeZone) }
      : {};
  return {
    ...rest,
    folded,
    lists: jobProjection.lists?.(row.doc, folded) ?? [],
    shares: jobContributions(asJob(row.doc), received, timeZone),
    ...(sentPart.sent === undefined ? {} : { sent: sentPart.sent }),
  };
}

const kindOf = (row: Row | undefined): PlateKind =>
  (row?.doc?.['plateKind'] as PlateKind | undefined) ?? 'private';

const plateKindOf = (row: Row | undefined): PlateKind | undefined => row?.folded.plateKind;

/** Jobs whose car has got another colour of plate. */
async function jobsOfRepaintedCars(rows: RowSet, ids: readonly string[]): Promise<string[]> {
  const cars = ids.filter(
    (id) => typeOf(id) === 'vehicle' && kindOf(rows.before.get(id)) !== kindOf(rows.after.get(id)),
  );
  const jobs = await Promise.all(
    cars.map((id) => rows.listed(IDBKeyRange.bound(`vehicleJob|${id}|`, `vehicleJob|${id}|\uffff`))),
  );
  return jobs.flat().map((row) => row.id);
}

/** Refolds the jobs that changed, whose money changed, or whose car changed. */
export async function foldJobs(
  rows: RowSet,
  ids: readonly string[],
  totals: Totals,
  timeZone: string,
): Promise<void> {
  const paid = totals.keys.filter((key) => key.startsWith('job|')).map((key) => key.split('|')[1] ?? '');
  const repainted = await jobsOfRepaintedCars(rows, ids);
  const jobs = [...new Set([...ids.filter((id) => typeOf(id) === 'job'), ...paid, ...repainted])];
  if (jobs.length === 0) return;
  await Promise.all([rows.loadFew(jobs), totals.load(jobs.flatMap(jobTotals))]);
  const carOf = (id: string): string => (rows.after.get(id)?.doc?.['vehicleId'] as string | undefined) ?? '';
  // A job that only got money has the colour of its plate already.
  const brought = new Set([...ids, ...repainted]);
  const cars = jobs
    .filter((id) => brought.has(id) || plateKindOf(rows.after.get(id)) === undefined)
    .map(carOf);
  await rows.loadFew([...new Set(cars)].filter((id) => id !== ''));
  const kindFor = (id: string): PlateKind =>
    rows.before.has(carOf(id))
      ? kindOf(rows.after.get(carOf(id)))
      : (plateKindOf(rows.after.get(id)) ?? 'private');
  for (const id of jobs) {
    const before = rows.before.get(id) ?? noShares;
    const row = rows.after.get(id);
    const after = row === undefined ? undefined : foldedJob(row, totals, kindFor(id), timeZone);
    rows.after.set(id, after);
    totals.change(before, after ?? noShares);
  }
}
