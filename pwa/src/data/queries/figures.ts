import {
  addDays,
  DAILY_REVENUE_DAYS,
  figuresOfTotals,
  isWithin,
  totalsOfDesk,
  type Figures,
  type Period,
} from '@revops/domain';
import type { ReadTx, Rollup } from '../database/schema.ts';
import { startingWith } from './lists.ts';
import { names, type OwnDevice } from './people.ts';

/** Whose figures of which days; `all` is the whole workshop. */
export interface FiguresFilter {
  readonly from?: string;
  readonly to?: string;
  readonly desk: string;
  /** The workshop's day: the last of the thirty. */
  readonly today: string;
}

export interface FiguresView extends Figures {
  /** What of the collected money and of the billed work only this device knows, minor units. */
  readonly unsent: { readonly collected: number; readonly revenue: number };
  readonly names: ReadonlyMap<string, string>;
}

/** Behind every day: `|` sorts after the digits and dashes of one. */
const afterDay = '|\uffff';

/** The totals that have a day in their names, of those days. */
const ofDays = (tx: ReadTx, name: string, from: string, to: string): Promise<Rollup[]> =>
  tx.objectStore('rollups').getAll(IDBKeyRange.bound(`${name}|${from}`, `${name}|${to}${afterDay}`));

async function totalsFor(tx: ReadTx, { from = '', to = '~', today }: FiguresFilter): Promise<Rollup[]> {
  const since = addDays(today, 1 - DAILY_REVENUE_DAYS);
  const daily = ['money', 'created', 'revenue'];
  const parts = await Promise.all([
    ...daily.map((name) => ofDays(tx, name, from, to)),
    ...daily.map((name) => ofDays(tx, name, since, today)),
    ...['due', 'status', 'cash'].map((name) => tx.objectStore('rollups').getAll(startingWith(`${name}|`))),
  ]);
  return [...new Map(parts.flat().map((rollup) => [rollup.key, rollup])).values()];
}

function unsentIn(rollups: readonly Rollup[], period: Period): FiguresView['unsent'] {
  let [collected, revenue] = [0, 0];
  for (const { key, unsentAmount } of rollups) {
    const [name, day = '', , state] = key.split('|');
    if (!isWithin(day, period)) continue;
    if (name === 'revenue') revenue += unsentAmount;
    if (name === 'money' && (state === 'waiting' || state === 'confirmed')) collected += unsentAmount;
  }
  return { collected, revenue };
}

/** The owner's figures out of running totals: what is read is as much as there are days, methods and people. */
export async function figures(tx: ReadTx, filter: FiguresFilter, own: OwnDevice): Promise<FiguresView> {
  const [rollups, named] = await Promise.all([totalsFor(tx, filter), names(tx, own)]);
  const byKey = rollups.map((rollup) => [rollup.key, rollup] as const);
  const totals = filter.desk === 'all' ? byKey : totalsOfDesk(byKey, filter.desk);
  const { from, to, today } = filter;
  const found = figuresOfTotals(totals, { today, period: { from, to } });
  return {
    ...found,
    unsent: unsentIn(
      totals.map(([, rollup]) => rollup),
      { from, to },
    ),
    names: new Map([...found.people.keys()].map((id) => [id, named.person(id)])),
  };
}
