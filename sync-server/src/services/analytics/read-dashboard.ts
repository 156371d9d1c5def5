import { figuresOfTotals, workshopDay, type Dashboard, type DashboardQuery } from '@revops/domain';
import type { WorkshopDocuments } from '../workshop-documents.ts';
import { deskNames } from './desk-names.ts';
import type { FiguresOfWorkshops } from './figures-of-workshops.ts';
import { peopleOf } from './people-of.ts';
import { phonesOf } from './phones-of.ts';

/** What an owner reads on one screen, as of now. */
export async function readDashboard(
  documents: WorkshopDocuments,
  kept: FiguresOfWorkshops,
  now: string,
  period: DashboardQuery,
): Promise<Dashboard> {
  const { store } = documents;
  const timeZone = await documents.timeZone();
  const today = workshopDay(now, timeZone);
  const [{ people, dailyRevenue, ...sums }, names, devices] = await Promise.all([
    kept.use(store, timeZone, ({ totals }) => figuresOfTotals(totals, { today, period })),
    deskNames(documents),
    phonesOf(store, now),
  ]);
  return {
    ...sums,
    dailyRevenue: [...dailyRevenue],
    managers: [...peopleOf(people, names)],
    asOf: now,
    devices: [...devices],
  };
}
