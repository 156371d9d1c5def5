import {
  addNote,
  addProof,
  cancelPayment,
  decideHandOver,
  decidePayment,
  editJob,
  editWorkshop,
  handOver,
  mergeRecords,
  moveJob,
  openJob,
  reassignJob,
  remindCustomer,
  reviewAlarm,
  separateRecords,
  stampOfMove,
  takeBackMove,
  type ActContext,
  type ActResult,
  type BookRecord,
  type DecisionInput,
  type HandOverInput,
  type Job,
  type JobChanges,
  type JobEvent,
  type JobStatusValue,
  type OpenJobInput,
  type Payment,
  type PaymentGroup,
  type ReviewInput,
  type Settlement,
  type SettlementDecision,
  type Workshop,
  type WorkshopChanges,
} from '@revops/domain';
import { buildCashActs } from './build-cash-acts.ts';
import { buildWaiverActs } from './build-waiver-acts.ts';
import { knownBook } from './known-book.ts';
import { paymentGroups } from './payment-groups.ts';
import type { DocumentReader } from './reader.ts';
import type { BuildAct } from './save-act.ts';
import { gone, withJob } from './with-job.ts';

const withPayment =
  (paymentId: string, build: (context: ActContext, group: PaymentGroup) => ActResult): BuildAct =>
  async (context, documents) => {
    const { head, followers } = await documents.group(paymentId);
    return head === undefined ? gone : build(context, { payment: head as unknown as Payment, followers });
  };

/** The move that the job's status came from, as the timeline tells. */
async function lastMove(documents: DocumentReader, job: Job): Promise<JobStatusValue | undefined> {
  const events = await documents.list<JobEvent>(`jobEvent|${job._id}|`);
  const moved = events.find((event) => event.kind === 'moved' && event.hlc === stampOfMove(job.status));
  return moved?.from as JobStatusValue | undefined;
}

export interface HandOverDecision {
  readonly verdict: SettlementDecision['verdict'];
  readonly reason?: string | undefined;
}

/** Each act of a person with what it has to read; all of it happens inside the transaction of the save. */
export const buildActs = {
  ...buildCashActs,
  ...buildWaiverActs,
  openJob:
    (input: OpenJobInput): BuildAct =>
    async (context, documents) =>
      openJob(context, input, await knownBook(documents, input)),
  editJob: (jobId: string, changes: JobChanges): BuildAct =>
    withJob(jobId, (context, job) => editJob(context, job, changes)),
  moveJob: (jobId: string, to: JobStatusValue, note?: string): BuildAct =>
    withJob(jobId, (context, job) => moveJob(context, job, to, note)),
  takeBackMove: (jobId: string): BuildAct =>
    withJob(jobId, async (context, job, documents) => {
      const from = await lastMove(documents, job);
      return from === undefined ? gone : takeBackMove(context, job, from);
    }),
  reassignJob: (jobId: string, desk: string): BuildAct =>
    withJob(jobId, (context, job) => reassignJob(context, job, desk)),
  addNote: (jobId: string, note: string): BuildAct =>
    withJob(jobId, (context, job) => addNote(context, job, note)),
  addProof: (paymentId: string, utr: string): BuildAct =>
    withPayment(paymentId, (context, { payment }) => addProof(context, payment, utr)),
  cancelPayment: (paymentId: string, reason: string): BuildAct =>
    withPayment(paymentId, (context, { payment, followers }) =>
      cancelPayment(context, payment, followers, reason),
    ),
  decidePayment: (paymentId: string, input: DecisionInput): BuildAct =>
    withPayment(paymentId, (context, { payment, followers }) =>
      decidePayment(context, payment, followers, input),
    ),
  remindCustomer:
    (jobIds: readonly string[], note: string): BuildAct =>
    async (context, documents) => {
      const jobs = await Promise.all(jobIds.map((id) => documents.get<Job>(id)));
      return remindCustomer(
        context,
        jobs.filter((job) => job !== undefined),
        note,
      );
    },
  reviewAlarm:
    (input: ReviewInput): BuildAct =>
    (context) =>
      reviewAlarm(context, input),
  handOver:
    (input: HandOverInput): BuildAct =>
    (context) =>
      handOver(context, input),
  decideHandOver:
    (settlementId: string, input: HandOverDecision): BuildAct =>
    async (context, documents) => {
      const { head, followers } = await documents.group(settlementId);
      if (head === undefined) return gone;
      const settlement = head as unknown as Settlement;
      const groups = await paymentGroups(documents, settlement.payments);
      return decideHandOver(context, settlement, followers, groups, input);
    },
  mergeRecords:
    (keptId: string, goneId: string): BuildAct =>
    async (context, documents) => {
      const [kept, other] = await Promise.all([keptId, goneId].map((id) => documents.get<BookRecord>(id)));
      return kept === undefined || other === undefined ? gone : mergeRecords(context, { kept, gone: other });
    },
  separateRecords:
    (goneId: string): BuildAct =>
    async (context, documents) => {
      const record = await documents.get<BookRecord>(goneId);
      if (record?.mergedInto === undefined) return gone;
      return separateRecords(context, record, await documents.get<BookRecord>(record.mergedInto));
    },
  editWorkshop:
    (changes: WorkshopChanges): BuildAct =>
    async (context, documents) => {
      const workshop = await documents.get<Workshop>('workshop:self');
      return workshop === undefined ? gone : editWorkshop(context, workshop, changes);
    },
} as const;
