import type { ActKind, ActResult } from '#src/acts/act.ts';
import { deliverAndCollect } from '#src/acts/deliver-and-collect.ts';
import { giveBack } from '#src/acts/give-back.ts';
import { problem } from '#src/acts/problem.ts';
import { decideWaiver, waive, type WaiverInput } from '#src/acts/waivers.ts';
import type { Random } from '#src/demo/random.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { paymentMethodSchema } from '#src/documents/payment.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { anyAmount, followersOf, ofType, type Sight } from './sight.ts';

const verdicts = ['confirmed', 'rejected', 'withdrawn'] as const;

/** What this person sees of a job's waivers. */
export const waiversOf = (sight: Sight, jobId: string): readonly AnyDocument[] =>
  sight.documents.filter((document) => document.type === 'waiver' && document['jobId'] === jobId);

/** Sometimes a discount beside something else. */
export const anyDiscount = (random: Random): WaiverInput | undefined =>
  random.chance(0.3) ? { amount: anyAmount(random), reason: 'Regular customer' } : undefined;

function withJob(sight: Sight, act: (job: Job, given: readonly AnyDocument[]) => ActResult): ActResult {
  const jobs = ofType<Job>(sight, 'job');
  if (jobs.length === 0) return problem('nothing_changed');
  const job = sight.random.pick(jobs);
  return act(job, waiversOf(sight, job._id));
}

function decide(sight: Sight): ActResult {
  const waivers = ofType<Waiver>(sight, 'waiver');
  if (waivers.length === 0) return problem('nothing_changed');
  const waiver = sight.random.pick(waivers);
  const verdict = sight.random.pick(verdicts);
  return decideWaiver(sight.context, waiver, followersOf(sight, waiver._id), { verdict, reason: 'Too much' });
}

function deliver(sight: Sight): ActResult {
  const { random, context } = sight;
  return withJob(sight, (job, given) =>
    deliverAndCollect(
      context,
      job,
      {
        billedAmount: random.chance(0.5) ? anyAmount(random) : undefined,
        discount: anyDiscount(random),
        payment: random.chance(0.7)
          ? { amount: anyAmount(random), kind: 'final', method: random.pick(paymentMethodSchema.options) }
          : undefined,
        dueAt: random.chance(0.4) ? '2026-07-01T12:30:00.000Z' : undefined,
      },
      given,
    ),
  );
}

type WaiverActs = 'waive' | 'decide_waiver' | 'deliver_and_collect' | 'give_back';

/** What random people do about discounts, delivery and refunds. */
export const waiverActs: Readonly<Record<WaiverActs & ActKind, (sight: Sight) => ActResult>> = {
  waive: (sight) =>
    withJob(sight, (job, given) =>
      waive(sight.context, job, { amount: anyAmount(sight.random), reason: 'Old due' }, given),
    ),
  decide_waiver: decide,
  deliver_and_collect: deliver,
  give_back: (sight) =>
    withJob(sight, (job) => {
      const { random } = sight;
      const method = random.pick(paymentMethodSchema.options);
      const input = { amount: anyAmount(random), method, reason: 'Paid twice' };
      return giveBack(sight.context, job, input, random.between(0, 1_000_000));
    }),
};
