import { expect, test } from 'vitest';
import type { Act } from '#src/acts/act.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import type { JobStatusValue } from '#src/status/status.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { statusTimes } from './status-times.ts';

const hour = 3_600_000;

/** A job that waits so many hours before each of its moves. */
function story(...moves: readonly (readonly [hours: number, to: JobStatusValue])[]) {
  const context = testContext();
  const documents = new Map<string, AnyDocument>();
  const keep = (act: Act): void => {
    for (const one of act.documents) documents.set(one._id, one);
  };
  const ofType = (type: string) => [...documents.values()].filter((one) => one.type === type);
  const job = () => ofType('job')[0] as unknown as Job;
  keep(acted(openJob(context, { plate: 'MH12AB1234', customerName: 'Raj Kumar' })));
  for (const [hours, to] of moves) {
    context.wait(hours * hour);
    keep(acted(moveJob(context, job(), to)));
  }
  return { job: job(), events: ofType('jobEvent') as unknown as JobEvent[] };
}

test('tells how long each status lasted, the present one not', () => {
  const one = story([2, 'in_progress'], [5, 'waiting_for_parts'], [24, 'in_progress'], [3, 'completed']);
  const other = story([4, 'in_progress']);
  expect(statusTimes([one, other])).toEqual([
    { status: 'pending', stays: 2, averageMs: 3 * hour },
    { status: 'in_progress', stays: 2, averageMs: 4 * hour },
    { status: 'waiting_for_parts', stays: 1, averageMs: 24 * hour },
  ]);
  expect(statusTimes([{ ...one, events: one.events.toReversed() }])).toEqual(statusTimes([one]));
});

test('leaves out a stay whose beginning is not here', () => {
  const one = story([2, 'in_progress'], [5, 'waiting_for_parts'], [24, 'in_progress']);
  const events = one.events.filter(({ to }) => to !== 'waiting_for_parts');
  expect(statusTimes([{ ...one, events }])).toEqual([{ status: 'pending', stays: 1, averageMs: 2 * hour }]);
  expect(statusTimes([])).toEqual([]);
});
