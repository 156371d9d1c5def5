import type { ActContext } from '#src/acts/act.ts';
import { openJob } from '#src/acts/open-job.ts';
import { takePayment } from '#src/acts/payments.ts';
import { handOver } from '#src/acts/hand-over.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { money } from '#src/money/money.ts';
import { acted } from './test-context.ts';

/** One body that schema, phone and gateway have to judge alike: admitted, or refused with this reason. */
export interface Vector {
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly _id: string; readonly type: string };
  readonly refusal?: RefusalCode;
}

type Change = readonly [
  title: string,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  refusal: RefusalCode,
];

/** What is wrong with a body; undefined takes a field away. The stranger's desk is nobody's. */
const changes: readonly Change[] = [
  ['amount below zero', 'payment', { amount: -100 }, 'invalid_document'],
  ['amount of nothing', 'payment', { amount: 0 }, 'invalid_document'],
  ['amount with a fraction of a paisa', 'payment', { amount: 1000.5 }, 'invalid_document'],
  ['amount as text', 'payment', { amount: '1000' }, 'invalid_document'],
  ['amount beyond exact numbers', 'payment', { amount: 2 ** 53 }, 'invalid_document'],
  ['amount missing', 'payment', { amount: undefined }, 'invalid_document'],
  ['method nobody knows', 'payment', { method: 'gold' }, 'invalid_document'],
  ['instant without milliseconds', 'payment', { receivedAt: '2026-04-01T06:00:00Z' }, 'invalid_document'],
  ['money that another person collected', 'payment', { collectedBy: 'stranger' }, 'access_mismatch'],
  ['estimate below zero', 'job', { estimatedAmount: -1 }, 'invalid_document'],
  ['estimate with a fraction', 'job', { estimatedAmount: 0.1 }, 'invalid_document'],
  ['neither name nor phone', 'job', { customerName: undefined, phone: undefined }, 'invalid_document'],
  ['phone without its country', 'job', { phone: '9876543210' }, 'invalid_document'],
  ['plate with spaces', 'job', { vehicleNumber: 'MH 12 AB 1234' }, 'invalid_document'],
  [
    'status nobody knows',
    'job',
    { status: { value: 'lost', round: 0, hlc: '000000000-0000-x' } },
    'invalid_document',
  ],
  ['odometer below zero', 'job', { odometer: -5 }, 'invalid_document'],
  ['field nobody knows', 'job', { discount: 10 }, 'invalid_document'],
  ['name of spaces only', 'job', { customerName: '   ' }, 'invalid_document'],
  ['stamp of another shape', 'job', { stamps: { phone: 'now' } }, 'invalid_document'],
  ['internal note of 5,000 characters', 'job', { internalNotes: 'x'.repeat(5000) }, 'invalid_document'],
  ['access for everyone', 'job', { access: ['everyone'] }, 'access_mismatch'],
  ['access for nobody', 'job', { access: [] }, 'access_mismatch'],
  ['access key nobody knows', 'job', { access: ['world'] }, 'invalid_document'],
  ['access that is no list', 'job', { access: { everyone: true } }, 'invalid_document'],
  ['lost access made up', 'job', { was: ['desk:stranger'] }, 'was_forged'],
  ['written by another person', 'job', { createdBy: 'stranger' }, 'foreign_creator'],
  ['written on another device', 'job', { device: 'stranger-phone' }, 'foreign_device'],
  ['type nobody knows', 'job', { type: 'invoiceDraft', _id: 'invoiceDraft:1' }, 'unknown_type'],
  ['id of another type', 'job', { _id: 'payment:1' }, 'invalid_document'],
  ['entry number 0', 'jobEvent', { n: 0 }, 'invalid_document'],
  ['hand-over to oneself', 'settlement', { to: undefined }, 'invalid_document'],
  [
    'customer with neither name nor phone',
    'customer',
    { name: undefined, phone: undefined },
    'invalid_document',
  ],
];

function goodBodies(context: ActContext, receiver: string): readonly AnyDocument[] {
  const opened = acted(
    openJob(context, {
      plate: 'MH12AB1234',
      customerName: 'Raj Kumar',
      phone: '+919876543210',
      carModel: 'Honda City',
      estimatedAmount: money(500_000),
    }),
  ).documents;
  const job = opened.find((document) => document.type === 'job') as unknown as Job;
  const paid = acted(
    takePayment(context, job, {
      amount: money(200_000),
      kind: 'partial',
      method: 'upi',
      utr: '412345678901',
    }),
  ).documents;
  const handed = acted(handOver(context, { to: receiver, amount: money(100_000) })).documents;
  return [...opened, ...paid, ...handed];
}

/** The shared vectors, written by the person of the context; `receiver` is another member, for the hand-over. */
export function vectorsFor(context: ActContext, receiver: string): readonly Vector[] {
  const good = goodBodies(context, receiver);
  const bodyOf = (type: string): AnyDocument => {
    const found = good.find((document) => document.type === type);
    if (found === undefined) throw new Error(`no good body of type ${type}`);
    return found;
  };
  const bad = changes.map(([title, type, fields, refusal]) => {
    const body = { ...bodyOf(type), _id: `${type}:${context.newId()}`, ...fields };
    return {
      title,
      body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
      refusal,
    };
  });
  return [
    ...good.map((body) => ({ title: `a good ${body.type}`, body })),
    ...(bad as unknown as readonly Vector[]),
  ];
}
