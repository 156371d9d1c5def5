import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { KnownCar } from '#src/data/views.ts';
import { emptyValues, type NewJobValues } from './draft.ts';

type Filled = Pick<NewJobValues, 'customerName' | 'phone' | 'carModel' | 'address' | 'plateKind'>;
const fields = ['customerName', 'phone', 'carModel', 'address', 'plateKind'] as const;

/** What a known car says of itself and its last customer. */
function valuesOf(car: KnownCar | undefined): Filled {
  return {
    customerName: car?.customer?.name ?? '',
    phone: car?.customer?.phone ?? '',
    carModel: car?.vehicle.model ?? '',
    address: car?.customer?.address ?? '',
    plateKind: car?.vehicle.plateKind ?? emptyValues.plateKind,
  };
}

/** Fills what a known plate tells and takes it back when the plate changes; what was typed by hand always stays. */
export function useKnownFill(form: UseFormReturn<NewJobValues>, car: KnownCar | undefined): void {
  const filled = useRef<Partial<Record<keyof Filled, string>>>({});
  useEffect(() => {
    const next = valuesOf(car);
    for (const field of fields) {
      const current = form.getValues(field);
      const isOurs = current === (filled.current[field] ?? emptyValues[field]);
      if (!isOurs) continue;
      filled.current[field] = next[field];
      if (current !== next[field]) form.setValue(field, next[field]);
    }
  }, [form, car]);
}
