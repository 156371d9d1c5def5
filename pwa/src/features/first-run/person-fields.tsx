import type { UseFormRegister, FieldErrors } from 'react-hook-form';
import { Field } from '#src/components/form/field.tsx';
import { PasswordField } from '#src/components/form/password-field.tsx';
import { m } from '#src/words/compiled/messages.js';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly password: string;
}

interface PersonFieldsProps<V extends Person> {
  readonly register: UseFormRegister<V>;
  readonly errors: FieldErrors<V>;
  /** Somebody who may have an account already types its password, not a new one. */
  readonly passwordHint?: string;
}

/** The four fields that both ways in share. */
export function PersonFields<V extends Person>(props: PersonFieldsProps<V>) {
  const { register: registerAny, errors: anyErrors, passwordHint = m.firstrun_password_hint() } = props;
  // Generic field paths cannot be written out; both forms have these four.
  const register = registerAny as unknown as UseFormRegister<Person>;
  const errors = anyErrors as FieldErrors<Person>;
  return (
    <>
      <Field
        label={m.firstrun_name()}
        autoComplete="name"
        autoCapitalize="words"
        error={errors.name?.message}
        {...register('name')}
      />
      <Field
        label={m.firstrun_phone()}
        type="tel"
        autoComplete="tel"
        error={errors.phone?.message}
        {...register('phone')}
      />
      <Field
        label={m.firstrun_email()}
        type="email"
        autoComplete="username"
        inputMode="email"
        hint={m.firstrun_email_hint()}
        error={errors.email?.message}
        {...register('email')}
      />
      <PasswordField
        label={m.firstrun_password()}
        autoComplete="new-password"
        hint={passwordHint}
        error={errors.password?.message}
        {...register('password')}
      />
    </>
  );
}
