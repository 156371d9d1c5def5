import type { ActKind, ActResult } from '#src/acts/act.ts';
import { addPhoto } from '#src/acts/add-photo.ts';
import { addNote, editJob, type JobChanges } from '#src/acts/edit-job.ts';
import { editWorkshop } from '#src/acts/edit-workshop.ts';
import { agreeHandOver } from '#src/acts/agree-hand-over.ts';
import { decideHandOver, handOver } from '#src/acts/hand-over.ts';
import { mergeRecords, separateRecords, type BookRecord } from '#src/acts/merge-records.ts';
import { moveJob, takeBackMove } from '#src/acts/move-job.ts';
import { openJob } from '#src/acts/open-job.ts';
import { addProof, cancelPayment, decidePayment, takePayment } from '#src/acts/payments.ts';
import { problem } from '#src/acts/problem.ts';
import { reassignJob } from '#src/acts/reassign-job.ts';
import { reviewAlarm } from '#src/acts/review-alarm.ts';
import type { Random } from '#src/demo/random.ts';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { paymentKindSchema, paymentMethodSchema, type Payment } from '#src/documents/payment.ts';
import { photoKindSchema } from '#src/documents/photo.ts';
import { alarmKindSchema } from '#src/documents/review.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import { jobStatusSchema } from '#src/status/status.ts';
import { cashActs } from './random-cash-act.ts';
import { anyDiscount, waiverActs, waiversOf } from './random-waiver-act.ts';
import { anyAmount, followersOf, ofType, type Sight } from './sight.ts';

const verdicts = ['confirmed', 'rejected', 'withdrawn'] as const;
const plates = ['MH12AB1234', 'MH14CD0007', '22BH1234AA', 'KA03EF5555', 'DL8CAF0001'];

function withJob(sight: Sight, act: (job: Job) => ActResult): ActResult {
  const jobs = ofType<Job>(sight, 'job');
  return jobs.length === 0 ? problem('nothing_changed') : act(sight.random.pick(jobs));
}

function withPayment(
  sight: Sight,
  act: (payment: Payment, followers: AnyDocument[]) => ActResult,
): ActResult {
  const payments = ofType<Payment>(sight, 'payment');
  if (payments.length === 0) return problem('nothing_changed');
  const payment = sight.random.pick(payments);
  return act(payment, followersOf(sight, payment._id));
}

function open(sight: Sight): ActResult {
  const { random, context } = sight;
  const plate = random.pick(plates);
  const vehicle = ofType<Vehicle>(sight, 'vehicle').find((one) => one.plate === plate);
  const customer = ofType<Customer>(sight, 'customer').find((one) => vehicle?.customerIds.includes(one._id));
  const known = random.chance(0.7) ? { vehicle, customer } : {};
  return openJob(
    context,
    {
      plate,
      customerName: random.pick(['Raj Kumar', 'Priya Nair', 'Imran Shaikh']),
      phone: random.chance(0.5) ? `+9198765432${random.between(10, 99)}` : undefined,
      carModel: random.pick(['Honda City', 'Maruti Swift', undefined]),
      estimatedAmount: random.chance(0.8) ? anyAmount(random) : undefined,
      address: random.pick(['Baner', 'Aundh', undefined]),
      advance: random.chance(0.4)
        ? { amount: anyAmount(random), method: random.pick(['cash', 'upi'] as const) }
        : undefined,
      desk:
        context.role === 'owner' && random.chance(0.3)
          ? random.pick([context.userId, ...sight.colleagues])
          : undefined,
    },
    known,
  );
}

function changes(random: Random): JobChanges {
  const all: JobChanges[] = [
    { phone: `+9198000000${random.between(10, 99)}` },
    { carModel: random.pick(['Honda City', 'Tata Nexon', undefined]) },
    { estimatedAmount: anyAmount(random) },
    { billedAmount: random.chance(0.8) ? anyAmount(random) : undefined },
    { internalNotes: `Noted ${random.between(1, 99)}` },
    { assigned: random.pick([[], ['tara'], ['tara', 'ravi']]) },
    { promisedAt: '2026-06-01T12:30:00.000Z', odometer: random.between(1, 99_999) },
  ];
  return random.pick(all);
}

function give(sight: Sight): ActResult {
  const { random, context, colleagues } = sight;
  const own = ofType<Payment>(sight, 'payment').filter(
    (payment) => payment.method === 'cash' && payment.collectedBy === context.userId,
  );
  return handOver(context, {
    to: random.pick(colleagues),
    amount: anyAmount(random),
    payments: own.filter(() => random.chance(0.5)).map((payment) => payment._id),
  });
}

function decideGiven(sight: Sight): ActResult {
  const settlements = ofType<Settlement>(sight, 'settlement');
  if (settlements.length === 0) return problem('nothing_changed');
  const settlement = sight.random.pick(settlements);
  const groups = ofType<Payment>(sight, 'payment').map((payment) => ({
    payment,
    followers: followersOf(sight, payment._id),
  }));
  const decisions = followersOf(sight, settlement._id);
  const verdict = sight.random.pick(verdicts);
  return decideHandOver(sight.context, settlement, decisions, groups, { verdict, reason: 'Counted again' });
}

