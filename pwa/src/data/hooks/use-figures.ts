import type { AgedDues } from '@revops/domain';
import { agedDues } from '../queries/dues.ts';
import { figures, type FiguresFilter, type FiguresView } from '../queries/figures.ts';
import { jobStatusTimes, type StatusTimesFilter, type StatusTimesView } from '../queries/status-times.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** The figures of some days and one desk, or the whole workshop. */
export const useFigures = (filter: FiguresFilter): Live<FiguresView> =>
  useLive({
    key: `figures ${JSON.stringify(filter)}`,
    topics: ['rollups', 'member'],
    read:
      ({ session }) =>
      (tx) =>
        figures(tx, filter, session),
    keepsLast: true,
  });

/** What is owed, by how long. */
export const useAgedDues = (desk: string, today: string, timeZone: string): Live<AgedDues[]> =>
  useLive({
    key: `agedDues ${desk} ${today} ${timeZone}`,
    topics: ['job', 'rollups'],
    read: () => (tx) => agedDues(tx, desk, today, timeZone),
    keepsLast: true,
  });

/** How long jobs stay in each status. */
export const useStatusTimes = (filter: StatusTimesFilter): Live<StatusTimesView> =>
  useLive({
    key: `statusTimes ${JSON.stringify(filter)}`,
    topics: ['job', 'jobEvent'],
    read: () => (tx) => jobStatusTimes(tx, filter),
    keepsLast: true,
  });
