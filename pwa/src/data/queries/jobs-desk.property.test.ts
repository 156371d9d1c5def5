import {
  isFinal,
  isFinished,
  jobStatusSchema,
  money,
  nextMoves,
  type JobStatusValue,
  type PaymentMethod,
} from '@revops/domain';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { buildActs } from '../save/build-acts.ts';
import { opening, startMs, testPhone, type TestPhone } from '../testing/phone.ts';
import type { JobView } from '../views.ts';
import type { DeskFilter } from './desk-filter.ts';
import { deskJobs, jobViews } from './jobs-desk.ts';
import { inOrder } from './jobs-sort.ts';

const HOUR_MS = 3_600_000;
const desks = ['all', 'asha', 'imran'];
const methods = ['cash', 'upi', 'card'] as const;
const now = new Date(startMs + 60 * HOUR_MS).toISOString();

let phone: TestPhone;
let all: JobView[];
const paid = new Map<string, Set<PaymentMethod>>();

/** One job after the other, each a different way along the table of moves. */
async function invent(at: number): Promise<void> {
  phone.clock = startMs + at * HOUR_MS;
  const { ids } = await phone.save(
    opening({
      plate: `MH12AB${1000 + ((at * 37) % 50)}`,
      ...(at % 5 === 0
        ? { customerName: undefined, phone: '+919812345678' }
        : { customerName: `C${at % 7}` }),
      ...(at % 4 !== 0 && { estimatedAmount: money(100_000 * (1 + (at % 6))) }),
      ...(at % 3 !== 0 && { promisedAt: new Date(startMs + ((at * 13) % 120) * HOUR_MS).toISOString() }),
    }),
  );
  const id = ids.find((one) => one.startsWith('job:')) ?? '';
  let status: JobStatusValue = 'pending';
  for (let step = 0; step < at % 5; step += 1) {
    if (isFinal(status)) break;
    const moves: readonly JobStatusValue[] = nextMoves(status, 'owner');
    const to: JobStatusValue = moves[(at + step) % moves.length] ?? 'in_progress';
    phone.clock += 60_000;
    await phone.save(buildActs.moveJob(id, to));
    status = to;
  }
  if (at % 3 === 1) {
    const method = methods[at % 3 === 1 ? (at >> 1) % 3 : 0] ?? 'cash';
    const amount = money(40_000 * (1 + (at % 4)));
    await phone.save(buildActs.takePayment(id, { amount, method, kind: 'partial' }));
    paid.set(id, new Set([method]));
  }
  if (at % 2 === 0) await phone.save(buildActs.reassignJob(id, 'imran'));
}

beforeAll(async () => {
  phone = await testPhone({ role: 'owner' });
  for (let at = 0; at < 60; at += 1) await invent(at);
  const rows = await reading(phone.db, (tx) => tx.objectStore('rows').getAll());
  const ids = rows.filter(({ type }) => type === 'job').map(({ id }) => id);
  all = await reading(phone.db, (tx) => jobViews(tx, ids));
});

function isDue(view: JobView): boolean {
  return isFinished(view.status) && view.status !== 'cancelled' && view.balance > 0;
}

/** The same question asked of every job in turn. */
function plainly(filter: DeskFilter): JobView[] {
  const fits = (view: JobView): boolean =>
    (filter.status === 'all' ||
      (filter.status === 'open' ? !isFinal(view.status) : view.status === filter.status)) &&
    (filter.desk === 'all' || view.desk === filter.desk) &&
    (filter.money === 'any' ||
      (filter.money === 'due' ? isDue(view) : (paid.get(view.id)?.has(filter.money) ?? false))) &&
    (!filter.late || (view.promisedAt !== undefined && view.promisedAt < now && !isFinished(view.status))) &&
    (filter.from ?? '') <= view.createdAt &&
    view.createdAt <= (filter.to ?? '~');
  return all.filter(fits).toSorted(inOrder(filter.sort));
}

const instant = fc.integer({ min: -2, max: 62 }).map((at) => new Date(startMs + at * HOUR_MS).toISOString());
const filters: fc.Arbitrary<DeskFilter> = fc
  .record(
    {
      status: fc.constantFrom('open', 'all', ...jobStatusSchema.options),
      desk: fc.constantFrom(...desks),
      money: fc.constantFrom('any', 'any', 'due', ...methods),
      late: fc.boolean(),
      from: instant,
      to: instant,
      sort: fc.record({
        by: fc.constantFrom('opened', 'promised', 'balance', 'billed', 'customer', 'plate', 'status'),
        descending: fc.boolean(),
      }),
    },
    { requiredKeys: ['status', 'desk', 'money', 'late', 'sort'] },
  )
  .map((filter) => filter as DeskFilter);

test('a page by index is what asking every job finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const page = await reading(phone.db, (tx) => deskJobs(tx, filter, 200, now));
      const plain = plainly(filter);
      expect(page).toMatchObject({ more: false, isUnsorted: false });
      const found = new Map(all.map((view) => [view.id, view]));
      const views = page.ids.map((id) => found.get(id));
      expect(new Set(page.ids)).toEqual(new Set(plain.map(({ id }) => id)));
      expect(page.ids).toHaveLength(plain.length);
      // Equal ones may stand either way.
      expect(views.map((view) => key(view, filter))).toEqual(plain.map((view) => key(view, filter)));
    }),
    { numRuns: 300 },
  );
});

/** What a row is sorted by. */
function key(view: JobView | undefined, { sort }: DeskFilter): unknown {
  if (view === undefined) return undefined;
  const { createdAt, promisedAt, balance, billed, customerName, plate, status } = view;
  const values = {
    opened: createdAt,
    promised: promisedAt,
    balance,
    billed,
    customer: customerName,
    plate,
    status,
  };
  return values[sort.by];
}

test('a page is as long as asked for and says that there is more', async () => {
  const filter: DeskFilter = {
    status: 'all',
    desk: 'all',
    money: 'any',
    late: false,
    sort: { by: 'opened', descending: true },
  };
  const page = await reading(phone.db, (tx) => deskJobs(tx, filter, 10, now));
  expect(page.ids).toEqual(
    plainly(filter)
      .slice(0, 10)
      .map(({ id }) => id),
  );
  expect(page.more).toBe(true);
  expect(page.head).toHaveLength(10);
});

test('looking along a list for what it does not say stops, and says that it did', async () => {
  const filter: DeskFilter = {
    status: 'all',
    desk: 'all',
    money: 'cheque',
    late: false,
    sort: { by: 'opened', descending: true },
  };
  const page = await reading(phone.db, (tx) => deskJobs(tx, filter, 5, now));
  expect(page).toMatchObject({ ids: [], more: true });
});

test('the ledger and the list of dues agree on who owes', async () => {
  const rows = await reading(phone.db, (tx) => tx.objectStore('rows').getAll());
  for (const row of rows.filter(({ type }) => type === 'job')) {
    const isListed = row.lists.some((list) => list.startsWith('jobDue|all|'));
    expect(isListed).toBe(row.shares.some((share) => share.key.startsWith('due|')));
  }
});
