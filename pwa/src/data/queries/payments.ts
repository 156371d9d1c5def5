import {
  countedAt,
  followersOf,
  paymentFollowers,
  paymentState,
  type AnyDocument,
  type Job,
  type Payment,
} from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import type { PaymentStateName, PaymentView } from '../views.ts';
import { listed, shown, type Shown } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';

function carOf(job: Row | undefined): Partial<PaymentView> {
  const document = job?.doc as unknown as Job | undefined;
  if (document === undefined) return {};
  return {
    jobNumber: document.number,
    plate: document.vehicleNumber,
    plateKind: job?.folded.plateKind ?? 'private',
    ...(document.customerName === undefined ? {} : { customerName: document.customerName }),
    ...(document.phone === undefined ? {} : { phone: document.phone }),
  };
}

function wordOf(payment: Payment, followers: readonly AnyDocument[]): Partial<PaymentView> {
  const state = paymentState(payment, followers);
  const { proofs } = paymentFollowers(followersOf(payment, followers));
  const utr = proofs.toSorted((a, b) => (a._id < b._id ? 1 : -1))[0]?.utr;
  const by = 'by' in state ? state.by : undefined;
  const reason = by !== undefined && 'reason' in by ? by.reason : undefined;
  return {
    state: state.state,
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined || state.state === 'clash' ? {} : { decidedAt: by.at ?? by.createdAt }),
    ...(utr === undefined ? {} : { utr }),
  };
}

function paymentView(
  { row, document }: Shown,
  members: readonly Row[],
  job: Row | undefined,
  named: Names,
): PaymentView {
  const payment = document as unknown as Payment;
  const followers = members
    .filter((member) => member.id !== row.id)
    .map((member) => member.doc)
    .filter((follower) => follower !== undefined);
  const code = named.deviceCode(payment.device) ?? carOf(job).jobNumber?.split('-')[0];
  return {
    id: payment._id,
    label: [code, payment.n].filter((part) => part !== undefined).join(' · '),
    jobId: payment.jobId,
    ...carOf(job),
    amount: payment.amount,
    kind: payment.kind,
    method: payment.method,
    ...wordOf(payment, followers),
    collectedBy: payment.collectedBy,
    collectorName: named.person(payment.collectedBy),
    receivedAt: countedAt(payment),
    mark: row.mark === 'server' && row.folded.unsent === true ? 'phone' : row.mark,
    document: payment,
    followers,
  } as PaymentView;
}

/** Payments with what follows them, their cars and their people; all reads of a page go out together. */
export async function paymentViews(tx: ReadTx, rows: readonly Row[], own: OwnDevice): Promise<PaymentView[]> {
  const found = await shown(tx, rows);
  const store = tx.objectStore('rows');
  const jobIds = [...new Set(found.map(({ document }) => document['jobId'] as string))];
  const [named, groups, jobs] = await Promise.all([
    names(tx, own),
    Promise.all(found.map(({ row }) => store.index('head').getAll(row.id))),
    Promise.all(jobIds.map((id) => store.get(id))),
  ]);
  const jobOf = new Map(jobIds.map((id, index) => [id, jobs[index]]));
  return found.map((one, index) =>
    paymentView(one, groups[index] ?? [], jobOf.get(one.document['jobId'] as string), named),
  );
}

export interface PaymentsFilter {
  readonly states: readonly PaymentStateName[];
  readonly collectedBy?: string;
  readonly limit: number;
}

const timeOf = (row: Row): string => {
  const document = row.doc as unknown as Payment | undefined;
  return document === undefined ? '' : countedAt(document);
};

/** The newest payments in any of some states. */
export async function payments(
  tx: ReadTx,
  { states, collectedBy = 'all', limit }: PaymentsFilter,
  own: OwnDevice,
): Promise<{ items: PaymentView[]; more: boolean }> {
  const lists = await Promise.all(
    states.map((state) => listed(tx, `payment|${state}|${collectedBy}|`, limit + 1)),
  );
  const rows = lists.flat().toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : 0));
  return { items: await paymentViews(tx, rows.slice(0, limit), own), more: rows.length > limit };
}

export async function payment(tx: ReadTx, id: string, own: OwnDevice): Promise<PaymentView | undefined> {
  const row = await tx.objectStore('rows').get(id);
  return row === undefined ? undefined : (await paymentViews(tx, [row], own))[0];
}
