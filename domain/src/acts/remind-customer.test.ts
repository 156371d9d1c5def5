import { expect, test } from 'vitest';
import type { Job, JobEvent } from '#src/documents/job.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { addNote } from './edit-job.ts';
import { openJob } from './open-job.ts';
import { isReminder, remindCustomer } from './remind-customer.ts';

const { owner, manager, otherManager } = testPeople;

function jobAt(actor: typeof manager): Job {
  const act = acted(openJob(testContext({ actor }), { plate: 'MH12AB1234', customerName: 'Raj Kumar' }));
  return act.documents.find(({ type }) => type === 'job') as unknown as Job;
}
const [own, others] = [jobAt(manager), jobAt(otherManager)];

test('each job that is owed is told of the reminder; a manager writes at the own desk alone', () => {
  const byOwner = acted(remindCustomer(testContext({ actor: owner }), [own, others], 'Reminded of ₹500'));
  expect(byOwner.documents.map(({ desk }) => desk)).toEqual([manager.userId, otherManager.userId]);
  const byManager = acted(remindCustomer(testContext({ actor: manager }), [own, others], 'Reminded of ₹500'));
  expect(byManager.documents.map(({ jobId }) => jobId)).toEqual([own._id]);
  expect(remindCustomer(testContext({ actor: manager }), [others], 'x')).toMatchObject({ ok: false });
  expect(remindCustomer(testContext({ actor: manager }), [own], ' ')).toMatchObject({ ok: false });
});

test('a reminder is told from other notes by its mark and not by its words', () => {
  const context = testContext({ actor: manager });
  const [line] = acted(remindCustomer(context, [own], 'Erinnert')).documents as unknown as [JobEvent];
  const [note] = acted(addNote(context, own, 'reminder')).documents as unknown as [JobEvent];
  expect([isReminder(line), isReminder(note)]).toEqual([true, false]);
});
