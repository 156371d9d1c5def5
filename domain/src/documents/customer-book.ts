import { z } from 'zod';
import { phoneSchema } from '#src/phones/phone.ts';
import { plateKindSchema } from '#src/plates/plate.ts';
import { personIdSchema, recordShape } from './envelope.ts';
import { lineSchema } from './text.ts';

const bookShape = {
  ...recordShape,
  mergedInto: z.string().max(200).optional(),
  shared: z.boolean(),
  desks: z.array(personIdSchema).max(500),
};

/** A customer: a name or a phone is enough. */
export const customerSchema = z
  .strictObject({
    ...bookShape,
    _id: z.string().regex(/^customer:/),
    type: z.literal('customer'),
    name: lineSchema.optional(),
    phone: phoneSchema.optional(),
    address: z.string().max(500).optional(),
  })
  .refine((customer) => customer.name !== undefined || customer.phone !== undefined, {
    path: ['name'],
    error: 'name_or_phone_needed',
  });
export type Customer = z.infer<typeof customerSchema>;

/** A vehicle, found by its plate; `plate` holds upper-case letters and digits only. */
export const vehicleSchema = z.strictObject({
  ...bookShape,
  _id: z.string().regex(/^vehicle:/),
  type: z.literal('vehicle'),
  plate: z.string().regex(/^[A-Z0-9]{1,20}$/),
  plateKind: plateKindSchema,
  model: lineSchema.optional(),
  customerIds: z.array(z.string().max(200)).max(100),
});
export type Vehicle = z.infer<typeof vehicleSchema>;
