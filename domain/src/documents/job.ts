import { z } from 'zod';
import { idOf } from '#src/ids/id-of.ts';
import { moneySchema } from '#src/money/money.ts';
import { jobNumberSchema } from '#src/numbering/job-number.ts';
import { phoneSchema } from '#src/phones/phone.ts';
import { jobStatusFieldSchema } from '#src/status/status.ts';
import { instantSchema } from '#src/time/instant.ts';
import { entryShape, personIdSchema, recordShape } from './envelope.ts';
import { lineSchema, paragraphSchema } from './text.ts';

const amountSchema = moneySchema.refine((amount) => amount >= 0, { error: 'amount_negative' });

/** The fields of the card that a person fills in; each is optional and merges on its own. */
export const jobCardShape = {
  customerName: lineSchema.optional(),
  phone: phoneSchema.optional(),
  carModel: lineSchema.optional(),
  vehicleNumber: z.string().regex(/^[A-Z0-9]{1,20}$/),
  workDescription: paragraphSchema.optional(),
  estimatedAmount: amountSchema.optional(),
  billedAmount: amountSchema.optional(),
  dueAt: instantSchema.optional(),
  promisedAt: instantSchema.optional(),
  odometer: z.int().min(0).max(9_999_999).optional(),
  address: z.string().trim().min(1).max(500).optional(),
  partsRequired: paragraphSchema.optional(),
  workerAssigned: lineSchema.optional(),
  internalNotes: paragraphSchema.optional(),
};

/** One visit of one vehicle, from intake to delivery. */
export const jobSchema = z
  .strictObject({
    ...recordShape,
    ...jobCardShape,
    _id: z.string().regex(/^job:/),
    type: z.literal('job'),
    number: jobNumberSchema,
    desk: personIdSchema,
    assigned: z.array(personIdSchema).max(50),
    vehicleId: idOf('vehicle'),
    customerId: idOf('customer'),
    status: jobStatusFieldSchema,
  })
  .refine((job) => job.customerName !== undefined || job.phone !== undefined, {
    path: ['customerName'],
    error: 'name_or_phone_needed',
  });
export type Job = z.infer<typeof jobSchema>;

/** What moves with its job when the job changes desks. */
const childShape = { ...entryShape, jobId: idOf('job'), desk: personIdSchema };

/** One line of a job's timeline. Kind `amount` tells of money and is kept from technicians. */
export const jobEventSchema = z.strictObject({
  ...childShape,
  _id: z.string().regex(/^jobEvent:/),
  type: z.literal('jobEvent'),
  assigned: z.array(personIdSchema).max(50),
  kind: z.enum(['opened', 'moved', 'amount', 'edited', 'assigned', 'reassigned', 'note']),
  from: z.string().max(200).optional(),
  to: z.string().max(200).optional(),
  hlc: z.string().max(120),
  note: paragraphSchema.optional(),
  fields: z.array(z.string().max(60)).max(60).optional(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;

/** The line that a delivered job leaves in its vehicle's history. */
export const visitSchema = z.strictObject({
  ...childShape,
  _id: z.string().regex(/^visit:/),
  type: z.literal('visit'),
  vehicleId: idOf('vehicle'),
  round: z.int().min(0),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  odometer: z.int().min(0).max(9_999_999).optional(),
  work: z.string().max(200).optional(),
  shared: z.boolean(),
});
export type Visit = z.infer<typeof visitSchema>;
