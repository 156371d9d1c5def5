import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Money } from '#src/money/money.ts';
import type { Result } from '#src/result/result.ts';
import { canDeliver, movedStatus } from '#src/status/moves.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord } from './build.ts';
import { changeEvents, moveEvents } from './job-events.ts';
import { paymentDocuments, type TakePaymentInput } from './payment-documents.ts';
import { problem, type Problem } from './problem.ts';
import { waiverDocument, waiverProblem, type GivenWaivers, type WaiverInput } from './waivers.ts';

/** The car leaves: what is finally asked for, what is let off, what is paid now, and until when the rest is due. */
export interface DeliverAndCollectInput {
  readonly billedAmount?: Money | undefined;
  readonly discount?: WaiverInput | undefined;
  readonly payment?: Omit<TakePaymentInput, 'discount'> | undefined;
  readonly dueAt?: string | undefined;
  readonly note?: string | undefined;
}

function refusal(
  context: ActContext,
  job: Job,
  { billedAmount, discount }: DeliverAndCollectInput,
): { readonly ok: false; readonly reason: Problem } | undefined {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  if (!canDeliver(job.status.value)) return problem('move_not_allowed', 'status');
  if (billedAmount !== undefined && billedAmount < 0) return problem('amount_negative', 'billedAmount');
  if (discount === undefined) return undefined;
  const bill = billedAmount ?? job.billedAmount ?? job.estimatedAmount ?? 0;
  return discount.amount > bill
    ? problem('more_than_bill', 'discount')
    : waiverProblem(context, job, discount);
}

/** The fields of the card that the sheet sets, where they really differ. */
function changesOf(job: Job, { billedAmount, dueAt }: DeliverAndCollectInput): Record<string, unknown> {
  return {
    ...(billedAmount !== undefined && billedAmount !== job.billedAmount ? { billedAmount } : {}),
    ...(dueAt !== undefined && dueAt !== job.dueAt ? { dueAt } : {}),
  };
}

function jobDocuments(context: ActContext, job: Job, input: DeliverAndCollectInput): AnyDocument[] {
  const stamp = context.stamp();
  const status = movedStatus(job.status, 'delivered', stamp, context.now);
  const changes = changesOf(job, input);
  return [
    changedRecord(context, job, { ...changes, status }, stamp),
    ...moveEvents(context, job, status, input.note),
    ...changeEvents(context, job, changes, stamp),
  ];
}

/**
 * Delivers a car from any open status and takes what is paid for it, all or nothing: the job with its bill and due date,
 * the timeline's lines, the visit, the payment with its proof, and the discount.
 */
export function deliverAndCollect(
  context: ActContext,
  job: Job,
  input: DeliverAndCollectInput,
  given: GivenWaivers = [],
): ActResult {
  const refused = refusal(context, job, input);
  if (refused !== undefined) return refused;
  const { discount, payment } = input;
  const nothing: Result<AnyDocument[], Problem> = { ok: true, value: [] };
  const moved = jobDocuments(context, job, input);
  const paid = payment === undefined ? nothing : paymentDocuments(context, job, payment);
  if (!paid.ok) return paid;
  const waived = discount === undefined ? [] : [waiverDocument(context, job, discount, given)];
  return act(context, 'deliver_and_collect', [...moved, ...paid.value, ...waived]);
}
