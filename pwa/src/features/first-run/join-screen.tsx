import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { checkFields } from '#src/components/form/check-fields.ts';
import { Field } from '#src/components/form/field.tsx';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { join } from '#src/data/account/index.ts';
import { isInstalled, isIos } from '#src/platform/install.ts';
import { m } from '#src/words/compiled/messages.js';
import { codeRule, personRules } from './account-fields.ts';
import { InstallFirst } from './install-first.tsx';
import { codeInAddress, groupCode } from './invite-code.ts';
import { PersonFields } from './person-fields.tsx';

const check = checkFields({ inviteCode: codeRule, ...personRules });

/** Somebody whom the owner has given a code. */
export function JoinScreen() {
  const navigate = useNavigate();
  const [staysInBrowser, setStaysInBrowser] = useState(!isIos() || isInstalled());
  return (
    <DoorScreen
      title={m.firstrun_join()}
      lead={m.firstrun_join_lead()}
      onBack={() => void navigate('/welcome')}
    >
      {staysInBrowser ? (
        <JoinForm />
      ) : (
        <div className="flex flex-col gap-4 pb-6">
          <InstallFirst />
          <p className="px-4 rail:px-6">
            <Button variant="text" onClick={() => setStaysInBrowser(true)}>
              {m.firstrun_ios_anyway()}
            </Button>
          </p>
        </div>
      )}
    </DoorScreen>
  );
}

function JoinForm() {
  const navigate = useNavigate();
  const inviteCode = codeInAddress(useLocation());
  const { register, handleSubmit, setValue, formState } = useForm({
    defaultValues: { inviteCode, name: '', email: '', phone: '', password: '' },
    resolver: check,
  });
  const { isSending, refusal, send } = useSending();
  const { errors } = formState;
  const submit = handleSubmit(async (values) => {
    const answer = await send(() => join({ ...values, inviteCode: values.inviteCode.replaceAll(' ', '') }));
    if (answer?.ok) await navigate('/', { replace: true });
  });
  const code = register('inviteCode', {
    onChange: (event: { target: { value: string } }) => setValue('inviteCode', groupCode(event.target.value)),
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 p-4 rail:p-6">
      <OfflineNote needsSignal={m.firstrun_signal_join()} />
      <Field
        label={m.firstrun_code()}
        hint={m.firstrun_code_hint()}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        className="font-plate text-title tracking-widest uppercase"
        error={errors.inviteCode?.message}
        {...code}
      />
      <PersonFields register={register} errors={errors} passwordHint={m.firstrun_password_join_hint()} />
      <ServerAnswer refusal={refusal} needsSignal={m.firstrun_signal_join()} />
      <Button type="submit" variant="fill" size="main" wide aria-disabled={isSending}>
        {isSending ? m.firstrun_sending() : m.firstrun_join_button()}
      </Button>
    </form>
  );
}
