import { jobStatusSchema, paymentMethodSchema } from '@revops/domain';
import { useSearchParams } from 'react-router';
import { periodOf } from '#src/components/figures/period.ts';
import { useFiguresChoice, type FiguresChoice } from '#src/components/figures/use-figures-choice.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSession, useToday } from '#src/data/hooks/index.ts';
import type { ReportFilter } from '#src/data/reports/report-filter.ts';
import { reportKinds, type ReportKind } from './report-kinds.ts';

export const paymentStates = ['waiting', 'confirmed', 'rejected', 'cancelled', 'clash'] as const;
export const handOverStates = ['waiting', 'confirmed', 'rejected'] as const;

/** What is chosen besides the days and the desk. */
export type Narrowing = 'method' | 'state' | 'status';

export interface ReportChoice {
  readonly kind: ReportKind;
  readonly figures: FiguresChoice;
  readonly filter: ReportFilter;
  /** As it stands in the address; empty where nothing is left out. */
  readonly narrowed: Readonly<Record<Narrowing, string>>;
}

export interface ReportChoosing {
  readonly choice: ReportChoice;
  readonly onKind: (kind: ReportKind) => void;
  readonly onFigures: (figures: FiguresChoice) => void;
  readonly onNarrow: (what: Narrowing, value: string) => void;
}

function filterOf(kind: ReportKind, narrowed: ReportChoice['narrowed']): Partial<ReportFilter> {
  const method = paymentMethodSchema.options.find((one) => one === narrowed.method);
  const paymentState = paymentStates.find((one) => one === narrowed.state);
  const handOverState = handOverStates.find((one) => one === narrowed.state);
  const status = ['open' as const, ...jobStatusSchema.options].find((one) => one === narrowed.status);
  if (kind === 'payments') return { method, paymentState };
  if (kind === 'hand_overs') return { handOverState };
  return kind === 'jobs' ? { status } : {};
}

/** Which report of which days; it stands in the address, so that Back and a bookmark find it again. */
export function useReportChoice(): ReportChoosing {
  const [address, setAddress] = useSearchParams();
  const [figures, onFigures] = useFiguresChoice();
  const { role, userId } = useSession();
  const { timeZone } = useFormats();
  const today = useToday();
  const kind = reportKinds.find((one) => one === address.get('report')) ?? 'day';
  const set = (change: (next: URLSearchParams) => void): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        change(next);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const read = (what: Narrowing): string => address.get(what) ?? '';
  const narrowed = { method: read('method'), state: read('state'), status: read('status') };
  // A manager's reports are of the own desk, whatever the address says.
  const desk = role === 'owner' ? figures.desk : userId;
  const days = periodOf(figures.period, today);
  return {
    choice: {
      kind,
      figures: { ...figures, desk },
      narrowed,
      filter: { ...days, desk, timeZone, ...filterOf(kind, narrowed) },
    },
    onFigures,
    onKind: (next) =>
      set((address) => {
        address.set('report', next);
        for (const what of ['method', 'state', 'status']) address.delete(what);
      }),
    onNarrow: (what, value) => set((next) => (value === '' ? next.delete(what) : next.set(what, value))),
  };
}
