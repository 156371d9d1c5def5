import {
  emailSchema,
  inviteCodeSchema,
  passwordSchema,
  personNameSchema,
  phoneInputSchema,
} from '@revops/domain';
import type { FieldRule } from '#src/components/form/check-fields.ts';
import { m } from '#src/words/compiled/messages.js';

/** What every new account is asked for. */
export const personRules = {
  name: { schema: personNameSchema, wrong: () => m.firstrun_wrong_name() },
  email: { schema: emailSchema, wrong: () => m.firstrun_wrong_email() },
  phone: { schema: phoneInputSchema, wrong: () => m.firstrun_wrong_phone() },
  password: { schema: passwordSchema, wrong: () => m.firstrun_wrong_password() },
} as const satisfies Record<string, FieldRule>;

export const codeRule: FieldRule = { schema: inviteCodeSchema, wrong: () => m.firstrun_wrong_code() };
