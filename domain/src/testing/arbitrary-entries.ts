import * as fc from 'fast-check';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { paymentKindSchema, paymentMethodSchema } from '#src/documents/payment.ts';
import { photoKindSchema } from '#src/documents/photo.ts';
import { alarmKindSchema } from '#src/documents/review.ts';
import { ownWaiverId } from '#src/documents/waiver.ts';
import { MAX_FILE_BYTES } from '#src/files/file-type.ts';
import { arbitraryEntry } from './arbitrary-envelope.ts';
import {
  arbitraryDesk,
  arbitraryId,
  arbitraryInstant,
  arbitraryLine,
  arbitraryMoney,
  arbitraryStamp,
} from './arbitrary-values.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const assigned = fc.uniqueArray(fc.constantFrom('tara', 'ravi'), { maxLength: 2 });
const turn = fc.integer({ min: 1, max: 6 });
const child = { jobId: arbitraryId('job'), desk: arbitraryDesk };
const follower = { paymentId: arbitraryId('payment'), desk: arbitraryDesk, collectedBy: arbitraryDesk };

/** Verdict, and the reason that a rejection needs. */
const verdict = fc.oneof(
  fc.record({ verdict: fc.constantFrom('confirmed', 'withdrawn'), reason: maybe(arbitraryLine) }),
  fc.record({ verdict: fc.constant('rejected'), reason: arbitraryLine }),
);

const jobEvent = arbitraryEntry(
  'jobEvent',
  fc.record({
    ...child,
    assigned,
    kind: fc.constantFrom('opened', 'moved', 'amount', 'edited', 'assigned', 'reassigned', 'note'),
    from: maybe(arbitraryLine),
    to: maybe(arbitraryLine),
    hlc: arbitraryStamp,
    note: maybe(arbitraryLine),
    fields: maybe(fc.constant(['phone'])),
  }),
);

const visit = arbitraryEntry(
  'visit',
  fc.record({
    ...child,
    vehicleId: arbitraryId('vehicle'),
    round: fc.nat({ max: 3 }),
    day: fc.constantFrom('2026-04-01', '2026-04-02'),
    odometer: maybe(fc.nat({ max: 400_000 })),
    work: maybe(arbitraryLine),
    shared: fc.boolean(),
  }),
);

const photo = arbitraryEntry(
  'photo',
  fc.record({
    ...child,
    assigned,
    kind: fc.constantFrom(...photoKindSchema.options),
    thumbnail: maybe(fc.constantFrom('data:image/jpeg;base64,/9j/4AAQ', 'data:image/webp;base64,UklGRg==')),
    sha256: fc.constantFrom('0'.repeat(64), 'ab'.repeat(32)),
    size: fc.integer({ min: 1, max: MAX_FILE_BYTES }),
  }),
);

const review = arbitraryEntry(
  'review',
  fc.record({
    subject: fc.oneof(
      arbitraryId('job'),
      arbitraryId('payment'),
      arbitraryId('device'),
      arbitraryId('member'),
    ),
    kind: fc.constantFrom(...alarmKindSchema.options),
    cause: arbitraryLine,
    verdict: fc.constantFrom('looked', 'again'),
    note: maybe(arbitraryLine),
  }),
);

const payment = arbitraryEntry(
  'payment',
  fc.record({
    ...child,
    amount: arbitraryMoney,
    kind: fc.constantFrom(...paymentKindSchema.options),
    method: fc.constantFrom(...paymentMethodSchema.options),
    transfer: maybe(fc.constant('transfer-1')),
    note: maybe(arbitraryLine),
    collectedBy: arbitraryDesk,
    receivedAt: arbitraryInstant,
    byOwner: fc.boolean(),
  }),
);

const paymentProof = arbitraryEntry(
  'paymentProof',
  fc.record({
    ...follower,
    utr: fc.constantFrom('412345678901', 'UTR99AA'),
    transfer: maybe(fc.constant('transfer-1')),
  }),
);

/** Ids of the chain are made of the head and the turn. */
const chained = (
  type: string,
  head: string,
  content: fc.Arbitrary<Record<string, unknown>>,
): fc.Arbitrary<AnyDocument> =>
  arbitraryEntry(
    type,
    content.map((fields) => {
      const [headId, turnOf] = [String(fields[head]), String(fields['turn'])];
      return { ...fields, _id: `${type}:${headId.slice(headId.indexOf(':') + 1)}:${turnOf}` };
    }),
  );

const paymentCancellation = chained(
  'paymentCancellation',
  'paymentId',
  fc.record({ ...follower, turn, reason: arbitraryLine }),
);

