import { passwordSchema } from '@revops/domain';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { checkFields } from '#src/components/form/check-fields.ts';
import { PasswordField } from '#src/components/form/password-field.tsx';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { resetPassword } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { tokenInAddress } from './reset-token.ts';

const check = checkFields({
  password: { schema: passwordSchema, wrong: () => m.signin_wrong_new_password() },
});

/** Where the link of the mail leads: choose a new password, then sign in with it. */
export function ResetScreen() {
  const navigate = useNavigate();
  const token = tokenInAddress(useLocation());
  return (
    <DoorScreen title={m.signin_reset_title()} onBack={() => void navigate('/sign-in')}>
      {token === undefined ? (
        <div className="flex flex-col items-start gap-4 p-4 rail:p-6">
          <p>{m.signin_reset_no_token()}</p>
          <ButtonLink to="/forgot-password">{m.signin_reset_ask_again()}</ButtonLink>
        </div>
      ) : (
        <ResetForm token={token} />
      )}
    </DoorScreen>
  );
}

function ResetForm({ token }: { readonly token: string }) {
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({ defaultValues: { password: '' }, resolver: check });
  const { isSending, refusal, send } = useSending();
  const submit = handleSubmit(async ({ password }) => {
    const answer = await send(() => resetPassword({ token, password }));
    if (answer?.ok) await navigate('/sign-in', { replace: true, state: { isReset: true } });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 p-4 rail:p-6">
      <OfflineNote needsSignal={m.signin_signal_reset()} />
      <PasswordField
        label={m.signin_new_password()}
        autoComplete="new-password"
        hint={m.signin_new_password_hint()}
        error={formState.errors.password?.message}
        {...register('password')}
      />
      <ServerAnswer refusal={refusal} needsSignal={m.signin_signal_reset()} />
      {refusal === 'reset_token_invalid' && (
        <ButtonLink to="/forgot-password">{m.signin_reset_ask_again()}</ButtonLink>
      )}
      <Button type="submit" variant="fill" size="main" wide aria-disabled={isSending}>
        {isSending ? m.signin_sending() : m.signin_reset_button()}
      </Button>
    </form>
  );
}
