import { emailSchema } from '@revops/domain';
import { useForm, useWatch } from 'react-hook-form';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { checkFields } from '#src/components/form/check-fields.ts';
import { Field } from '#src/components/form/field.tsx';
import { PasswordField } from '#src/components/form/password-field.tsx';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { signIn, useDeviceState } from '#src/data/account/index.ts';
import { currentDevice } from '#src/data/account/current-device.ts';
import { m } from '#src/words/compiled/messages.js';

const check = checkFields({
  email: { schema: emailSchema, wrong: () => m.signin_wrong_email() },
  password: { schema: z.string().min(1), wrong: () => m.signin_wrong_password() },
});

/** Signing in, again or for the first time on this phone; what waits here is sent afterwards. */
export function SignInScreen() {
  const navigate = useNavigate();
  const { state } = useLocation();
  const [search] = useSearchParams();
  const isSignedIn = useDeviceState() === 'signed_in';
  const ownEmail = isSignedIn ? currentDevice()?.session.email : undefined;
  const { register, handleSubmit, formState, control } = useForm({
    defaultValues: { email: search.get('email') ?? ownEmail ?? '', password: '' },
    resolver: check,
  });
  const email = useWatch({ control, name: 'email' });
  const { isSending, refusal, send } = useSending();
  const { errors } = formState;
  const submit = handleSubmit(async (values) => {
    const answer = await send(() => signIn(values));
    if (answer?.ok) await navigate('/', { replace: true });
  });
  const isReset = typeof state === 'object' && state !== null && 'isReset' in state;
  return (
    <DoorScreen
      title={m.signin_title()}
      lead={isReset ? m.signin_lead_reset() : isSignedIn ? m.signin_lead_again() : m.signin_lead()}
      onBack={() => void navigate(isSignedIn ? '/' : '/welcome')}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 p-4 rail:p-6">
        <OfflineNote needsSignal={m.signin_signal()} />
        <Field
          label={m.signin_email()}
          type="email"
          inputMode="email"
          autoComplete="username"
          error={errors.email?.message}
          {...register('email')}
        />
        <PasswordField
          label={m.signin_password()}
          autoComplete="current-password"
          error={errors.password?.message}
          {...register('password')}
        />
        <ServerAnswer refusal={refusal} needsSignal={m.signin_signal()} />
        <Button type="submit" variant="fill" size="main" wide aria-disabled={isSending}>
          {isSending ? m.signin_sending() : m.ui_sign_in()}
        </Button>
        <Link
          to={`/forgot-password?email=${encodeURIComponent(email)}`}
          className="inline-flex min-h-12 items-center self-start font-semibold text-carbon underline underline-offset-4"
        >
          {m.signin_forgot()}
        </Link>
      </form>
    </DoorScreen>
  );
}
