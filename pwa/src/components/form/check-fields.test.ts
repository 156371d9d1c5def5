import { emailSchema, personNameSchema } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { checkFields } from './check-fields.ts';

const check = checkFields({
  name: { schema: personNameSchema, wrong: () => 'Type your name.' },
  email: { schema: emailSchema, wrong: () => 'Type an email.', optional: true },
});
const errorsOf = async (values: { name: string; email: string }) => {
  const { errors } = await check(values, undefined, { fields: {}, shouldUseNativeValidation: false });
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error.message]));
};

describe('checkFields', () => {
  it('says nothing when every field is right', async () => {
    expect(await errorsOf({ name: 'Raj', email: 'raj@example.com' })).toEqual({});
  });
  it('words what is wrong beside its own field', async () => {
    expect(await errorsOf({ name: '  ', email: 'raj@' })).toEqual({
      name: 'Type your name.',
      email: 'Type an email.',
    });
  });
  it('lets an optional field stay empty', async () => {
    expect(await errorsOf({ name: 'Raj', email: ' ' })).toEqual({});
  });
});
