import {
  depositState,
  type AnyDocument,
  type DayClose,
  type Deposit,
  type SettlementReceipt,
} from '@revops/domain';
import type { AgreedAheadView, DayCloseView, DepositView } from '../cash-views.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import { listed, shown } from './lists.ts';
import { names, type OwnDevice } from './people.ts';

export interface CashFilter {
  /** Everybody's, left out. */
  readonly person?: string;
  readonly limit: number;
}

const markOf = (row: Row): Row['mark'] =>
  row.mark === 'server' && row.folded.unsent === true ? 'phone' : row.mark;

const isDocument = (document: AnyDocument | undefined): document is AnyDocument => document !== undefined;

/** The newest deposits in a state, or in any. */
export async function deposits(
  tx: ReadTx,
  { person = 'anyone', state, limit }: CashFilter & { readonly state?: DepositView['state'] },
  own: OwnDevice,
): Promise<DepositView[]> {
  const [rows, named] = await Promise.all([
    listed(tx, `deposit|${state ?? 'all'}|${person}|`, limit),
    names(tx, own),
  ]);
  const found = await shown(tx, rows);
  const groups = await Promise.all(
    found.map(({ row }) => tx.objectStore('rows').index('head').getAll(row.id)),
  );
  return found.map(({ row, document }, index): DepositView => {
    const deposit = document as unknown as Deposit;
    const decisions = (groups[index] ?? [])
      .filter(({ id }) => id !== row.id)
      .map(({ doc }) => doc)
      .filter(isDocument);
    const now = depositState(deposit, decisions);
    const reason = 'by' in now ? now.by.reason : undefined;
    return {
      id: row.id,
      document: deposit,
      decisions,
      personName: named.person(deposit.person),
      writerName: named.person(deposit.createdBy),
      amount: deposit.amount,
      state: now.state,
      ...(reason === undefined ? {} : { reason }),
      createdAt: instantOfDocument(document),
      mark: markOf(row),
    };
  });
}

/** The newest closes of days. */
export async function dayCloses(
  tx: ReadTx,
  { person = 'anyone', limit }: CashFilter,
  own: OwnDevice,
): Promise<DayCloseView[]> {
  const [rows, named] = await Promise.all([listed(tx, `dayClose|${person}|`, limit), names(tx, own)]);
  return (await shown(tx, rows)).map(({ row, document }): DayCloseView => {
    const close = document as unknown as DayClose;
    return {
      id: row.id,
      document: close,
      personName: named.person(close.person),
      writerName: named.person(close.createdBy),
      createdAt: instantOfDocument(document),
      mark: row.mark,
    };
  });
}

/** What a receiver agreed to while the hand-over itself has not come; a phone that has it shows the hand-over. */
export async function agreedAhead(tx: ReadTx, person: string, own: OwnDevice): Promise<AgreedAheadView[]> {
  const [rows, named] = await Promise.all([listed(tx, `receipt|${person}|`, 100), names(tx, own)]);
  const found = await shown(tx, rows);
  const heads = await Promise.all(
    found.map(({ document }) => tx.objectStore('rows').get(String(document['settlementId']))),
  );
  return found.flatMap(({ row, document }, index): AgreedAheadView[] => {
    if (heads[index]?.doc !== undefined) return [];
    const receipt = document as unknown as SettlementReceipt;
    return [
      {
        id: row.id,
        settlementId: receipt.settlementId,
        fromName: named.person(receipt.from),
        amount: receipt.amount,
        agreedAt: instantOfDocument(document),
        mark: row.mark,
      },
    ];
  });
}
