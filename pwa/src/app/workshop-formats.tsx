import { useMemo, type ReactNode } from 'react';
import { FormatsContext } from '#src/components/ui/formats.ts';
import { useWorkshop } from '#src/data/hooks/index.ts';

/** Amounts and times are written by the habits of the workshop, as soon as it is known. */
export function WorkshopFormats({ children }: { readonly children: ReactNode }) {
  const workshop = useWorkshop();
  const known = workshop.status === 'ready' ? workshop.value : undefined;
  const { locale = 'en-IN', currency = 'INR', timeZone = 'Asia/Kolkata' } = known ?? {};
  const formats = useMemo(() => ({ locale, currency, timeZone }), [locale, currency, timeZone]);
  return <FormatsContext value={formats}>{children}</FormatsContext>;
}
