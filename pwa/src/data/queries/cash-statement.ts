import {
  cashEffect,
  cashInstant,
  money,
  statementDays,
  totalKey,
  type AnyDocument,
  type DayClose,
  type Job,
  type Payment,
  type Settlement,
} from '@revops/domain';
import type { CashLine, StatementView } from '../cash-views.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import { cashList } from '../projections/cash-lists.ts';
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

/**
 * The newest lines of a person's cash with the balance after each. It begins with what is in the hand and reads no more
 * rows than it shows, however many there are.
 */
export async function cashStatementPage(
  tx: ReadTx,
  { person, limit, timeZone }: { readonly person: string; readonly limit: number; readonly timeZone: string },
  own: OwnDevice,
): Promise<StatementView> {
  const [rows, held, named] = await Promise.all([
    listed(tx, cashList(person), limit + 1),
    tx.objectStore('rollups').get(totalKey.cash(person)),
    names(tx, own),
  ]);
  const page = rows.slice(0, limit).filter(hasDocument);
  const about = { person, named, plateOf: await plates(tx, page) };
  const inHand = totalView(held);
  const lines = page.map((row) => lineOf(row, about));
  return { inHand, days: statementDays(lines, inHand.amount, timeZone), more: rows.length > limit };
}
