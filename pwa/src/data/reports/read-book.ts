import type {
  CloseRow,
  DepositRow,
  DiscountRow,
  HandOverRow,
  JobRow,
  PaymentRow,
  PersonRow,
  PhoneRow,
} from '@revops/domain';
import { reading, type DeviceDatabase } from '../database/open.ts';
import type { ReadTx } from '../database/schema.ts';
import { figures } from '../queries/figures.ts';
import { devices, names, people, type OwnDevice } from '../queries/people.ts';
import { readRows, type ReadOptions } from './read-rows.ts';
import type { ReportFilter } from './report-filter.ts';
import { closeSource, depositSource, discountSource } from './cash-sources.ts';
import { dueSource, handOverSource, jobSource, paymentSource } from './sources.ts';

/** Everything that a workbook holds, as of one moment. */
export interface ReportBook {
  readonly jobs: readonly JobRow[];
  readonly payments: readonly PaymentRow[];
  readonly dues: readonly JobRow[];
  readonly handOvers: readonly HandOverRow[];
  readonly discounts: readonly DiscountRow[];
  readonly deposits: readonly DepositRow[];
  readonly closes: readonly CloseRow[];
  readonly people: readonly PersonRow[];
  readonly phones: readonly PhoneRow[];
}

/** Figures of everybody who is there, and of whoever left with figures behind them. */
export async function personRows(
  tx: ReadTx,
  { from, to, desk }: ReportFilter,
  own: OwnDevice,
  today: string,
): Promise<PersonRow[]> {
  const [found, known] = await Promise.all([
    figures(tx, { desk, today, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, own),
    people(tx, own),
  ]);
  const nobody = { jobs: 0, revenue: 0, received: 0, cashInHand: 0 };
  return known
    .filter(({ id, active }) => (desk === 'all' || id === desk) && (active || found.people.has(id)))
    .map(({ id, name, role, active }) => ({ id, name, role, active, ...(found.people.get(id) ?? nobody) }));
}

async function phoneRows(tx: ReadTx, own: OwnDevice, now: string): Promise<PhoneRow[]> {
  const all = await devices(tx, own);
  return all
    .filter(({ closed, missing = 0 }) => !closed || missing > 0)
    .map(({ code, personName: name, lastHeard, missing = 0 }) => ({
      asOf: now,
      code,
      name,
      ...(lastHeard !== undefined && { lastHeard }),
      ...(missing > 0 && { missing }),
    }));
}

const placesOf = {
  job: ({ job }: JobRow): string => job.at ?? job.createdAt,
  payment: ({ payment }: PaymentRow): string => payment.at ?? payment.receivedAt,
  handOver: ({ handOver }: HandOverRow): string => handOver.at ?? handOver.createdAt,
  discount: ({ discount }: DiscountRow): string => discount.at ?? discount.createdAt,
  deposit: ({ deposit }: DepositRow): string => deposit.at ?? deposit.createdAt,
  close: ({ close }: CloseRow): string => close.at ?? close.createdAt,
};

const sorted = <R>(rows: readonly R[], placeOf: (row: R) => string): R[] =>
  rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));

const everyPart = ['jobs', 'payments', 'dues', 'handOvers', 'discounts', 'deposits', 'closes'] as const;

export type BookPart = (typeof everyPart)[number];

export interface BookOptions extends ReadOptions {
  /** What is wanted of the lists; the others stay empty. All of them unless told. */
  readonly only?: readonly BookPart[] | undefined;
}

/** The whole book of some days from this phone's own rows; nothing is asked of a server. */
export async function readBook(
  db: DeviceDatabase,
  own: OwnDevice,
  filter: ReportFilter,
  at: { readonly now: string; readonly today: string },
  options: BookOptions = {},
): Promise<ReportBook> {
  const named = await reading(db, (tx) => names(tx, own));
  const all = {
    jobs: jobSource(filter, named),
    payments: paymentSource(filter, named),
    dues: dueSource(filter, named),
    handOvers: handOverSource(filter, named),
    discounts: discountSource(filter, named),
    deposits: depositSource(filter, named),
    closes: closeSource(filter, named),
  };
  const parts = options.only ?? everyPart;
  const { rows, value } = await readRows(
    db,
    parts.map((part) => all[part]),
    async (tx) => ({
      people: await personRows(tx, filter, own, at.today),
      phones: await phoneRows(tx, own, at.now),
    }),
    options,
  );
  const read = new Map(parts.map((part, index) => [part, rows[index] ?? []]));
  const rowsOf = <R>(part: BookPart, placeOf: (row: R) => string): R[] =>
    sorted((read.get(part) ?? []) as readonly R[], placeOf);
  return {
    jobs: rowsOf('jobs', placesOf.job),
    payments: rowsOf('payments', placesOf.payment),
    dues: rowsOf<JobRow>('dues', ({ job }) => job.status.completedAt ?? job.createdAt),
    handOvers: rowsOf('handOvers', placesOf.handOver),
    discounts: rowsOf('discounts', placesOf.discount),
    deposits: rowsOf('deposits', placesOf.deposit),
    closes: rowsOf('closes', placesOf.close),
    ...value,
  };
}
