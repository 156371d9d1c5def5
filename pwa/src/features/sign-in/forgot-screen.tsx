import { emailSchema } from '@revops/domain';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { checkFields } from '#src/components/form/check-fields.ts';
import { Field } from '#src/components/form/field.tsx';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { requestReset } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';

const check = checkFields({ email: { schema: emailSchema, wrong: () => m.signin_wrong_email() } });

/** Asks for a mail with a link. The answer is the same whether or not there is such an account. */
export function ForgotScreen() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [sentTo, setSentTo] = useState<string | undefined>();
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { email: search.get('email') ?? '' },
    resolver: check,
  });
  const { isSending, refusal, send } = useSending();
  const submit = handleSubmit(async ({ email }) => {
    const answer = await send(() => requestReset(email.trim()));
    if (answer?.ok) setSentTo(email.trim());
  });
  return (
    <DoorScreen title={m.signin_forgot_title()} onBack={() => void navigate('/sign-in')}>
      {sentTo === undefined ? (
        <form
          noValidate
          onSubmit={(event) => void submit(event)}
          className="flex flex-col gap-5 p-4 rail:p-6"
        >
          <OfflineNote needsSignal={m.signin_signal_reset()} />
          <Field
            label={m.signin_email()}
            type="email"
            inputMode="email"
            autoComplete="username"
            hint={m.signin_forgot_hint()}
            error={formState.errors.email?.message}
            {...register('email')}
          />
          <ServerAnswer refusal={refusal} needsSignal={m.signin_signal_reset()} />
          <Button type="submit" variant="fill" size="main" wide aria-disabled={isSending}>
            {isSending ? m.signin_sending() : m.signin_forgot_button()}
          </Button>
        </form>
      ) : (
        <output className="flex flex-col items-start gap-4 p-4 rail:p-6">
          <p>{m.signin_forgot_sent({ email: sentTo })}</p>
          <ButtonLink to={`/sign-in?email=${encodeURIComponent(sentTo)}`}>{m.signin_back()}</ButtonLink>
        </output>
      )}
    </DoorScreen>
  );
}