/** What a phone is shown is mostly what was handed over, and sometimes more than that. */
function agree(sight: Sight): ActResult {
  const settlements = ofType<Settlement>(sight, 'settlement');
  if (settlements.length === 0) return problem('nothing_changed');
  const settlement = sight.random.pick(settlements);
  const { _id, from, to, amount } = settlement;
  const shown = sight.random.chance(0.8) ? amount : anyAmount(sight.random);
  const known = { settlement, followers: followersOf(sight, _id) };
  return agreeHandOver(sight.context, { settlementId: _id, from, to, amount: shown }, known);
}

/** Customers or cars, whose records can be merged with each other. */
const bookOf = (sight: Sight): BookRecord[] =>
  ofType<BookRecord>(sight, sight.random.pick(['customer', 'vehicle']));

const kinds: Readonly<Record<ActKind, (sight: Sight) => ActResult>> = {
  open_job: open,
  edit_job: (sight) => withJob(sight, (job) => editJob(sight.context, job, changes(sight.random))),
  move_job: (sight) =>
    withJob(sight, (job) => moveJob(sight.context, job, sight.random.pick(jobStatusSchema.options))),
  take_back: (sight) => withJob(sight, (job) => takeBackMove(sight.context, job, 'in_progress')),
  reassign_job: (sight) =>
    withJob(sight, (job) =>
      reassignJob(sight.context, job, sight.random.pick([sight.context.userId, ...sight.colleagues])),
    ),
  add_note: (sight) => withJob(sight, (job) => addNote(sight.context, job, `For ${job.desk} only`)),
  add_photo: (sight) =>
    withJob(sight, (job) =>
      addPhoto(sight.context, job, {
        kind: sight.random.pick(photoKindSchema.options),
        sha256: String(sight.random.between(1, 9)).repeat(64),
        size: sight.random.between(1, 900_000),
      }),
    ),
  take_payment: (sight) =>
    withJob(sight, (job) =>
      takePayment(
        sight.context,
        job,
        {
          amount: anyAmount(sight.random),
          kind: sight.random.pick(paymentKindSchema.options),
          method: sight.random.pick(paymentMethodSchema.options),
          utr: sight.random.chance(0.3) ? `4123456789${sight.random.between(10, 30)}` : undefined,
          discount: anyDiscount(sight.random),
        },
        waiversOf(sight, job._id),
      ),
    ),
  add_proof: (sight) =>
    withPayment(sight, (payment) =>
      addProof(sight.context, payment, `UTR0000${sight.random.between(1, 30)}`),
    ),
  cancel_payment: (sight) =>
    withPayment(sight, (payment, followers) =>
      cancelPayment(sight.context, payment, followers, 'Typed wrong'),
    ),
  decide_payment: (sight) =>
    withPayment(sight, (payment, followers) =>
      decidePayment(sight.context, payment, followers, {
        verdict: sight.random.pick(verdicts),
        reason: 'Not in the bank',
        answersClashes: sight.random.chance(0.5),
      }),
    ),
  hand_over: give,
  decide_hand_over: decideGiven,
  agree_hand_over: agree,
  ...cashActs,
  ...waiverActs,
  edit_workshop(sight) {
    const [workshop] = ofType<Workshop>(sight, 'workshop');
    const name = `Garage ${sight.random.between(1, 99)}`;
    return workshop === undefined
      ? problem('nothing_changed')
      : editWorkshop(sight.context, workshop, { name });
  },
  review_alarm(sight) {
    const subjects = [...ofType<Job>(sight, 'job'), ...ofType<Payment>(sight, 'payment')];
    if (subjects.length === 0) return problem('nothing_changed');
    return reviewAlarm(sight.context, {
      subject: sight.random.pick(subjects)._id,
      kind: sight.random.pick(alarmKindSchema.options),
      cause: `cause-${sight.random.between(1, 9)}`,
      verdict: sight.random.pick(['looked', 'again'] as const),
      note: sight.random.pick(['Called the customer', undefined]),
    });
  },
  merge_records(sight) {
    const records = bookOf(sight);
    if (records.length < 2) return problem('nothing_changed');
    const [kept, gone] = [sight.random.pick(records), sight.random.pick(records)];
    return mergeRecords(sight.context, { kept, gone });
  },
  separate_records(sight) {
    const records = bookOf(sight);
    const merged = records.filter(({ mergedInto }) => mergedInto !== undefined);
    if (merged.length === 0) return problem('nothing_changed');
    const gone = sight.random.pick(merged);
    return separateRecords(
      sight.context,
      gone,
      records.find(({ _id }) => _id === gone.mergedInto),
    );
  },
};

/** Every kind of act, so that a new kind cannot be forgotten by random histories. */
export const actKinds = Object.keys(kinds) as readonly ActKind[];

/** One random thing a person tries; often a problem, as with people. */
export const tryAct = (sight: Sight, kind: ActKind): ActResult => kinds[kind](sight);
