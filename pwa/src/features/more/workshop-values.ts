import {
  lineSchema,
  parseMoney,
  parsePhone,
  vpaSchema,
  workshopInputSchema,
  zeroMoney,
  type Money,
  type Workshop,
  type WorkshopChanges,
} from '@revops/domain';
import { z } from 'zod';
import { amountText } from '#src/components/form/amount-text.ts';
import { checkFields } from '#src/components/form/check-fields.ts';
import { m } from '#src/words/compiled/messages.js';

/** The form's fields, all as typed. */
export interface WorkshopValues {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly gstin: string;
  readonly vpa: string;
  readonly payee: string;
  readonly waiverLimit: string;
}

export const valuesOf = ({
  name,
  address,
  phone,
  gstin,
  upi,
  waiverLimit,
  currency,
}: Workshop): WorkshopValues => ({
  name,
  address: address ?? '',
  phone: phone ?? '',
  gstin: gstin ?? '',
  vpa: upi?.vpa ?? '',
  payee: upi?.payee ?? '',
  waiverLimit: waiverLimit === 0 ? '' : amountText(waiverLimit, currency),
});

export const checkWorkshop = checkFields({
  name: { schema: lineSchema, wrong: () => m.more_wrong_name() },
  address: { schema: z.string().max(500), wrong: () => m.more_wrong_address(), optional: true },
  phone: {
    schema: z.string().refine((typed) => parsePhone(typed).ok),
    wrong: () => m.more_wrong_phone(),
    optional: true,
  },
  gstin: { schema: workshopInputSchema.shape.gstin, wrong: () => m.more_wrong_gstin(), optional: true },
  vpa: { schema: z.string().trim().pipe(vpaSchema), wrong: () => m.more_wrong_vpa(), optional: true },
  payee: { schema: lineSchema, wrong: () => m.more_wrong_payee(), optional: true },
  waiverLimit: {
    schema: z.string().refine((typed) => limitOf(typed, 'INR') !== undefined),
    wrong: () => m.waivers_amount_wrong(),
    optional: true,
  },
});

const orNothing = (typed: string): string | undefined => (typed.trim() === '' ? undefined : typed.trim());

function phoneOf(typed: string): string | undefined {
  const phone = parsePhone(typed);
  return phone.ok ? phone.value : undefined;
}

/** Nothing typed is no limit of their own: every discount waits. */
function limitOf(typed: string, currency: string): Money | undefined {
  if (typed.trim() === '') return zeroMoney;
  const limit = parseMoney(typed, currency);
  return limit.ok && limit.value >= 0 ? limit.value : undefined;
}

/** Only what differs: a field that nobody touched must not win over another device's change. */
export function changesOf(values: WorkshopValues, workshop: Workshop): WorkshopChanges {
  const vpa = orNothing(values.vpa);
  const wanted: WorkshopChanges = {
    name: values.name.trim(),
    address: orNothing(values.address),
    phone: phoneOf(values.phone),
    gstin: orNothing(values.gstin)?.toUpperCase(),
    waiverLimit: limitOf(values.waiverLimit, workshop.currency) ?? workshop.waiverLimit,
    // Without a payee the workshop's own name stands on the customer's screen.
    upi: vpa === undefined ? undefined : { vpa, payee: orNothing(values.payee) ?? values.name.trim() },
  };
  const before = valuesOf(workshop);
  const after = valuesOf({ ...workshop, ...wanted } as Workshop);
  const isUpiChanged = before.vpa !== after.vpa || before.payee !== after.payee;
  return Object.fromEntries(
    Object.entries(wanted).filter(([field]) =>
      field === 'upi'
        ? isUpiChanged
        : before[field as keyof WorkshopValues] !== after[field as keyof WorkshopValues],
    ),
  );
}
