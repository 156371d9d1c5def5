import { isFinal, isFinished, type Job, type Payment, type PaymentMethod } from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import { jobView } from './job-view.ts';
import type { DeskFilter } from './desk-filter.ts';
import type { Part, Plan } from './jobs-plan.ts';
import { inOrder } from './jobs-sort.ts';
import { listed } from './lists.ts';

export interface Order {
  readonly ids: readonly string[];
  readonly more: boolean;
  readonly isUnsorted: boolean;
}

/** How many are wanted, and the time by which something is late. */
interface Wanted {
  readonly limit: number;
  readonly now: string;
}

/** More than a screenful that is sorted by a person's whim; what is more has to be narrowed down first. */
export const MOST_SORTED = 1000;
const CHUNK = 50;

const asJob = (row: Row): Job | undefined => row.doc as unknown as Job | undefined;

async function isPaidBy(tx: ReadTx, jobId: string, method: PaymentMethod): Promise<boolean> {
  const payments = await listed(tx, `jobPayment|${jobId}|`);
  return payments.some(({ doc, folded: { state } }) => {
    const { method: by } = (doc ?? {}) as unknown as Partial<Payment>;
    return by === method && state !== 'cancelled' && state !== 'rejected';
  });
}

/** What the list itself does not say of a job. */
async function fits(tx: ReadTx, row: Row, plan: Plan, filter: DeskFilter, now: string): Promise<boolean> {
  const job = asJob(row);
  if (job === undefined || row.doc === undefined) return false;
  const { status, period, late } = plan.looksAt;
  const opened = instantOfDocument(row.doc);
  const { value } = job.status;
  if (status && !(filter.status === 'open' ? !isFinal(value) : value === filter.status)) return false;
  if (period && ((filter.from ?? '') > opened || opened > (filter.to ?? '\uffff'))) return false;
  if (late && (isFinished(value) || job.promisedAt === undefined || job.promisedAt >= now)) return false;
  return filter.money === 'any' || filter.money === 'due' || isPaidBy(tx, row.id, filter.money);
}

const looksNowhere = ({ looksAt }: Plan, { money }: DeskFilter): boolean =>
  !looksAt.status && !looksAt.period && !looksAt.late && (money === 'any' || money === 'due');

async function keysOf(tx: ReadTx, { range, backwards }: Part, limit: number): Promise<string[]> {
  const index = tx.objectStore('rows').index('lists');
  if (!backwards) return index.getAllKeys(range, limit);
  const ids: string[] = [];
  let cursor = await index.openKeyCursor(range, 'prev');
  while (cursor !== null && ids.length < limit) {
    ids.push(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  return ids;
}

/** The keys alone, where the list is the answer. */
async function plain(tx: ReadTx, { parts }: Plan, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (const part of parts) if (ids.length < limit) ids.push(...(await keysOf(tx, part, limit - ids.length)));
  return ids;
}

/** The rows of a list, so many at a time. */
async function* chunks(tx: ReadTx, { parts }: Plan): AsyncGenerator<Row[]> {
  for (const { range, backwards } of parts) {
    const index = tx.objectStore('rows').index('lists');
    let cursor = await index.openCursor(range, backwards ? 'prev' : 'next');
    while (cursor !== null) {
      const rows: Row[] = [];
      while (cursor !== null && rows.length < CHUNK) {
        rows.push(cursor.value);
        cursor = await cursor.continue();
      }
      yield rows;
    }
  }
}

/** Looks along the list until enough fit, or until so many were looked at that a person should say whether to go on. */
async function lookedAt(tx: ReadTx, plan: Plan, filter: DeskFilter, { limit, now }: Wanted): Promise<Order> {
  const ids: string[] = [];
  let looked = 0;
  for await (const rows of chunks(tx, plan)) {
    const good = await Promise.all(rows.map((row) => fits(tx, row, plan, filter, now)));
    ids.push(...rows.filter((_row, at) => good[at]).map(({ id }) => id));
    looked += rows.length;
    if (ids.length > limit || looked >= limit)
      return { ids: ids.slice(0, limit), more: true, isUnsorted: false };
  }
  return { ids, more: false, isUnsorted: false };
}

/** All of a short list, put into the order that was asked for. */
async function sorted(
  tx: ReadTx,
  plan: Plan,
  filter: DeskFilter,
  wanted: Wanted,
): Promise<Order | undefined> {
  const rows = await tx
    .objectStore('rows')
    .index('lists')
    .getAll(plan.parts[0].range, MOST_SORTED + 1);
  if (rows.length > MOST_SORTED) return undefined;
  const good = await Promise.all(rows.map((row) => fits(tx, row, plan, filter, wanted.now)));
  const views = rows.flatMap((row, at) =>
    good[at] === true && row.doc !== undefined ? [jobView({ row, document: row.doc })] : [],
  );
  const ids = views.toSorted(inOrder(filter.sort)).map(({ id }) => id);
  return { ids: ids.slice(0, wanted.limit), more: ids.length > wanted.limit, isUnsorted: false };
}

/** The ids of a plan in order. Never reads more than it is asked for and a fixed number besides. */
export async function orderOf(tx: ReadTx, plan: Plan, filter: DeskFilter, wanted: Wanted): Promise<Order> {
  const found = plan.sortsBy === undefined ? undefined : await sorted(tx, plan, filter, wanted);
  if (found !== undefined) return found;
  const isUnsorted = plan.sortsBy !== undefined;
  if (!looksNowhere(plan, filter)) return { ...(await lookedAt(tx, plan, filter, wanted)), isUnsorted };
  const ids = await plain(tx, plan, wanted.limit + 1);
  return { ids: ids.slice(0, wanted.limit), more: ids.length > wanted.limit, isUnsorted };
}
