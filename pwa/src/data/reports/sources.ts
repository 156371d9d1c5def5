import {
  paymentFollowers,
  followersOf,
  nothingReceived,
  type AnyDocument,
  type HandOverRow,
  type Job,
  type JobRow,
  type Payment,
  type PaymentRow,
  type Settlement,
} from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import { startingWith } from '../queries/lists.ts';
import type { Names } from '../queries/people.ts';
import type { PaymentStateName } from '../views.ts';
import type { RowSource } from './read-rows.ts';
import { inPeriod, type ReportFilter } from './report-filter.ts';

const paymentStates: readonly PaymentStateName[] = ['waiting', 'confirmed', 'rejected', 'cancelled', 'clash'];

const jobRow =
  (nameOf: Names['person']) =>
  ({ doc, folded }: Row): JobRow | undefined => {
    if (doc === undefined) return undefined;
    const job = doc as unknown as Job;
    return { job, received: folded.received ?? nothingReceived, deskName: nameOf(job.desk) };
  };

/** Jobs that were opened in a period. */
export const jobSource = (filter: ReportFilter, named: Names): RowSource<JobRow> => ({
  type: 'job',
  ranges: [inPeriod(`job|${filter.status ?? 'all'}|${filter.desk}|`, filter)],
  rowsOf: (_tx, rows) => Promise.resolve(rows.map(jobRow(named.person))),
});

/** What finished work still brings in, as of now. */
export const dueSource = ({ desk }: ReportFilter, named: Names): RowSource<JobRow> => ({
  type: 'job',
  ranges: [startingWith(`jobDue|${desk}|`)],
  rowsOf: (_tx, rows) => Promise.resolve(rows.map(jobRow(named.person))),
});

/** Bank references stand in what follows a payment; nobody has one for cash or a card. */
async function referenceOf(tx: ReadTx, payment: Payment): Promise<string | undefined> {
  if (payment.method === 'cash' || payment.method === 'card') return undefined;
  const members = await tx.objectStore('rows').index('head').getAll(payment._id);
  const documents = members.flatMap(({ id, doc }): AnyDocument[] =>
    doc === undefined || id === payment._id ? [] : [doc],
  );
  const utrs = paymentFollowers(followersOf(payment, documents)).proofs.map(({ utr }) => utr);
  return utrs.length === 0 ? undefined : [...new Set(utrs)].join(', ');
}

/** The numbers of the jobs that some entries are about. */
export async function jobNumbers(
  tx: ReadTx,
  entries: readonly { readonly jobId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(entries.map(({ jobId }) => jobId))];
  const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  return new Map(
    rows.flatMap((row) =>
      row?.doc === undefined ? [] : [[row.id, (row.doc as unknown as Job).number] as const],
    ),
  );
}

/** Payments that count in a period, whatever became of them. */
export const paymentSource = (filter: ReportFilter, named: Names): RowSource<PaymentRow> => ({
  type: 'payment',
  ranges: (filter.paymentState === undefined ? paymentStates : [filter.paymentState]).map((state) =>
    inPeriod(`payment|${state}|${filter.desk}|`, filter),
  ),
  async rowsOf(tx, rows) {
    const isWanted = ({ doc }: Row): boolean =>
      doc !== undefined && (filter.method === undefined || doc['method'] === filter.method);
    const payments = rows.map((row) => (isWanted(row) ? (row.doc as unknown as Payment) : undefined));
    const wanted = payments.filter((payment) => payment !== undefined);
    const [numbers, references] = await Promise.all([
      jobNumbers(tx, wanted),
      Promise.all(
        payments.map((payment) =>
          payment === undefined ? Promise.resolve(undefined) : referenceOf(tx, payment),
        ),
      ),
    ]);
    return payments.map((payment, index) => {
      if (payment === undefined) return undefined;
      return {
        payment,
        state: rows[index]?.folded.state ?? 'waiting',
        jobNumber: numbers.get(payment.jobId),
        collector: named.person(payment.collectedBy),
        utr: references[index],
      };
    });
  },
});

/** Hand-overs of a period. */
export const handOverSource = (filter: ReportFilter, named: Names): RowSource<HandOverRow> => ({
  type: 'settlement',
  ranges: [
    inPeriod(
      `handOver|${filter.handOverState ?? 'all'}|${filter.desk === 'all' ? 'anyone' : filter.desk}|`,
      filter,
    ),
  ],
  rowsOf: (_tx, rows) =>
    Promise.resolve(
      rows.map(({ doc, folded }) => {
        if (doc === undefined) return undefined;
        const handOver = doc as unknown as Settlement;
        return {
          handOver,
          state: folded.state ?? 'waiting',
          from: named.person(handOver.from),
          to: named.person(handOver.to),
        };
      }),
    ),
});
