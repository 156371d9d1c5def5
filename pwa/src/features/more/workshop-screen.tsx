import type { Workshop } from '@revops/domain';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { Field } from '#src/components/form/field.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useActs } from '#src/data/acts.ts';
import { useWorkshop } from '#src/data/hooks/index.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { changesOf, checkWorkshop, valuesOf } from './workshop-values.ts';

/** What stands on the workshop's papers and where its UPI money goes; saved on this phone first, like everything. */
export function WorkshopScreen() {
  const navigate = useNavigate();
  const workshop = useWorkshop();
  const back = (): void => void navigate('/more');
  // Before the first sync there is only a stand-in without clocks, which nothing may be written over.
  if (workshop.status === 'loading' || Object.keys(workshop.value.stamps).length === 0) {
    return (
      <>
        <TopBar title={m.more_workshop()} onBack={back} />
        <Skeleton label={m.more_workshop_fetching()} rows={4} />
      </>
    );
  }
  return <WorkshopForm workshop={workshop.value} onBack={back} />;
}

function WorkshopForm({ workshop, onBack }: { readonly workshop: Workshop; readonly onBack: () => void }) {
  const acts = useActs();
  const [problem, setProblem] = useState<string | undefined>();
  const { register, handleSubmit, formState } = useForm({
    defaultValues: valuesOf(workshop),
    resolver: checkWorkshop,
  });
  const { errors, isSubmitting } = formState;
  const save = handleSubmit(async (values) => {
    const saved = await acts.editWorkshop(changesOf(values, workshop));
    if (!saved.ok && saved.reason.code !== 'nothing_changed') {
      setProblem(problemWord(saved.reason));
      return;
    }
    if (saved.ok) vibrateSaved();
    onBack();
  });
  return (
    <TaskScreen
      title={m.more_workshop()}
      onBack={onBack}
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="fill" size="main" wide aria-disabled={isSubmitting}>
          {m.more_save()}
        </Button>
      }
    >
      <div className="flex flex-col gap-5 bg-surface px-gutter py-6 rail:my-6 rail:border rail:border-rule rail:px-6">
        <Field
          label={m.more_workshop_name()}
          autoComplete="organization"
          error={errors.name?.message}
          {...register('name')}
        />
        <Field
          label={m.more_workshop_address()}
          autoComplete="street-address"
          optional
          error={errors.address?.message}
          {...register('address')}
        />
        <Field
          label={m.more_workshop_phone()}
          type="tel"
          autoComplete="tel"
          optional
          error={errors.phone?.message}
          {...register('phone')}
        />
        <Field
          label={m.more_workshop_gstin()}
          autoCapitalize="characters"
          spellCheck={false}
          optional
          error={errors.gstin?.message}
          {...register('gstin')}
        />
        <h2 className="border-t border-rule pt-5 text-title">{m.more_upi()}</h2>
        <p className="text-ink-2">{m.more_upi_text()}</p>
        <Field
          label={m.more_upi_vpa()}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          optional
          hint={m.more_upi_vpa_hint()}
          error={errors.vpa?.message}
          {...register('vpa')}
        />
        <Field
          label={m.more_upi_payee()}
          optional
          hint={m.more_upi_payee_hint()}
          error={errors.payee?.message}
          {...register('payee')}
        />
        <h2 className="border-t border-rule pt-5 text-title">{m.waivers_title()}</h2>
        <Field
          label={m.waivers_limit()}
          hint={m.waivers_limit_hint()}
          inputMode="decimal"
          autoComplete="off"
          optional
          error={errors.waiverLimit?.message}
          {...register('waiverLimit')}
        />
        {problem !== undefined && (
          <p role="alert" className="font-semibold text-refused">
            {problem}
          </p>
        )}
      </div>
    </TaskScreen>
  );
}
