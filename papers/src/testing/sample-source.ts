import { money, type Job } from '@revops/domain';
import type { PaperPayment, PaperSource } from '#src/model/paper-source.ts';

const clock = '1784376000000-0000-d1';

/** A payment of ₹2,000 by UPI that waits, unless told otherwise. */
export function samplePayment(more: Partial<PaperPayment> = {}): PaperPayment {
  return {
    id: 'payment:p1',
    number: 'A1 · 7',
    amount: 2_000_00,
    kind: 'partial',
    method: 'upi',
    state: 'waiting',
    utr: '412345678901',
    collectorName: 'Suresh Patil',
    receivedAt: '2026-11-20T08:40:00.000Z',
    ...more,
  };
}

export function sampleJob(more: Partial<Job> = {}): Job {
  return {
    _id: 'job:j1',
    type: 'job',
    schema: 1,
    createdAt: '2026-11-18T03:42:00.000Z',
    offset: 330,
    createdBy: 'suresh',
    device: 'd1',
    access: ['desk:suresh'],
    stamps: {},
    number: 'A1-0042',
    desk: 'suresh',
    assigned: [],
    vehicleId: 'vehicle:v1',
    customerId: 'customer:c1',
    customerName: 'Raj Kumar',
    phone: '+919876543210',
    carModel: 'Honda City',
    vehicleNumber: 'MH12AB1234',
    workDescription: 'Engine oil change\nFront brake pads\nWheel alignment',
    billedAmount: money(5_000_00),
    promisedAt: '2026-11-20T12:30:00.000Z',
    odometer: 45_210,
    status: {
      value: 'completed',
      round: 0,
      hlc: clock,
      completedAt: '2026-11-20T10:00:00.000Z',
    },
    ...more,
  };
}

/** A finished job of ₹5,000 with ₹1,000 confirmed and ₹2,000 waiting. */
export function sampleSource(more: Partial<PaperSource> = {}): PaperSource {
  return {
    workshop: {
      name: 'Verma Motors',
      address: '12 FC Road, Shivajinagar\nPune 411005',
      phone: '+912025512345',
      gstin: '27ABCDE1234F1Z5',
      currency: 'INR',
      timeZone: 'Asia/Kolkata',
      locale: 'en-IN',
    },
    job: sampleJob(),
    plateKind: 'private',
    received: { waiting: 2_000_00, confirmed: 1_000_00, waived: 0 },
    payments: [
      samplePayment({
        id: 'payment:p0',
        number: 'A1 · 6',
        amount: 1_000_00,
        kind: 'advance',
        method: 'cash',
        state: 'confirmed',
        utr: undefined,
        receivedAt: '2026-11-18T03:45:00.000Z',
      }),
      samplePayment(),
    ],
    madeAt: '2026-11-21T11:10:00.000Z',
    ...more,
  };
}
