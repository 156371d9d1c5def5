import { expect, test } from 'vitest';
import { changedRecord } from '#src/acts/build.ts';
import { openJob } from '#src/acts/open-job.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { merge } from './merge.ts';

const context = testContext();
const documents = acted(openJob(context, { plate: 'MH12AB1234', customerName: 'Raj' })).documents;
const job = documents.find((document) => document.type === 'job') as AnyDocument;

function moved(from: AnyDocument, desk: string): AnyDocument {
  context.wait(1000);
  return merge([from, changedRecord(context, from, { desk })]);
}

test('a desk that returns and leaves again is not forgotten', () => {
  const left = moved(job, testPeople.manager.userId);
  expect(left.was).toEqual(['desk:olga']);
  const back = moved(left, testPeople.owner.userId);
  expect([back.access, back.was]).toEqual([['desk:olga'], ['desk:meera']]);
  const again = moved(back, testPeople.otherManager.userId);
  expect([again.access, again.was]).toEqual([['desk:manoj'], ['desk:meera', 'desk:olga']]);
});

test('a customer taken out of the shared book is remembered as shared, whichever branch comes first', () => {
  const customer = documents.find((document) => document.type === 'customer') as AnyDocument;
  context.wait(1000);
  const hidden = changedRecord(context, customer, { shared: false });
  context.wait(1000);
  const third = changedRecord(context, hidden, { desks: ['manoj', 'olga'] });
  for (const leaves of [
    [customer, hidden, third],
    [third, customer],
    [merge([third, hidden]), customer],
  ]) {
    const joined = merge(leaves);
    expect([joined.access, joined.was]).toEqual([['desk:manoj', 'desk:olga'], ['staff']]);
  }
});

test('an edit of one field and an edit of another, made apart, are both there', () => {
  const other = testContext({ actor: testPeople.manager, startMs: Date.parse('2026-04-02T06:00:00.000Z') });
  const phone = changedRecord(context, job, { phone: '+919876543210' });
  const model = changedRecord(other, job, { carModel: 'Honda City' });
  expect(merge([model, phone])).toMatchObject({ phone: '+919876543210', carModel: 'Honda City' });
});

test('a field that was cleared later stays cleared', () => {
  const named = changedRecord(context, job, { address: 'Baner' });
  context.wait(1);
  const cleared = changedRecord(context, named, { address: undefined });
  expect(merge([named, cleared])).not.toHaveProperty('address');
  expect(merge([cleared, named])).not.toHaveProperty('address');
});
