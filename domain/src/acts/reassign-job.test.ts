import { describe, expect, test } from 'vitest';
import { merge } from '#src/merge/merge.ts';
import type { Job } from '#src/documents/job.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { editJob } from './edit-job.ts';
import { openJob } from './open-job.ts';
import { reassignJob } from './reassign-job.ts';

const { owner, manager, otherManager } = testPeople;
const asManager = testContext({ actor: manager });
const asOwner = testContext({ actor: owner, code: 'B1' });
asOwner.wait(60_000);
const job = acted(openJob(asManager, { plate: 'MH12AB1234', customerName: 'Raj' }))
  .documents[0] as unknown as Job;

describe('moving a job to another desk', () => {
  test('changes who reads it and says so in the timeline of the new desk', () => {
    const [moved, event] = acted(reassignJob(asOwner, job, otherManager.userId)).documents;
    expect(moved).toMatchObject({ _id: job._id, access: [`desk:${otherManager.userId}`] });
    expect(event).toMatchObject({
      kind: 'reassigned',
      from: manager.userId,
      to: otherManager.userId,
      access: [`desk:${otherManager.userId}`],
    });
  });

  test('is refused to a manager, also for the own desk, and to the desk it is at', () => {
    expect(reassignJob(asManager, job, otherManager.userId)).toEqual({
      ok: false,
      reason: { code: 'not_permitted' },
    });
    expect(reassignJob(asOwner, job, manager.userId)).toEqual({
      ok: false,
      reason: { code: 'nothing_changed', field: 'desk' },
    });
  });

  test('is kept beside an edit made apart', () => {
    const moved = acted(reassignJob(asOwner, job, otherManager.userId)).documents[0];
    const edited = acted(editJob(asManager, job, { workerAssigned: 'Suresh' })).documents[0];
    if (moved === undefined || edited === undefined) throw new Error('an act without documents');
    expect(merge([moved, edited])).toMatchObject({ desk: otherManager.userId, workerAssigned: 'Suresh' });
  });
});