const paymentDecision = chained(
  'paymentDecision',
  'paymentId',
  fc
    .tuple(
      fc.record({
        ...follower,
        turn,
        via: maybe(arbitraryId('settlement')),
        answers: maybe(fc.constant(['paymentClash:1'])),
      }),
      verdict,
    )
    .map(([fields, said]) => ({ ...fields, ...said })),
);

const paymentClash = arbitraryEntry(
  'paymentClash',
  fc.record({ ...follower, proofId: arbitraryId('paymentProof') }),
);

const parties = fc
  .shuffledSubarray(['olga', 'meera', 'manoj'], { minLength: 2, maxLength: 2 })
  .map(([from, to]) => ({ from, to }));

const settlement = arbitraryEntry(
  'settlement',
  fc
    .tuple(
      parties,
      fc.record({
        amount: arbitraryMoney,
        notes: maybe(fc.constant({ '500': 4, '100': 3 })),
        payments: fc.uniqueArray(arbitraryId('payment'), { maxLength: 3 }),
        note: maybe(arbitraryLine),
      }),
    )
    .map(([who, fields]) => ({ ...who, ...fields })),
);

const settlementDecision = chained(
  'settlementDecision',
  'settlementId',
  fc
    .tuple(parties, fc.record({ settlementId: arbitraryId('settlement'), turn }), verdict)
    .map(([who, fields, said]) => ({ ...who, ...fields, ...said })),
);

const settlementReceipt = arbitraryEntry(
  'settlementReceipt',
  fc
    .tuple(parties, fc.record({ settlementId: arbitraryId('settlement'), amount: arbitraryMoney }))
    .map(([who, fields]) => ({ ...who, ...fields })),
);

const cashNotes = maybe(fc.constant({ '500': 2, '20': 7 }));

const deposit = arbitraryEntry(
  'deposit',
  fc.record({
    person: arbitraryDesk,
    amount: arbitraryMoney,
    notes: cashNotes,
    bank: maybe(arbitraryLine),
    reference: maybe(arbitraryLine),
    note: maybe(arbitraryLine),
    byOwner: fc.boolean(),
  }),
);

const depositDecision = chained(
  'depositDecision',
  'depositId',
  fc
    .tuple(fc.record({ depositId: arbitraryId('deposit'), person: arbitraryDesk, turn }), verdict)
    .map(([fields, said]) => ({ ...fields, ...said })),
);

const dayClose = arbitraryEntry(
  'dayClose',
  fc
    .record({
      person: arbitraryDesk,
      day: fc.constantFrom('2026-04-01', '2026-04-02'),
      expected: fc.oneof(arbitraryMoney, fc.constantFrom(0, -2500)),
      counted: maybe(arbitraryMoney),
      notes: cashNotes,
      reason: arbitraryLine,
      corrects: maybe(fc.constant('dayClose:0')),
    })
    .map(({ counted, reason, ...fields }) => {
      // Whoever counted what was expected, and for the first time, need not say why.
      const isPlain = counted === undefined && fields.corrects === undefined && fields.expected >= 0;
      return isPlain ? { ...fields, counted: fields.expected } : { ...fields, counted: counted ?? 0, reason };
    }),
);

const waiver = arbitraryEntry(
  'waiver',
  fc
    .record({
      ...child,
      giver: maybe(arbitraryDesk),
      amount: arbitraryMoney,
      reason: arbitraryLine,
      byOwner: fc.boolean(),
      limit: fc.oneof(arbitraryMoney, fc.constant(0)),
    })
    .map(({ giver, ...fields }) => ({
      ...fields,
      ...(giver === undefined ? {} : { _id: ownWaiverId(fields.jobId, giver), createdBy: giver }),
    })),
);

const waiverDecision = chained(
  'waiverDecision',
  'waiverId',
  fc
    .tuple(fc.record({ waiverId: arbitraryId('waiver'), desk: arbitraryDesk, turn }), verdict)
    .map(([fields, said]) => ({ ...fields, ...said })),
);

/** A generator for every type of entry. */
export const arbitraryEntries: Readonly<Record<string, fc.Arbitrary<AnyDocument>>> = {
  jobEvent,
  visit,
  photo,
  review,
  payment,
  paymentProof,
  paymentCancellation,
  paymentDecision,
  paymentClash,
  settlement,
  settlementDecision,
  waiver,
  waiverDecision,
  settlementReceipt,
  deposit,
  depositDecision,
  dayClose,
};
