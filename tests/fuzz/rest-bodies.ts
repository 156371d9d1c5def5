import * as fc from 'fast-check';
import { anyJson, nastyText } from './hostile-values.ts';

const amount = fc.oneof(fc.integer({ min: -1, max: 1_000_000 }), anyJson);

/** A job that somebody opens or changes, nearly. */
export const jobBody = (id: fc.Arbitrary<string>): fc.Arbitrary<object> =>
  fc.record(
    {
      vehicleNumber: fc.oneof(fc.constant('MH12AB1234'), nastyText),
      customerName: nastyText,
      phone: fc.oneof(fc.constant('98765 43210'), nastyText),
      estimatedAmount: amount,
      plannedCompletionDays: amount,
      desk: id,
      status: fc.oneof(fc.constantFrom('in_progress', 'delivered'), anyJson),
      note: nastyText,
      id: nastyText,
    },
    { requiredKeys: [] },
  );

/** A payment, a hand-over, or a word on one, nearly. */
export const moneyBody = (id: fc.Arbitrary<string>): fc.Arbitrary<object> =>
  fc.oneof(
    fc.record(
      {
        jobId: id,
        amount,
        kind: fc.constantFrom('partial', 'refund'),
        method: fc.constantFrom('cash', 'upi'),
        reference: nastyText,
        transfer: nastyText,
        note: nastyText,
      },
      { requiredKeys: ['jobId', 'amount', 'kind', 'method'] },
    ),
    fc.record(
      { amount, to: id, from: id, payments: fc.array(id, { maxLength: 3 }), notes: anyJson, note: nastyText },
      { requiredKeys: ['amount'] },
    ),
    fc.record({ reason: nastyText }),
    fc.constant({}),
  );
