import {
  cashEffect,
  cashInstant,
  endOfDay,
  money,
  statementDays,
  totalKey,
  type AnyDocument,
  type DayClose,
  type Job,
  type Payment,
  type Settlement,
} from '@revops/domain';
import type { CashLine, StatementSums, StatementView } from '../cash-views.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import { cashList } from '../projections/cash-lists.ts';
import { inverted } from '../projections/projection.ts';
import { inPeriod } from '../reports/report-filter.ts';
import { asMoney, listed, totalView } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';

type Said = Pick<CashLine, 'kind' | 'amount' | 'state'> & Partial<CashLine>;

interface About {
  readonly person: string;
  readonly named: Names;
  readonly plateOf: (jobId: string) => string | undefined;
}

function saidOf(document: AnyDocument, state: string, { person, named, plateOf }: About): Said {
  const amount = asMoney(document['amount'] as number | undefined);
  const standing = state as CashLine['state'];
  if (document.type === 'payment') {
    const { kind, method, jobId } = document as unknown as Payment;
    const plate = plateOf(jobId);
    const isRefund = kind === 'refund';
    return {
      kind: isRefund ? 'refund' : 'payment',
      amount,
      state: standing,
      method,
      jobId,
      ...(plate === undefined ? {} : { plate }),
    };
  }
  if (document.type === 'settlement') {
    const { from, to } = document as unknown as Settlement;
    const isGiven = from === person;
    const otherName = named.person(isGiven ? to : from);
    return { kind: isGiven ? 'given' : 'received', amount, state: standing, otherName };
  }
  if (document.type === 'deposit') return { kind: 'deposit', amount, state: standing };
  const { counted, expected, reason } = document as unknown as DayClose;
  const difference = money(counted - expected);
  return {
    kind: 'close',
    amount: counted,
    state: 'closed',
    difference,
    ...(reason === undefined ? {} : { reason }),
  };
}

function lineOf(row: Row & { readonly doc: AnyDocument }, about: About): CashLine {
  const said = saidOf(row.doc, row.folded.state ?? 'waiting', about);
  const mark = row.mark === 'server' && row.folded.unsent === true ? 'phone' : row.mark;
  return {
    id: row.id,
    at: cashInstant(row.doc),
    effect: cashEffect(row.shares, about.person),
    mark,
    ...said,
  };
}

const hasDocument = (row: Row): row is Row & { readonly doc: AnyDocument } => row.doc !== undefined;

async function plates(tx: ReadTx, rows: readonly Row[]): Promise<(jobId: string) => string | undefined> {
  const ids = [
    ...new Set(rows.flatMap(({ doc }) => (typeof doc?.['jobId'] === 'string' ? [doc['jobId']] : []))),
  ];
  const jobs = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  const byId = new Map(jobs.map((row) => [row?.id ?? '', row?.doc as unknown as Job | undefined]));
  return (jobId) => byId.get(jobId)?.vehicleNumber;
}

/** Whose cash, how many lines at most, and of which days; an end that is left out is open. */
export interface StatementFilter {
  readonly person: string;
  readonly limit: number;
  readonly timeZone: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const effectOf = (rows: readonly Row[], person: string): number =>
  rows.reduce((sum, { shares }) => sum + cashEffect(shares, person), 0);

/** What some days come to, told backwards from what is in the hand now. */
async function periodSums(
  tx: ReadTx,
  rows: readonly Row[],
  held: number,
  { person, to, timeZone }: StatementFilter,
): Promise<StatementSums> {
  const list = cashList(person);
  const newer =
    to === undefined
      ? []
      : await tx
          .objectStore('rows')
          .index('lists')
          .getAll(IDBKeyRange.bound(list, `${list}${inverted(endOfDay(to, timeZone))}`, false, true));
  const closing = held - effectOf(newer, person);
  const effects = rows.map((row) => effectOf([row], person));
  const came = effects.reduce((sum, effect) => sum + Math.max(0, effect), 0);
  const went = effects.reduce((sum, effect) => sum + Math.max(0, -effect), 0);
  return { opening: closing - came + went, came, went, closing };
}

/**
 * The newest lines of a person's cash with the balance after each. It begins with what is in the hand and reads no more
 * rows than it shows, however many there are; of chosen days it reads these and what came after them.
 */
export async function cashStatementPage(
  tx: ReadTx,
  filter: StatementFilter,
  own: OwnDevice,
): Promise<StatementView> {
  const { person, limit, timeZone, from, to } = filter;
  const isPeriod = from !== undefined || to !== undefined;
  const [rows, total, named] = await Promise.all([
    isPeriod
      ? tx
          .objectStore('rows')
          .index('lists')
          .getAll(inPeriod(cashList(person), filter))
      : listed(tx, cashList(person), limit + 1),
    tx.objectStore('rollups').get(totalKey.cash(person)),
    names(tx, own),
  ]);
  const page = rows.slice(0, limit).filter(hasDocument);
  const about = { person, named, plateOf: await plates(tx, page) };
  const inHand = totalView(total);
  const sums = isPeriod ? await periodSums(tx, rows, inHand.amount, filter) : undefined;
  const lines = page.map((row) => lineOf(row, about));
  const days = statementDays(lines, sums?.closing ?? inHand.amount, timeZone);
  return { inHand, days, more: rows.length > limit, ...(sums !== undefined && { sums }) };
}
