import { z } from 'zod';
import { stampDevice, stampSchema } from '#src/clock/hlc.ts';
import { instantSchema } from '#src/time/instant.ts';

/** Where a job stands. */
export const jobStatusSchema = z.enum([
  'pending',
  'in_progress',
  'waiting_for_parts',
  'quality_check',
  'completed',
  'delivered',
  'cancelled',
]);
export type JobStatusValue = z.infer<typeof jobStatusSchema>;

/** Status is one value with one clock: its parts never merge apart. `round` rises when a finished job is reopened. */
export const jobStatusFieldSchema = z.strictObject({
  value: jobStatusSchema,
  round: z.int().min(0).max(10_000),
  hlc: stampSchema,
  // Written by the gateway alone: the highest clock that ran ahead and was lowered.
  of: stampSchema.optional(),
  completedAt: instantSchema.optional(),
  deliveredAt: instantSchema.optional(),
});
export type JobStatus = z.infer<typeof jobStatusFieldSchema>;

/** Delivered and cancelled end a round; only an owner, or the person taking the move back, goes on from there. */
export const isFinal = (value: JobStatusValue): boolean => value === 'delivered' || value === 'cancelled';

/** Work on the car is over: the promise is kept and the bill is due. */
export const isFinished = (value: JobStatusValue): boolean => value === 'completed' || isFinal(value);

/** Compares two statuses by (round, final before not final, clock); total, so that any two phones agree. */
export function compareStatus(a: JobStatus, b: JobStatus): number {
  if (a.round !== b.round) return a.round - b.round;
  const finality = Number(isFinal(a.value)) - Number(isFinal(b.value));
  if (finality !== 0) return finality;
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  return 0;
}

/** The stamp that the move's own event carries: as the device wrote it, also where the gateway lowered it since. */
export function stampOfMove({ hlc, of = '' }: JobStatus): string {
  return of > hlc && stampDevice(of) === stampDevice(hlc) ? of : hlc;
}
