import { useSearchParams } from 'react-router';
import { periodOf } from '#src/components/figures/period.ts';
import { useFiguresChoice, type FiguresChoice } from '#src/components/figures/use-figures-choice.ts';
import { useToday } from '#src/data/hooks/index.ts';

export interface StatementDays {
  /** Nothing while all days are shown. */
  readonly days: { readonly from?: string; readonly to?: string };
  readonly choice: FiguresChoice | undefined;
  readonly today: string;
  readonly onChoose: (choice: FiguresChoice) => void;
  readonly onSwitch: (isChosen: boolean) => void;
}

/** Which days of a cash statement: all, or a period as for the figures; kept in the address. */
export function useStatementDays(): StatementDays {
  const [search, setSearch] = useSearchParams();
  const [choice, onChoose] = useFiguresChoice();
  const today = useToday();
  const isChosen = search.has('days');
  return {
    days: isChosen ? periodOf(choice.period, today) : {},
    choice: isChosen ? choice : undefined,
    today,
    onChoose,
    onSwitch: (next) => setSearch(next ? { days: '' } : {}, { replace: true, preventScrollReset: true }),
  };
}
