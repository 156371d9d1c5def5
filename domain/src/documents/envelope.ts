import { z } from 'zod';
import { stampSchema } from '#src/clock/hlc.ts';
import { instantSchema } from '#src/time/instant.ts';

/** A user, device or workshop id; `server` where the gateway itself wrote the document. */
export const personIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** One reader: `everyone`, `staff`, or a key bound to a person. */
export const accessKeySchema = z.string().regex(/^(everyone|staff|(desk|tech|customer):[A-Za-z0-9-]{1,64})$/);

const loweredStampSchema = z.strictObject({ hlc: stampSchema, of: stampSchema });

/** What every document carries. `offset` is minutes east of UTC; `n` counts one device's entries without a gap. */
export const envelopeShape = {
  _id: z.string().max(200),
  schema: z.int().min(1).max(1000),
  createdAt: instantSchema,
  offset: z.int().min(-840).max(840),
  createdBy: personIdSchema,
  device: personIdSchema,
  at: instantSchema.optional(),
  access: z.array(accessKeySchema).max(500),
  was: z.array(accessKeySchema).max(5000).optional(),
};

/** Entries are immutable and counted per device; what the server writes has no count. */
export const entryShape = { ...envelopeShape, n: z.int().min(1).optional() };

/** Records merge by field, so each field carries the clock of its last change. */
export const recordShape = {
  ...envelopeShape,
  stamps: z.record(z.string().max(200), z.union([stampSchema, loweredStampSchema])),
  archived: z.boolean().optional(),
};

/** The fields that are not content: they are never stamped and never merged field by field. */
export const envelopeFields: ReadonlySet<string> = new Set([
  '_id',
  'type',
  'schema',
  'createdAt',
  'offset',
  'createdBy',
  'device',
  'at',
  'n',
  'access',
  'was',
  'stamps',
]);

/** Any stored body as the merge, the journal and the gateway see it before its type is known. */
export interface AnyDocument {
  readonly _id: string;
  readonly type: string;
  readonly schema: number;
  readonly createdAt: string;
  readonly offset: number;
  readonly createdBy: string;
  readonly device: string;
  readonly at?: string | undefined;
  readonly n?: number | undefined;
  readonly access: readonly string[];
  readonly was?: readonly string[] | undefined;
  readonly stamps?:
    | Readonly<Record<string, string | { readonly hlc: string; readonly of: string }>>
    | undefined;
  readonly [field: string]: unknown;
}
