import { bareId, startOfDay, type PlateKind } from '@revops/domain';
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { PlateField } from '#src/components/form/plate-field.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useKnownCar, useNow, usePlatePrefixes } from '#src/data/hooks/index.ts';
import type { KnownCar } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { dayWord } from '#src/words/time-words.ts';
import type { NewJobValues } from './draft.ts';
import { PlateKindChoice } from './plate-kind-choice.tsx';
import { useKnownFill } from './use-known-fill.ts';

// Shorter ones are still being typed.
const shortestPlate = 4;

/** The plate, and what is known of the car behind it. */
export function CarPart({ form }: { readonly form: UseFormReturn<NewJobValues> }) {
  const [plate, plateKind] = useWatch({ control: form.control, name: ['plate', 'plateKind'] });
  const known = useKnownCar(plate.length < shortestPlate ? '' : plate);
  const car = known.status === 'ready' && plate.length >= shortestPlate ? known.value : undefined;
  const prefixes = usePlatePrefixes();
  const [search] = useSearchParams();
  const ending = search.get('ending') ?? '';
  useKnownFill(form, car);
  const error = form.formState.errors.plate?.message;
  return (
    <div className="flex flex-col gap-3">
      <Controller
        control={form.control}
        name="plate"
        render={({ field }) => (
          <PlateField
            {...field}
            label={m.newjob_plate()}
            kind={plateKind}
            districts={prefixes.status === 'ready' ? prefixes.value : []}
            enterKeyHint="next"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen exists to type a plate; the keyboard should be there
            autoFocus={field.value === ''}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              // At once: `setFocus` comes later, and on a slow phone the first digit after Enter was lost.
              const phone = event.currentTarget.form?.elements.namedItem('phone');
              if (phone instanceof HTMLInputElement) phone.focus();
            }}
            {...(error !== undefined && { error })}
          />
        )}
      />
      {ending !== '' && !plate.endsWith(ending) && (
        <div>
          <Chip onSelect={() => form.setValue('plate', `${plate}${ending}`)}>
            {m.newjob_ending({ ending })}
          </Chip>
        </div>
      )}
      <PlateKindChoice value={plateKind} onChange={(kind: PlateKind) => form.setValue('plateKind', kind)} />
      {car !== undefined && <KnownPanel car={car} />}
    </div>
  );
}

function KnownPanel({ car }: { readonly car: KnownCar }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const visits = car.visits.slice(0, 3);
  return (
    <div className="-mx-gutter flex flex-col">
      {car.openJob !== undefined && (
        <Banner
          tone="waiting"
          action={<ButtonLink to={`/jobs/${bareId(car.openJob.id)}`}>{m.newjob_open_it()}</ButtonLink>}
        >
          {m.newjob_open_job({ number: car.openJob.number })}
        </Banner>
      )}
      <output className="block px-gutter pt-2 text-ink-2">{m.newjob_known()}</output>
      {visits.length > 0 && (
        <section className="px-gutter pt-2">
          <h2 className="text-meta font-semibold text-ink-2">{m.newjob_visits()}</h2>
          <ul className="border-t border-rule">
            {visits.map((visit) => (
              <li
                key={visit._id}
                className="flex items-baseline justify-between gap-4 border-b border-rule py-2 text-meta"
              >
                <span className="min-w-0">{visit.work ?? m.newjob_visit_plain()}</span>
                <span className="shrink-0 text-ink-2">
                  {dayWord(startOfDay(visit.day, formats.timeZone), now, formats)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
