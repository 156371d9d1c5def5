import { z } from 'zod';

/** A document as a phone or an exported file kept it, with its revision. */
const keptDocumentSchema = z.record(z.string(), z.unknown());

/** More would keep everybody else who writes waiting; whoever has more sends it in parts. */
const perRequest = 500;

/** `POST /api/recovery`: an owner brings back what the server has lost. */
export const recoverySchema = z.strictObject({
  documents: z.array(keptDocumentSchema).max(perRequest),
  source: z.enum(['bundle', 'file']),
});

/** known: the server had it. refused: `reason` is a code and words, as on `/sync`. */
export const recoveredRowSchema = z.object({
  id: z.string(),
  rev: z.string(),
  result: z.enum(['stored', 'known', 'refused']),
  reason: z.string().optional(),
});

export const recoveryAnswerSchema = z.object({ rows: z.array(recoveredRowSchema) });

export type RecoveryRequest = z.infer<typeof recoverySchema>;
export type RecoveredRow = z.infer<typeof recoveredRowSchema>;
export type RecoveryAnswer = z.infer<typeof recoveryAnswerSchema>;

/** `POST /api/recovery/offers`: what others wrote, that this phone holds and the server has lost. */
export const recoveryOfferSchema = z.strictObject({ documents: z.array(keptDocumentSchema).max(perRequest) });

/** kept: for the owners to see. known: the server has it. refused: it never will be. full: no room for it now. */
export const recoveryOfferAnswerSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      rev: z.string(),
      result: z.enum(['kept', 'known', 'refused', 'full']),
      reason: z.string().optional(),
    }),
  ),
});

const personSchema = z.object({ id: z.string(), name: z.string().optional() });

/** `GET /api/recovery/offers`: by who brought it; `by` tells whose it is and how much money is in it. */
export const recoveryOffersSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      who: personSchema,
      device: z
        .object({ id: z.string(), code: z.string().optional(), label: z.string().optional() })
        .optional(),
      receivedAt: z.string(),
      /** Names what is listed here; accepting repeats it. */
      seen: z.string().optional(),
      documents: z.int(),
      counts: z.record(z.string(), z.int()),
      by: z.array(personSchema.extend({ documents: z.int(), money: z.int() })),
      refused: z.array(z.object({ id: z.string(), reason: z.string() })),
    }),
  ),
});

/** `POST /api/recovery/offers/:id/accept`: `seen` as it was listed, so that nothing is accepted that nobody saw. */
export const acceptOfferRequestSchema = z.strictObject({ seen: z.string().max(64).optional() });

export const recoveryAcceptedSchema = z.object({ stored: z.int(), known: z.int(), refused: z.int() });

export type RecoveryOffer = z.infer<typeof recoveryOfferSchema>;
export type RecoveryOfferAnswer = z.infer<typeof recoveryOfferAnswerSchema>;
export type RecoveryOffers = z.infer<typeof recoveryOffersSchema>;
export type RecoveryAccepted = z.infer<typeof recoveryAcceptedSchema>;
