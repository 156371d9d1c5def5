import { money, plateKindSchema } from '@revops/domain';
import * as fc from 'fast-check';
import type { PaperPayment, PaperSource } from '#src/model/paper-source.ts';
import { sampleJob, samplePayment, sampleSource } from './sample-source.ts';

const largest = 99_99_99_999_99;
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 60) }),
    fc.lorem({ maxCount: 25 }).map((words) => words.slice(0, maxLength)),
    fc.constant('Thiruvananthapuramvenkatasubramaniankrishnamoorthyiyer & Sons'.slice(0, maxLength)),
  );
const paragraph = fc.array(text(120), { minLength: 1, maxLength: 24 }).map((lines) => lines.join('\n'));

const payment: fc.Arbitrary<PaperPayment> = fc
  .record(
    {
      number: fc.option(
        fc.nat(99_999).map((n) => `AA1 · ${n}`),
        { nil: undefined },
      ),
      amount: fc.integer({ min: 1, max: largest }),
      kind: fc.constantFrom('advance', 'partial', 'final', 'refund'),
      method: fc.constantFrom('cash', 'upi', 'card', 'bank', 'cheque'),
      state: fc.constantFrom('waiting', 'confirmed', 'rejected', 'cancelled', 'clash'),
      utr: fc.option(fc.stringMatching(/^[A-Z0-9]{12,22}$/), { nil: undefined }),
      collectorName: text(80),
    },
    { noNullPrototype: true },
  )
  .map((more) => samplePayment(more));

/** Whatever people may have typed, up to amounts of ₹99,99,99,999 and two dozen lines of work. */
export const arbitrarySource: fc.Arbitrary<PaperSource> = fc
  .record({
    job: fc.record(
      {
        customerName: text(120),
        phone: fc.constant('+919876543210'),
        carModel: text(80),
        vehicleNumber: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
        workDescription: paragraph,
        partsRequired: paragraph,
        address: text(300),
        billedAmount: fc.integer({ min: 0, max: largest }).map(money),
        odometer: fc.nat(9_999_999),
      },
      { requiredKeys: ['customerName', 'vehicleNumber'], noNullPrototype: true },
    ),
    name: text(80),
    address: text(300),
    plateKind: fc.constantFrom(...plateKindSchema.options),
    waiting: fc.integer({ min: 0, max: largest }),
    confirmed: fc.integer({ min: -largest, max: largest }),
    waived: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: largest })),
    payments: fc.array(payment, { minLength: 1, maxLength: 12 }),
  })
  .map(({ job, name, address, plateKind, waiting, confirmed, waived, payments }) => {
    const base = sampleSource();
    const { billedAmount: _billed, ...bare } = sampleJob();
    return {
      ...base,
      workshop: { ...base.workshop, name, address },
      job: { ...bare, ...job },
      plateKind,
      received: { waiting, confirmed, waived },
      payments,
    };
  });
