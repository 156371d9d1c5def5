import { CASH_LIMIT, cashObjection, formatMoney, type Money, type PaymentMethod } from '@revops/domain';
import { TriangleAlert } from 'lucide-react';
import { useFormats } from '#src/components/ui/formats.ts';
import { useToday } from '#src/data/hooks/index.ts';
import { useCashSoFar } from '#src/data/hooks/use-waivers.ts';
import { m } from '#src/words/compiled/messages.js';

export interface CashWarningProps {
  readonly jobId: string;
  readonly method: PaymentMethod;
  readonly amount: Money;
}

/** Says before the save that the law forbids so much cash; what changed hands is recorded all the same. */
export function CashWarning({ jobId, method, amount }: CashWarningProps) {
  const formats = useFormats();
  const soFar = useCashSoFar(jobId, useToday(), formats.timeZone);
  if (method !== 'cash' || soFar.status === 'loading') return null;
  const objection = cashObjection(amount, soFar.value, formats.currency);
  if (objection === undefined) return null;
  const said = { total: formatMoney(objection.total, formats), limit: formatMoney(CASH_LIMIT, formats) };
  return (
    <p role="alert" className="flex gap-2 bg-waiting-soft px-4 py-3 text-meta font-semibold text-waiting">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span>{objection.of === 'job' ? m.waivers_cash_job(said) : m.waivers_cash_day(said)}</span>
    </p>
  );
}
