import { z } from 'zod';
import { personIdSchema } from '#src/documents/envelope.ts';
import { jobCardShape } from '#src/documents/job.ts';
import { paymentMethodSchema } from '#src/documents/payment.ts';
import { paragraphSchema } from '#src/documents/text.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { jobStatusSchema } from '#src/status/status.ts';
import { pageOf, pageShape } from './lists.ts';
import { phoneInputSchema } from './primitives.ts';

/** As people type it; what is stored has capital letters and digits alone. */
const plateInputSchema = z.string().trim().min(1).max(40);
/** Ten years: further ahead nobody promises a car. */
const plannedDaysSchema = z.int().min(0).max(3650);
const { customerName, carModel, workDescription, estimatedAmount, address } = jobCardShape;
const { partsRequired, workerAssigned, internalNotes } = jobCardShape;
const words = {
  customerName,
  carModel,
  workDescription,
  address,
  partsRequired,
  workerAssigned,
  internalNotes,
};

/** `POST /api/jobs`. Amounts are minor units; `id` names the job beforehand, so that a repeated request makes one. */
export const jobInputSchema = z.strictObject({
  id: uuidSchema.optional(),
  vehicleNumber: plateInputSchema,
  ...words,
  phone: phoneInputSchema.optional(),
  estimatedAmount,
  advancePaid: estimatedAmount,
  advanceMethod: paymentMethodSchema.optional(),
  plannedCompletionDays: plannedDaysSchema.optional(),
  desk: personIdSchema.optional(),
});

/** Its answer. */
export const jobMadeSchema = z.object({ id: z.string(), number: z.string() });

/**
 * `PUT /api/jobs/:id`: any of these; null takes an optional one away. An advance is money, which is never edited: it is
 * taken by `POST /api/payments`.
 */
export const jobUpdateSchema = z
  .strictObject({
    customerName: customerName.nullable(),
    phone: phoneInputSchema.nullable().optional(),
    carModel: carModel.nullable(),
    vehicleNumber: plateInputSchema.optional(),
    workDescription: workDescription.nullable(),
    estimatedAmount: estimatedAmount.nullable(),
    plannedCompletionDays: plannedDaysSchema.nullable().optional(),
    address: address.nullable(),
    partsRequired: partsRequired.nullable(),
    workerAssigned: workerAssigned.nullable(),
    internalNotes: internalNotes.nullable(),
    desk: personIdSchema.optional(),
    status: jobStatusSchema.optional(),
    note: paragraphSchema.optional(),
  })
  .refine(({ note, status }) => note === undefined || status !== undefined, {
    path: ['note'],
    error: 'note_without_status',
  });

/** A job as a list and its own address show it. What nobody said is left out; `billed` unset is unset, not zero. */
export const jobItemSchema = z.object({
  id: z.string(),
  number: z.string(),
  status: jobStatusSchema,
  desk: z.string(),
  vehicleNumber: z.string(),
  customerName: z.string().optional(),
  phone: z.string().optional(),
  carModel: z.string().optional(),
  workDescription: z.string().optional(),
  estimatedAmount: z.int().optional(),
  /** Advances that count, refunds aside. */
  advancePaid: z.int().optional(),
  advanceMethod: paymentMethodSchema.optional(),
  plannedCompletionDays: z.int().optional(),
  promisedAt: z.string().optional(),
  address: z.string().optional(),
  partsRequired: z.string().optional(),
  workerAssigned: z.string().optional(),
  internalNotes: z.string().optional(),
  createdAt: z.string(),
  /** Of the card: money that comes in for a job does not touch it. */
  updatedAt: z.string(),
  completedAt: z.string().optional(),
  billed: z.int().optional(),
  /** Discounts and write-offs that count. */
  waived: z.int().optional(),
  /** Waiting and confirmed, refunds taken off. */
  received: z.int(),
  confirmed: z.int(),
  balance: z.int(),
});

/** `GET /api/jobs`. `q` finds fragments of plate, number, name and phone. */
export const jobQuerySchema = z.strictObject({
  ...pageShape,
  status: jobStatusSchema.optional(),
  desk: personIdSchema.optional(),
  q: z.string().trim().min(1).max(100).optional(),
});
export const jobListSchema = pageOf(jobItemSchema);

/** `POST /api/jobs/:id/reassign`: the person whose desk the job goes to. */
export const reassignRequestSchema = z.strictObject({ desk: personIdSchema });
export type ReassignRequest = z.infer<typeof reassignRequestSchema>;

/** Its answer: where the job stands now. */
export const reassignedSchema = z.object({ id: z.string(), desk: z.string() });
export type Reassigned = z.infer<typeof reassignedSchema>;

export type JobInput = z.infer<typeof jobInputSchema>;
export type JobMade = z.infer<typeof jobMadeSchema>;
export type JobUpdate = z.infer<typeof jobUpdateSchema>;
export type JobItem = z.infer<typeof jobItemSchema>;
export type JobQuery = z.infer<typeof jobQuerySchema>;
export type JobList = z.infer<typeof jobListSchema>;
