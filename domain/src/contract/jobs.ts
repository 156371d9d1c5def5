import { z } from 'zod';
import { personIdSchema } from '#src/documents/envelope.ts';

/** `POST /api/jobs/:id/reassign`: the person whose desk the job goes to. */
export const reassignRequestSchema = z.strictObject({ desk: personIdSchema });
export type ReassignRequest = z.infer<typeof reassignRequestSchema>;

/** Its answer: where the job stands now. */
export const reassignedSchema = z.object({ id: z.string(), desk: z.string() });
export type Reassigned = z.infer<typeof reassignedSchema>;
