import { describe, expect, test } from 'vitest';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { merge } from '#src/merge/merge.ts';
import { may } from '#src/permissions/may.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { changedRecord } from './build.ts';
import { mergeRecords, separateRecords } from './merge-records.ts';
import { openJob, type OpenJobInput } from './open-job.ts';

const { owner, manager, otherManager } = testPeople;
const asOwner = testContext({ actor: owner });
const asManager = testContext({ actor: manager, code: 'B1' });
const asOther = testContext({ actor: otherManager, code: 'C1' });
asOwner.wait(60_000);

function book(context: typeof asOwner, input: OpenJobInput): { customer: Customer; vehicle: Vehicle } {
  const { documents } = acted(openJob(context, input));
  const of = (type: string): unknown => documents.find((one) => one.type === type);
  return { customer: of('customer') as Customer, vehicle: of('vehicle') as Vehicle };
}

const raj = book(asManager, { plate: 'MH12AB1234', customerName: 'Raj Kumar' });
const again = book(asOther, {
  plate: 'MH12AB1234',
  customerName: 'R Kumar',
  phone: '+919812345678',
  carModel: 'Swift',
});
const bodyOf = (documents: readonly AnyDocument[], id: string): Customer =>
  documents.find((one) => one._id === id) as unknown as Customer;

const merged = acted(mergeRecords(asOwner, { kept: raj.customer, gone: again.customer })).documents;
const kept = bodyOf(merged, raj.customer._id);
const gone = bodyOf(merged, again.customer._id);

describe('two records of one customer', () => {
  test('become one that keeps its own words and takes over what it lacks', () => {
    expect(gone).toMatchObject({ name: 'R Kumar', mergedInto: raj.customer._id });
    expect(kept).toMatchObject({ name: 'Raj Kumar', phone: '+919812345678' });
    expect(kept.desks).toEqual([manager.userId, otherManager.userId].toSorted());
    expect(kept.mergedInto).toBeUndefined();
  });

  test('are as before when it is taken back', () => {
    asOwner.wait(1000);
    const apart = acted(separateRecords(asOwner, gone, kept)).documents;
    const { phone, desks } = bodyOf(apart, kept._id);
    expect([phone, desks]).toEqual([undefined, raj.customer.desks]);
    expect(bodyOf(apart, gone._id).mergedInto).toBeUndefined();
  });

  test('that were changed since keep the change when it is taken back', () => {
    const moved = changedRecord(asOwner, kept, { phone: '+919800000000' }) as unknown as Customer;
    asOwner.wait(1000);
    const apart = acted(separateRecords(asOwner, gone, moved)).documents;
    expect(bodyOf(apart, kept._id).phone).toBe('+919800000000');
  });

  test('merged both ways on two phones can be merged again, and then there is no circle', () => {
    const other = bodyOf(
      acted(mergeRecords(asOwner, { kept: again.customer, gone: raj.customer })).documents,
      raj.customer._id,
    );
    const circle = merge([kept, other]) as unknown as Customer;
    expect([circle.mergedInto, gone.mergedInto]).toEqual([gone._id, circle._id]);
    asOwner.wait(1000);
    const { documents } = acted(mergeRecords(asOwner, { kept: circle, gone }));
    expect(bodyOf(documents, circle._id).mergedInto).toBeUndefined();
    expect(bodyOf(documents, gone._id).mergedInto).toBe(circle._id);
  });

  test('are no pair when they are one, of two types, or merged already', () => {
    const invalid = { ok: false, reason: { code: 'invalid' } };
    expect(mergeRecords(asOwner, { kept: raj.customer, gone: raj.customer })).toEqual(invalid);
    expect(mergeRecords(asOwner, { kept: raj.customer, gone: raj.vehicle })).toEqual(invalid);
    const nothing = { ok: false, reason: { code: 'nothing_changed' } };
    expect(mergeRecords(asOwner, { kept, gone })).toEqual(nothing);
    expect(separateRecords(asOwner, kept)).toEqual(nothing);
  });
});

test('two records of one car know all its customers and its model', () => {
  const { documents } = acted(mergeRecords(asOwner, { kept: raj.vehicle, gone: again.vehicle }));
  const car = documents.find(({ _id }) => _id === raj.vehicle._id) as unknown as Vehicle;
  expect(car.model).toBe('Swift');
  expect(car.customerIds).toEqual([raj.customer._id, again.customer._id].toSorted());
});

test('a manager merges what is readable and nothing that would open the book to others', () => {
  asManager.wait(90_000);
  const result = mergeRecords(asManager, { kept: raj.customer, gone: again.customer });
  // The kept record would name a desk that is not the manager's own: that word is an owner's.
  expect(result).toEqual({ ok: false, reason: { code: 'not_permitted' } });
  const own = book(asManager, { plate: 'MH12AB1234', customerName: 'Raj K', phone: '+919812345678' });
  asManager.wait(1000);
  const { documents } = acted(mergeRecords(asManager, { kept: raj.customer, gone: own.customer }));
  for (const document of documents) {
    const before = [raj.customer, own.customer].find(({ _id }) => _id === document._id);
    expect(may(manager, before, document)).toBeUndefined();
  }
});
