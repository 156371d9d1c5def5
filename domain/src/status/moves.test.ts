import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveJob, takeBackMove } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import type { Job } from '#src/documents/job.ts';
import { acted, testContext, type TestContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { may } from '#src/permissions/may.ts';
import { canDeliver, nextMoves, takeBackWindowMs } from './moves.ts';
import { compareStatus, isFinal, jobStatusSchema, stampOfMove, type JobStatusValue } from './status.ts';
import { arbitraryStatus } from '#src/testing/arbitrary-records.ts';

const { manager, owner } = testPeople;
const statuses = jobStatusSchema.options;

/** The table of the design, once more by hand. */
const table: Readonly<Record<JobStatusValue, string>> = {
  pending: 'in_progress waiting_for_parts completed cancelled',
  in_progress: 'waiting_for_parts quality_check completed cancelled',
  waiting_for_parts: 'in_progress cancelled',
  quality_check: 'in_progress waiting_for_parts completed cancelled',
  completed: 'in_progress delivered cancelled',
  delivered: 'in_progress',
  cancelled: 'in_progress',
};

function jobAt(context: TestContext, ...path: JobStatusValue[]): Job {
  let job = acted(openJob(context, { plate: 'MH12AB1234', customerName: 'Raj' }))
    .documents[0] as unknown as Job;
  for (const status of path) {
    context.wait(1000);
    job = acted(moveJob(context, job, status)).documents[0] as unknown as Job;
  }
  return job;
}

const pathTo: Readonly<Record<JobStatusValue, JobStatusValue[]>> = {
  pending: [],
  in_progress: ['in_progress'],
  waiting_for_parts: ['waiting_for_parts'],
  quality_check: ['in_progress', 'quality_check'],
  completed: ['completed'],
  delivered: ['delivered'],
  cancelled: ['cancelled'],
};

test.each(statuses.flatMap((from) => statuses.map((to) => ({ from, to }))))(
  '$from to $to',
  ({ from, to }) => {
    const listed = table[from].split(' ').includes(to);
    const deliverable = to === 'delivered' && !isFinal(from);
    const results = [manager, owner].map((actor) => {
      const context = testContext({ actor });
      return moveJob(context, jobAt(context, ...pathTo[from]), to).ok;
    });
    expect(results).toEqual([(listed && !isFinal(from)) || deliverable, listed || deliverable]);
  },
);

test('what may come next for a manager ends with delivery and cancellation; anything open can be delivered', () => {
  for (const status of statuses) {
    expect(nextMoves(status, 'manager').length === 0).toBe(isFinal(status));
    expect(canDeliver(status)).toBe(!isFinal(status));
  }
});

test('delivery leaves a visit and keeps the time of completion', () => {
  const context = testContext({ actor: manager });
  const done = jobAt(context, 'completed');
  context.wait(3_600_000);
  const { documents } = acted(moveJob(context, done, 'delivered'));
  expect(documents.map((document) => document.type)).toEqual(['job', 'jobEvent', 'visit']);
  expect(documents[0]?.['status']).toMatchObject({
    value: 'delivered',
    completedAt: done.status.completedAt,
    deliveredAt: context.now,
  });
});

test('a manager takes the own final move back within 15 minutes, in a new round, and the gateway allows it', () => {
  const context = testContext({ actor: manager });
  const delivered = jobAt(context, 'delivered');
  context.wait(takeBackWindowMs);
  const [back] = acted(takeBackMove(context, delivered, 'completed')).documents;
  expect(back?.['status']).toMatchObject({ value: 'completed', round: 1 });
  expect(may(manager, delivered, back as never)).toBeUndefined();
});

test('after 15 minutes, or for another person’s move, taking back is refused on the phone and by the gateway', () => {
  const context = testContext({ actor: manager });
  const delivered = jobAt(context, 'delivered');
  context.wait(takeBackWindowMs + 1);
  expect(takeBackMove(context, delivered, 'completed')).toMatchObject({
    reason: { code: 'take_back_too_late' },
  });
  const forged = {
    ...delivered,
    status: { ...delivered.status, value: 'completed' as const, round: 1, hlc: context.stamp() },
  };
  expect(may(manager, delivered, forged)).toBe('protected_field');

  const byOwner = testContext({ actor: owner });
  const theirs = { ...jobAt(byOwner, 'delivered'), desk: manager.userId };
  expect(takeBackMove(context, theirs, 'completed')).toMatchObject({
    reason: { code: 'take_back_too_late' },
  });
});

test('an owner reopens a finished job in a new round, at any time', () => {
  const context = testContext({ actor: owner });
  const cancelled = jobAt(context, 'cancelled');
  context.wait(takeBackWindowMs * 1000);
  const [reopened] = acted(moveJob(context, cancelled, 'in_progress')).documents;
  expect(reopened?.['status']).toEqual({ value: 'in_progress', round: 1, hlc: expect.any(String) });
  expect(may(owner, cancelled, reopened as never)).toBeUndefined();
});

test('statuses are in a total order: comparing turned round turns the sign, and order is transitive', () => {
  fc.assert(
    fc.property(arbitraryStatus, arbitraryStatus, arbitraryStatus, (a, b, c) => {
      expect(Math.sign(compareStatus(a, b)) + Math.sign(compareStatus(b, a))).toBe(0);
      const ordered = [a, b, c].toSorted(compareStatus);
      expect(
        ordered.every((one, index) => index === 0 || compareStatus(ordered[index - 1] ?? one, one) <= 0),
      ).toBe(true);
    }),
  );
});

test('a move whose clock was lowered is still found by its event, one that came after it too', () => {
  const context = testContext({ actor: manager });
  const { status } = jobAt(context, 'completed');
  context.wait(60_000);
  const of = context.stamp();
  expect(stampOfMove(status)).toBe(status.hlc);
  expect(stampOfMove({ ...status, of })).toBe(of);
  const other = testContext({ actor: owner }).stamp();
  expect(stampOfMove({ ...status, hlc: other, of })).toBe(other);
});
