import { z } from 'zod';

/** The body of every refusal outside `/sync`; `code` is tolerant because a newer server may know more codes. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  }),
});

/** `POST /api/client-errors`: what went wrong on a device, without personal data. */
export const clientErrorRequestSchema = z.strictObject({
  message: z.string().max(500),
  stack: z.string().max(4000).optional(),
  release: z.string().max(60).optional(),
  route: z.string().max(120).optional(),
  userAgent: z.string().max(300).optional(),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;
export type ClientErrorRequest = z.infer<typeof clientErrorRequestSchema>;
