import {
  settlementState,
  type AnyDocument,
  type Settlement,
  type SettlementItem,
  type SettlementList,
  type SettlementQuery,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { documentIdOf } from '../acts/document-id-of.ts';
import { groupedBy } from './grouped-by.ts';
import type { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

type StoredSettlement = AnyDocument & Settlement;

/** The hand-overs that a person sees, newest first. */
export async function listSettlements(
  reader: ListReader,
  { limit, after }: SettlementQuery,
): Promise<SettlementList> {
  const page = await readPage<StoredSettlement, SettlementItem>(reader, {
    list: 'settlement',
    limit,
    after,
    itemsOf: (settlements) => settlementItems(reader, settlements),
  });
  return { ...page, items: [...page.items] };
}

export async function readSettlement(reader: ListReader, id: string): Promise<SettlementItem> {
  const settlement = await reader.get<StoredSettlement>(documentIdOf('settlement', id));
  const [item] = settlement ? await settlementItems(reader, [settlement]) : [];
  if (!item) throw new AppError('not_found', 'There is no such hand-over.');
  return item;
}

async function settlementItems(
  reader: ListReader,
  settlements: readonly StoredSettlement[],
): Promise<readonly SettlementItem[]> {
  const decisions = groupedBy(await reader.followers(settlements.map(({ _id }) => _id)), 'settlementId');
  return settlements.map((settlement) => itemOf(settlement, decisions(settlement._id)));
}

function itemOf(settlement: StoredSettlement, decisions: readonly AnyDocument[]): SettlementItem {
  const { _id: id, from, to, amount, payments, notes, note, createdAt } = settlement;
  const current = settlementState(settlement, decisions);
  const reason = current.state === 'rejected' ? current.by.reason : undefined;
  return {
    id,
    from,
    to,
    amount,
    ...(payments.length === 0 ? {} : { payments }),
    ...(notes === undefined ? {} : { notes }),
    ...(note === undefined ? {} : { note }),
    createdAt,
    state: current.state,
    ...(reason === undefined ? {} : { reason }),
  };
}
