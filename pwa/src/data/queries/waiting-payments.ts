import { metaIn } from '../database/meta.ts';
import type { ReadTx } from '../database/schema.ts';
import type { PaymentView } from '../views.ts';
import { startingWith } from './lists.ts';
import { paymentViews } from './payments.ts';
import type { OwnDevice } from './people.ts';

/** More than these are one number to whoever waits for them. */
const most = 1000;

/** The payments that wait for an owner, by id alone; `isSettled` once everything older was fetched. */
export interface WaitingPayments {
  readonly ids: readonly string[];
  readonly isSettled: boolean;
}

export async function waitingPayments(tx: ReadTx): Promise<WaitingPayments> {
  const [ids, firstSync] = await Promise.all([
    tx.objectStore('rows').index('lists').getAllKeys(startingWith('payment|waiting|all|'), most),
    metaIn(tx, 'firstSync'),
  ]);
  return { ids, isSettled: firstSync?.complete === true };
}

/** Some payments by id; those that are gone meanwhile are left out. */
export async function paymentsById(
  tx: ReadTx,
  ids: readonly string[],
  own: OwnDevice,
): Promise<PaymentView[]> {
  const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  return paymentViews(
    tx,
    rows.filter((row) => row !== undefined),
    own,
  );
}
