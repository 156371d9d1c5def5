import * as fc from 'fast-check';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { roleSchema } from '#src/documents/people.ts';
import { plateKindSchema } from '#src/plates/plate.ts';
import { jobStatusSchema } from '#src/status/status.ts';
import { arbitraryRecord } from './arbitrary-envelope.ts';
import {
  arbitraryDesk,
  arbitraryId,
  arbitraryInstant,
  arbitraryLine,
  arbitraryMoney,
  arbitraryPhone,
  arbitraryPlate,
  arbitraryStamp,
  arbitraryUser,
} from './arbitrary-values.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const set = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc.uniqueArray(arbitrary, { maxLength: 3 }).map((elements) => elements.toSorted());

/** A status of any round, final or not. */
export const arbitraryStatus = fc
  .record({
    value: fc.constantFrom(...jobStatusSchema.options),
    round: fc.nat({ max: 2 }),
    hlc: arbitraryStamp,
    of: fc.option(arbitraryStamp, { nil: undefined, freq: 8 }),
    completedAt: maybe(arbitraryInstant),
    deliveredAt: maybe(arbitraryInstant),
  })
  .map(({ of, completedAt, deliveredAt, ...status }) => ({
    ...status,
    ...(of === undefined ? {} : { of }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
  }));

const workshop = arbitraryRecord(
  'workshop',
  fc.record({
    _id: fc.constant('workshop:self'),
    name: arbitraryLine,
    address: maybe(arbitraryLine),
    phone: maybe(arbitraryPhone),
    gstin: maybe(fc.constant('27AAPFU0939F1ZV')),
    currency: fc.constant('INR'),
    timeZone: fc.constantFrom('Asia/Kolkata', 'Europe/London'),
    locale: fc.constant('en-IN'),
    shareCustomers: fc.boolean(),
    upi: maybe(fc.record({ vpa: fc.constant('shop@okbank'), payee: arbitraryLine })),
    waiverLimit: arbitraryMoney,
  }),
);

const member = arbitraryRecord(
  'member',
  fc.record({
    _id: arbitraryUser.map((id) => `member:${id}`),
    name: arbitraryLine,
    phone: maybe(arbitraryPhone),
    role: fc.constantFrom(...roleSchema.options),
    active: fc.boolean(),
  }),
);

const device = arbitraryRecord(
  'device',
  fc.record({
    _id: arbitraryUser.map((id) => `device:${id}-phone`),
    userId: arbitraryUser,
    code: fc.constantFrom('A1', 'B7', 'AA3'),
    label: fc.constant('Chrome on Android'),
    issued: fc.nat({ max: 90 }),
    lastHeard: maybe(arbitraryInstant),
    closed: maybe(fc.boolean()),
  }),
);

const book = {
  mergedInto: maybe(fc.constant('customer:3')),
  shared: fc.boolean(),
  desks: set(arbitraryDesk),
  archived: maybe(fc.boolean()),
};

const customer = arbitraryRecord(
  'customer',
  fc
    .record({
      ...book,
      name: maybe(arbitraryLine),
      phone: maybe(arbitraryPhone),
      address: maybe(arbitraryLine),
    })
    .filter(({ name, phone }) => name !== undefined || phone !== undefined),
);

const vehicle = arbitraryRecord(
  'vehicle',
  fc.record({
    ...book,
    plate: arbitraryPlate,
    plateKind: fc.constantFrom(...plateKindSchema.options),
    model: maybe(arbitraryLine),
    customerIds: set(arbitraryId('customer')),
  }),
);

const job = arbitraryRecord(
  'job',
  fc
    .record({
      number: fc.constantFrom('A1-0042', 'B7-0001'),
      desk: arbitraryDesk,
      assigned: set(fc.constantFrom('tara', 'meera', 'ravi')),
      vehicleId: arbitraryId('vehicle'),
      customerId: arbitraryId('customer'),
      status: arbitraryStatus,
      customerName: maybe(arbitraryLine),
      phone: maybe(arbitraryPhone),
      carModel: maybe(arbitraryLine),
      vehicleNumber: arbitraryPlate,
      workDescription: maybe(arbitraryLine),
      estimatedAmount: maybe(arbitraryMoney),
      billedAmount: maybe(arbitraryMoney),
      dueAt: maybe(arbitraryInstant),
      promisedAt: maybe(arbitraryInstant),
      odometer: maybe(fc.nat({ max: 400_000 })),
      address: maybe(arbitraryLine),
      partsRequired: maybe(arbitraryLine),
      workerAssigned: maybe(arbitraryLine),
      internalNotes: maybe(arbitraryLine),
      archived: maybe(fc.boolean()),
    })
    .filter(({ customerName, phone }) => customerName !== undefined || phone !== undefined),
);

/** A generator for every type of record. */
export const arbitraryRecords: Readonly<Record<string, fc.Arbitrary<AnyDocument>>> = {
  workshop,
  member,
  device,
  customer,
  vehicle,
  job,
};
