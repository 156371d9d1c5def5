import { money, nextStamp, type AnyDocument, type Settlement } from '@revops/domain';
import { serverDocument, workshopDocument } from '#src/data/testing/phone.ts';

const member = (id: string, name: string, role: 'owner' | 'manager'): AnyDocument =>
  serverDocument({ _id: `member:${id}`, type: 'member', name, role, active: true, stamps: {} });

/** Meera is the owner in front of the screen, Ravi her manager, Lata a second one. */
export const cashPeople: readonly AnyDocument[] = [
  workshopDocument(),
  member('meera', 'Meera Joshi', 'owner'),
  member('ravi', 'Ravi Kumar', 'manager'),
  member('lata', 'Lata Rao', 'manager'),
];

/** A job at Ravi's desk. */
export const ravisJob = serverDocument({
  _id: 'job:r1',
  type: 'job',
  number: 'B1-0001',
  desk: 'ravi',
  assigned: [],
  vehicleId: 'vehicle:1',
  customerId: 'customer:raj',
  customerName: 'Raj Kumar',
  vehicleNumber: 'MH12AB1234',
  billedAmount: money(500_000),
  status: {
    value: 'in_progress',
    round: 0,
    hlc: nextStamp(undefined, Date.parse('2026-05-01T05:00:00.000Z'), 'ravi-phone'),
  },
  stamps: {},
});

/** Cash that somebody took for it. */
export const cashTaken = (id: string, collectedBy: string, rupees: number): AnyDocument =>
  serverDocument({
    _id: `payment:${id}`,
    type: 'payment',
    jobId: 'job:r1',
    desk: 'ravi',
    amount: money(rupees * 100),
    kind: 'partial',
    method: 'cash',
    collectedBy,
    receivedAt: '2026-05-01T05:00:00.000Z',
    byOwner: collectedBy === 'meera',
  });

export const givenId = '0198c5d2-77aa-7cc1-8a11-6f6b1d2e3f40';

/** Ravi hands Meera cash. */
export const given = (rupees: number, payments: readonly string[] = []): AnyDocument & Settlement =>
  serverDocument({
    _id: `settlement:${givenId}`,
    type: 'settlement',
    from: 'ravi',
    to: 'meera',
    amount: money(rupees * 100),
    payments,
  }) as AnyDocument & Settlement;

/** The field for pieces of a note; its label has the amount for the eye beside the words. */
export const notesOf = (rupees: number): string => `₹${rupees}₹${rupees} notes`;
