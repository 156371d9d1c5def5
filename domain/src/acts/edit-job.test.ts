import { expect, test } from 'vitest';
import type { Job } from '#src/documents/job.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { editJob } from './edit-job.ts';
import { openJob } from './open-job.ts';

const phone = testContext({ actor: testPeople.manager });
const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' }))
  .documents[0] as unknown as Job;

test('people named in another order are no change, and no line of the timeline tells of one', () => {
  const [job] = acted(editJob(phone, opened, { assigned: ['tara', 'ravi'] })).documents;
  const again = editJob(phone, job as unknown as Job, { assigned: ['tara', 'ravi'] });
  expect(again).toEqual({ ok: false, reason: { code: 'nothing_changed' } });
  const [changed, event] = acted(editJob(phone, job as unknown as Job, { assigned: ['tara'] })).documents;
  expect(Object.values(changed?.stamps ?? {})).toContain(event?.['hlc']);
});
