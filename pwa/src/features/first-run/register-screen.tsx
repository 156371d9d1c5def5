import { workshopInputSchema } from '@revops/domain';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { checkFields } from '#src/components/form/check-fields.ts';
import { Field } from '#src/components/form/field.tsx';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { register as createWorkshop } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { personRules } from './account-fields.ts';
import { ownHabits } from './home-habits.ts';
import { PersonFields } from './person-fields.tsx';

const { name: workshopName, address, gstin } = workshopInputSchema.shape;

const check = checkFields({
  ...personRules,
  workshop: { schema: workshopName, wrong: () => m.firstrun_wrong_workshop() },
  address: { schema: address, wrong: () => m.firstrun_wrong_address(), optional: true },
  gstin: { schema: gstin, wrong: () => m.firstrun_wrong_gstin(), optional: true },
});

const empty = { name: '', email: '', phone: '', password: '', workshop: '', address: '', gstin: '' };
type Values = typeof empty;

const requestOf = ({ workshop: name, address, gstin, ...person }: Values) => ({
  ...person,
  workshop: {
    name,
    ...(address.trim() !== '' && { address: address.trim() }),
    ...(gstin.trim() !== '' && { gstin: gstin.trim().toUpperCase() }),
    ...ownHabits(),
  },
});

/** An owner makes the workshop and is signed in. */
export function RegisterScreen() {
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm({ defaultValues: empty, resolver: check });
  const { isSending, refusal, send } = useSending();
  const { errors } = formState;
  const submit = handleSubmit(async (values) => {
    const answer = await send(() => createWorkshop(requestOf(values)));
    if (answer?.ok) await navigate('/', { replace: true });
  });
  return (
    <DoorScreen
      title={m.firstrun_create()}
      lead={m.firstrun_create_lead()}
      onBack={() => void navigate('/welcome')}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5 p-4 rail:p-6">
        <OfflineNote needsSignal={m.firstrun_signal_create()} />
        <Field
          label={m.firstrun_workshop()}
          autoComplete="organization"
          autoCapitalize="words"
          error={errors.workshop?.message}
          {...register('workshop')}
        />
        <PersonFields register={register} errors={errors} />
        <details className="border-y border-rule">
          <summary className="flex min-h-12 items-center font-semibold text-carbon">
            {m.firstrun_more()}
          </summary>
          <div className="flex flex-col gap-5 pb-4">
            <Field
              label={m.firstrun_address()}
              autoComplete="street-address"
              optional
              error={errors.address?.message}
              {...register('address')}
            />
            <Field
              label={m.firstrun_gstin()}
              autoCapitalize="characters"
              spellCheck={false}
              optional
              hint={m.firstrun_gstin_hint()}
              error={errors.gstin?.message}
              {...register('gstin')}
            />
          </div>
        </details>
        <ServerAnswer refusal={refusal} needsSignal={m.firstrun_signal_create()} />
        {refusal === 'email_taken' && <ButtonLink to="/sign-in">{m.ui_sign_in()}</ButtonLink>}
        <Button type="submit" variant="fill" size="main" wide aria-disabled={isSending}>
          {isSending ? m.firstrun_sending() : m.firstrun_create_button()}
        </Button>
      </form>
    </DoorScreen>
  );
}
