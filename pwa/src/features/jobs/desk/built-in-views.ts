import { m } from '#src/words/compiled/messages.js';
import { openJobs, type Arrangement } from './desk-place.ts';

export interface BuiltInView extends Pick<Arrangement, 'filter' | 'period'> {
  readonly id: string;
  readonly name: string;
}

/** What everybody looks at first; in words of the moment, so it is asked for each time. */
export const builtInViews = (): readonly BuiltInView[] => [
  { id: 'open', name: m.jobs_open(), filter: openJobs.filter, period: 'any' },
  {
    id: 'late',
    name: m.jobs_late(),
    filter: { ...openJobs.filter, late: true, sort: { by: 'promised', descending: false } },
    period: 'any',
  },
  {
    id: 'due',
    name: m.jobs_dues(),
    filter: {
      ...openJobs.filter,
      status: 'all',
      money: 'due',
      sort: { by: 'balance', descending: true },
    },
    period: 'any',
  },
  { id: 'all', name: m.jobs_all(), filter: { ...openJobs.filter, status: 'all' }, period: 'any' },
];

/** Whether two arrangements ask for the same. */
export function asksTheSame(
  a: Pick<Arrangement, 'filter' | 'period'>,
  b: Pick<Arrangement, 'filter' | 'period'>,
): boolean {
  const said = ({ filter, period }: Pick<Arrangement, 'filter' | 'period'>) => {
    const { status, desk, money, late, sort } = filter;
    return [status, desk, money, late, sort.by, sort.descending, period].join(' ');
  };
  return said(a) === said(b);
}
