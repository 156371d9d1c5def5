import {
  depositState,
  type AnyDocument,
  type Deposit,
  type DepositItem,
  type DepositList,
  type DepositQuery,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { groupedBy } from './grouped-by.ts';
import type { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

type StoredDeposit = AnyDocument & Deposit;

/** What a person sees of the cash that went to the bank, newest first. */
export async function listDeposits(
  reader: ListReader,
  { state, limit, after }: DepositQuery,
): Promise<DepositList> {
  const page = await readPage<StoredDeposit, DepositItem>(reader, {
    list: 'deposit',
    limit,
    after,
    itemsOf: (deposits) => depositItems(reader, deposits),
    keepsItem: state === undefined ? undefined : (item) => item.state === state,
  });
  return { ...page, items: [...page.items] };
}

export async function readDeposit(reader: ListReader, id: string): Promise<DepositItem> {
  const deposit = await reader.get<StoredDeposit>(id);
  const [item] = deposit ? await depositItems(reader, [deposit]) : [];
  if (!item) throw new AppError('not_found', 'There is no such deposit.');
  return item;
}

async function depositItems(
  reader: ListReader,
  deposits: readonly StoredDeposit[],
): Promise<readonly DepositItem[]> {
  const decisions = groupedBy(await reader.followers(deposits.map(({ _id }) => _id)), 'depositId');
  return deposits.map((deposit) => itemOf(deposit, decisions(deposit._id)));
}

function itemOf(deposit: StoredDeposit, decisions: readonly AnyDocument[]): DepositItem {
  const { _id: id, person, amount, notes, bank, reference, note, createdBy, createdAt } = deposit;
  const now = depositState(deposit, decisions);
  const reason = now.state === 'rejected' ? now.by.reason : undefined;
  return {
    id,
    person,
    amount,
    ...(notes === undefined ? {} : { notes }),
    ...(bank === undefined ? {} : { bank }),
    ...(reference === undefined ? {} : { reference }),
    ...(note === undefined ? {} : { note }),
    recordedBy: createdBy,
    createdAt,
    state: now.state,
    ...(reason === undefined ? {} : { reason }),
  };
}
