import { z } from 'zod';

/** A file comes from anybody's hand: every text in it is bounded, and nothing in it is trusted before the gateway. */
const name = z.string().max(200);
const documentSchema = z.record(z.string(), z.unknown());
const reasonSchema = z.object({ code: z.string().max(60), words: z.string().max(2000).optional() });

const fileSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.string().max(100),
  base64: z.string().optional(),
});

const headShape = {
  exportedAt: z.string().max(40),
  person: z.object({ id: name, name }),
  workshop: z.object({ id: name, name }),
};

/** What a phone gives to a person as a file; `documents` is there where everything was asked for. */
export const deviceCopySchema = z.object({
  format: z.literal('revops-device-export'),
  version: z.literal(1),
  ...headShape,
  device: z.object({ id: name, code: z.string().max(10), issued: z.int().optional() }),
  journal: z.array(documentSchema),
  tray: z.array(z.object({ body: documentSchema, reason: reasonSchema })),
  documents: z.array(documentSchema).optional(),
  files: z.array(fileSchema).optional(),
});

/** The first form, which carried the phone's own records. */
export const unsentCopySchema = z.object({
  format: z.literal('revops-unsent'),
  version: z.literal(1),
  ...headShape,
  device: z.object({ id: name, code: z.string().max(10) }),
  entries: z.array(
    z.object({
      body: documentSchema,
      rev: name,
      revisions: z.object({ start: z.int(), ids: z.array(z.string().max(64)) }),
    }),
  ),
  refused: z.array(
    z.object({ body: documentSchema, rev: name, code: z.string().max(60), reason: z.string().max(2000) }),
  ),
  files: z.array(fileSchema).optional(),
});

export type DeviceCopy = z.infer<typeof deviceCopySchema>;
export type CopiedDocument = z.infer<typeof documentSchema>;
export type CopiedFile = z.infer<typeof fileSchema>;
