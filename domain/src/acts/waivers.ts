import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { ownWaiverId, type Waiver, type WaiverDecision } from '#src/documents/waiver.ts';
import { bareId } from '#src/ids/document-id.ts';
import { zeroMoney, type Money } from '#src/money/money.ts';
import { nextTurn } from '#src/payments/payment-state.ts';
import { latestWaiverDecision, waiverState } from '#src/payments/waiver-state.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem, type Problem } from './problem.ts';

/** What a customer need not pay, and why. */
export interface WaiverInput {
  readonly amount: Money;
  readonly reason: string;
}

/** The waivers of a job that are known here. */
export type GivenWaivers = readonly Pick<AnyDocument, '_id'>[];

/** Whether a waiver would count without an owner's word, as far as is known here; the server has the last look. */
export function countsAlone(
  context: Pick<ActContext, 'role' | 'userId' | 'workshop'>,
  jobId: string,
  amount: number,
  given: GivenWaivers,
): boolean {
  if (context.role === 'owner') return true;
  const isFirst = given.every(({ _id }) => _id !== ownWaiverId(jobId, context.userId));
  return isFirst && amount <= context.workshop.waiverLimit;
}

/** What has to be put right before a waiver can be written. */
export function waiverProblem(
  context: ActContext,
  job: Pick<Job, 'desk'>,
  input: WaiverInput,
): { readonly ok: false; readonly reason: Problem } | undefined {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  if (input.amount <= 0) return problem('amount_not_positive', 'discount');
  return input.reason.trim() === '' ? problem('reason_needed', 'reason') : undefined;
}

/** The document of a waiver: under the writer's one id for the job where it counts alone, else under an id that waits for the owner. */
export function waiverDocument(
  context: ActContext,
  job: Pick<Job, '_id' | 'desk'>,
  { amount, reason }: WaiverInput,
  given: GivenWaivers,
): AnyDocument {
  const byOwner = context.role === 'owner';
  const id =
    !byOwner && countsAlone(context, job._id, amount, given)
      ? ownWaiverId(job._id, context.userId)
      : undefined;
  const limit = byOwner ? zeroMoney : context.workshop.waiverLimit;
  const content = { jobId: job._id, desk: job.desk, amount, reason: reason.trim(), byOwner, limit };
  return newEntry(context, 'waiver', content, id);
}

/** Lets a customer off a part of the bill: a discount, or a due that is written off. */
export function waive(
  context: ActContext,
  job: Pick<Job, '_id' | 'desk'>,
  input: WaiverInput,
  given: GivenWaivers,
): ActResult {
  return (
    waiverProblem(context, job, input) ?? act(context, 'waive', [waiverDocument(context, job, input, given)])
  );
}

/** An owner agrees to a waiver, rejects it with a reason, or takes that word back. The latest turn counts; all stay. */
export function decideWaiver(
  context: ActContext,
  waiver: Waiver,
  followers: readonly AnyDocument[],
  input: { readonly verdict: WaiverDecision['verdict']; readonly reason?: string | undefined },
): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  const reason = input.reason?.trim();
  if (input.verdict === 'rejected' && (reason ?? '') === '') return problem('reason_needed', 'reason');
  if (waiverState(waiver, followers).state === input.verdict) return problem('already_decided');
  const standing = latestWaiverDecision(followers)?.verdict ?? 'withdrawn';
  if (input.verdict === 'withdrawn' && standing === 'withdrawn') return problem('not_waiting');
  const turn = nextTurn(followers);
  const content = {
    waiverId: waiver._id,
    desk: waiver.desk,
    turn,
    verdict: input.verdict,
    reason: reason === '' ? undefined : reason,
  };
  return act(context, 'decide_waiver', [
    newEntry(context, 'waiverDecision', content, `waiverDecision:${bareId(waiver._id)}:${turn}`),
  ]);
}
