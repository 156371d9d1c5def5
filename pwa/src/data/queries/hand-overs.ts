import { settlementState, type Settlement } from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import type { HandOverView } from '../views.ts';
import { listed, shown } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';

export interface HandOversFilter {
  readonly state?: 'waiting' | 'confirmed' | 'rejected';
  readonly person?: string;
  readonly limit: number;
}

/** The newest hand-overs, of one person or all. */
export async function handOvers(
  tx: ReadTx,
  { state, person, limit }: HandOversFilter,
  own: OwnDevice,
): Promise<HandOverView[]> {
  const [rows, named] = await Promise.all([
    listed(tx, `handOver|${state ?? 'all'}|${person ?? 'anyone'}|`, limit),
    names(tx, own),
  ]);
  return viewsOf(tx, rows, named);
}

/** One hand-over; undefined when it is not on this phone. */
export async function handOver(tx: ReadTx, id: string, own: OwnDevice): Promise<HandOverView | undefined> {
  const [row, named] = await Promise.all([tx.objectStore('rows').get(id), names(tx, own)]);
  return row === undefined ? undefined : (await viewsOf(tx, [row], named))[0];
}

async function viewsOf(tx: ReadTx, rows: readonly Row[], named: Names): Promise<HandOverView[]> {
  const found = await shown(tx, rows);
  const groups = await Promise.all(
    found.map(({ row }) => tx.objectStore('rows').index('head').getAll(row.id)),
  );
  return found.map(({ row, document }, index): HandOverView => {
    const settlement = document as unknown as Settlement;
    const decisions = (groups[index] ?? [])
      .filter((member) => member.id !== row.id)
      .map((member) => member.doc)
      .filter((decision) => decision !== undefined);
    const now = settlementState(settlement, decisions);
    const reason = 'by' in now && 'reason' in now.by ? now.by.reason : undefined;
    return {
      id: row.id,
      document: settlement,
      decisions,
      fromName: named.person(settlement.from),
      toName: named.person(settlement.to),
      amount: settlement.amount,
      state: now.state,
      ...(reason === undefined ? {} : { reason }),
      agreed: 'by' in now && now.by.type === 'settlementReceipt',
      createdAt: instantOfDocument(document),
      mark: row.mark === 'server' && row.folded.unsent === true ? 'phone' : row.mark,
    };
  });
}
