import {
  figuresOfTotals,
  workshopDay,
  type Dashboard,
  type DashboardQuery,
  type Figures,
  type PersonFigures,
} from '@revops/domain';
import { listDevices } from '#src/sync/keeping/device-list.ts';
import type { WorkshopDocuments } from '../workshop-documents.ts';
import type { FiguresOfWorkshops } from './figures-of-workshops.ts';
import { deskNames, type DeskName } from './desk-names.ts';

type Person = Dashboard['managers'][number];
type Silent = Dashboard['devices'][number];

/** What an owner reads on one screen, as of now. */
export async function readDashboard(
  documents: WorkshopDocuments,
  kept: FiguresOfWorkshops,
  now: string,
  period: DashboardQuery,
): Promise<Dashboard> {
  const timeZone = await documents.timeZone();
  const [running, names, devices] = await Promise.all([
    kept.of(documents.store, timeZone),
    deskNames(documents),
    phonesOf(documents, now),
  ]);
  const figures = figuresOfTotals(running.totals, { today: workshopDay(now, timeZone), period });
  const { people, dailyRevenue, ...totals } = figures;
  return {
    ...totals,
    dailyRevenue: [...dailyRevenue],
    managers: [...managersOf(people, names)],
    asOf: now,
    devices: [...devices],
  };
}

const nothing: PersonFigures = { jobs: 0, revenue: 0, received: 0, cashInHand: 0 };

function managersOf(people: Figures['people'], names: ReadonlyMap<string, DeskName>): readonly Person[] {
  const present = [...names].filter(([, { active }]) => active).map(([id]) => id);
  return [...new Set([...present, ...people.keys()])]
    .map((id) => ({ id, name: names.get(id)?.name ?? id, ...(people.get(id) ?? nothing) }))
    .toSorted((a, b) => b.revenue - a.revenue || (a.id < b.id ? -1 : 1));
}

/** Phones that still write, and those that ended with something missing. */
async function phonesOf({ store }: WorkshopDocuments, now: string): Promise<readonly Silent[]> {
  const { items } = await listDevices(store, now);
  return items
    .filter(({ closed, missing }) => closed !== true || missing > 0)
    .map(({ code, label, user, lastHeard, missing }) => ({
      code,
      name: user.name ?? label,
      ...(lastHeard === undefined ? {} : { lastHeard }),
      ...(missing > 0 ? { missing } : {}),
    }));
}
