import { daySchema } from '@revops/domain';
import { useSearchParams } from 'react-router';
import { periodNames, type PeriodChoice } from './period.ts';

export interface FiguresChoice {
  readonly period: PeriodChoice;
  /** A person, or `all`. */
  readonly desk: string;
}

const dayIn = (text: string | null): string | undefined => daySchema.safeParse(text).data;

/** What is looked at, kept in the address so that the way back finds it. */
export function useFiguresChoice(): [FiguresChoice, (choice: FiguresChoice) => void] {
  const [search, setSearch] = useSearchParams();
  const name = periodNames.find((one) => one === search.get('period')) ?? 'month';
  const [from, to] = [dayIn(search.get('from')), dayIn(search.get('to'))];
  const period = { name, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const choose = ({ period: next, desk }: FiguresChoice): void =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const key of ['period', 'from', 'to', 'desk']) after.delete(key);
        if (next.name !== 'month') after.set('period', next.name);
        if (next.name === 'custom' && next.from !== undefined) after.set('from', next.from);
        if (next.name === 'custom' && next.to !== undefined) after.set('to', next.to);
        if (desk !== 'all') after.set('desk', desk);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return [{ period, desk: search.get('desk') ?? 'all' }, choose];
}
