import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { PaymentMethod } from '#src/documents/payment.ts';
import type { Money } from '#src/money/money.ts';
import type { PlateKind } from '#src/plates/plate.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord, newEntry, newRecord } from './build.ts';
import { problem } from './problem.ts';

/** What a person types to take a car in. `plate` is normalised, `phone` E.164, amounts in minor units. */
export interface OpenJobInput {
  readonly plate: string;
  readonly plateKind?: PlateKind | undefined;
  readonly customerName?: string | undefined;
  readonly phone?: string | undefined;
  readonly carModel?: string | undefined;
  readonly workDescription?: string | undefined;
  readonly estimatedAmount?: Money | undefined;
  readonly advance?: { readonly amount: Money; readonly method: PaymentMethod } | undefined;
  readonly promisedAt?: string | undefined;
  readonly odometer?: number | undefined;
  readonly address?: string | undefined;
  readonly partsRequired?: string | undefined;
  readonly workerAssigned?: string | undefined;
  readonly internalNotes?: string | undefined;
  /** Another person's desk; owners only. Defaults to the writer's own. */
  readonly desk?: string | undefined;
}

/** What this phone already knows of the car and its owner. */
export interface KnownBook {
  readonly vehicle?: Vehicle | undefined;
  readonly customer?: Customer | undefined;
}

const withElement = (set: readonly string[], element: string): string[] =>
  set.includes(element) ? [...set] : [...set, element];

function customerDocuments(
  context: ActContext,
  input: OpenJobInput,
  desk: string,
  known?: Customer,
): { id: string; documents: AnyDocument[] } {
  const { customerName: name, phone, address } = input;
  if (known === undefined) {
    const created = newRecord(context, 'customer', {
      name,
      phone,
      address,
      shared: context.workshop.shareCustomers,
      desks: [desk],
    });
    return { id: created._id, documents: [created] };
  }
  const changes: Record<string, unknown> = {};
  if (name !== undefined && known.name === undefined) changes['name'] = name;
  if (phone !== undefined && known.phone === undefined) changes['phone'] = phone;
  if (address !== undefined && known.address !== address) changes['address'] = address;
  if (!known.desks.includes(desk)) changes['desks'] = withElement(known.desks, desk);
  return { id: known._id, documents: changedOnly(context, known, changes) };
}

/** Nothing is written anew that stays as it is. */
const changedOnly = (
  context: ActContext,
  known: AnyDocument,
  changes: Readonly<Record<string, unknown>>,
): AnyDocument[] => (Object.keys(changes).length === 0 ? [] : [changedRecord(context, known, changes)]);

function vehicleDocuments(
  context: ActContext,
  input: OpenJobInput,
  desk: string,
  customerId: string,
  known?: Vehicle,
): { id: string; documents: AnyDocument[] } {
  const { plate, carModel: model } = input;
  if (known === undefined) {
    const created = newRecord(context, 'vehicle', {
      plate,
      plateKind: input.plateKind ?? 'private',
      model,
      customerIds: [customerId],
      shared: context.workshop.shareCustomers,
      desks: [desk],
    });
    return { id: created._id, documents: [created] };
  }
  const changes: Record<string, unknown> = {};
  if (model !== undefined && known.model !== model) changes['model'] = model;
  if (input.plateKind !== undefined && known.plateKind !== input.plateKind)
    changes['plateKind'] = input.plateKind;
  if (!known.customerIds.includes(customerId))
    changes['customerIds'] = withElement(known.customerIds, customerId);
  if (!known.desks.includes(desk)) changes['desks'] = withElement(known.desks, desk);
  return { id: known._id, documents: changedOnly(context, known, changes) };
}

function advanceDocument(
  context: ActContext,
  job: Job,
  advance: NonNullable<OpenJobInput['advance']>,
): AnyDocument {
  return newEntry(context, 'payment', {
    jobId: job._id,
    desk: job.desk,
    amount: advance.amount,
    kind: 'advance',
    method: advance.method,
    collectedBy: context.userId,
    receivedAt: context.now,
    byOwner: context.role === 'owner',
  });
}

/** Takes a car in: job, its first event, customer and vehicle if new, and the advance if there is one. */
export function openJob(context: ActContext, input: OpenJobInput, known: KnownBook = {}): ActResult {
  if (input.plate === '') return problem('plate_needed', 'plate');
  if (input.customerName === undefined && input.phone === undefined)
    return problem('name_or_phone_needed', 'customerName');
  if (input.advance !== undefined && input.advance.amount <= 0)
    return problem('amount_not_positive', 'advance');
  const desk = input.desk ?? context.userId;
  if (context.role !== 'owner' && desk !== context.userId) return problem('not_permitted', 'desk');
  const customer = customerDocuments(context, input, desk, known.customer);
  const vehicle = vehicleDocuments(context, input, desk, customer.id, known.vehicle);
  const { plate, plateKind: _kind, advance, desk: _desk, ...card } = input;
  const stamp = context.stamp();
  const job = newRecord(context, 'job', {
    ...card,
    vehicleNumber: plate,
    number: context.nextJobNumber(),
    desk,
    assigned: [],
    vehicleId: vehicle.id,
    customerId: customer.id,
    status: { value: 'pending', round: 0, hlc: stamp },
  });
  const opened = newEntry(context, 'jobEvent', {
    jobId: job._id,
    desk,
    assigned: [],
    kind: 'opened',
    to: 'pending',
    hlc: stamp,
  });
  const paid = advance === undefined ? [] : [advanceDocument(context, job as unknown as Job, advance)];
  return act(context, 'open_job', [job, opened, ...customer.documents, ...vehicle.documents, ...paid]);
}
