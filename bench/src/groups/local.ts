import type { Page } from 'playwright-core';
import type { Bench } from '../../page/src/page.ts';
import { openBrowser, openContext, slowDown } from '../support/browser.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { median } from '../support/statistics.ts';
import { staticServer } from '../support/static-server.ts';

const RUNS = 20;
const SLOW = 4;

/** Calls a function of the measuring page. */
function call<K extends keyof Bench>(
  page: Page,
  name: K,
  ...parameters: Parameters<Bench[K]>
): Promise<Awaited<ReturnType<Bench[K]>>> {
  return page.evaluate(
    ([called, args]) =>
      (globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> }).bench[called]?.(
        ...args,
      ),
    [name, parameters] as const,
  ) as Promise<Awaited<ReturnType<Bench[K]>>>;
}

const queries = [
  ['plate, four digits', '1234'],
  ['plate, letters and digits', 'ab 12'],
  ['name', 'kumar'],
  ['phone', '98765'],
  ['a single digit', '1'],
] as const;

async function reads(page: Page, name: string, jobs: number): Promise<Measurement[]> {
  const group = 'local';
  const isLarge = jobs === 50_000;
  const label = jobs.toLocaleString('en');
  const lines = [
    measurement(await call(page, 'firstPage', name, RUNS), {
      group,
      name: `first page of jobs by status, of ${label}`,
      unit: 'ms',
      budget: isLarge ? 15 : 10,
    }),
  ];
  for (const [what, query] of queries) {
    const values = await call(page, 'search', name, query, RUNS);
    lines.push(
      measurement(values, {
        group,
        name: `search by ${what} among ${label}`,
        unit: 'ms',
        budget: isLarge ? 60 : 30,
      }),
    );
  }
  lines.push(
    measurement(await call(page, 'searchCold', name, '1234', RUNS), {
      group,
      name: `search among ${label}, lines not in memory yet`,
      unit: 'ms',
    }),
  );
  const { rows } = await call(page, 'counts', name);
  const dashboard = await call(page, 'dashboard', name, RUNS);
  lines.push(
    measurement(dashboard, {
      group,
      name: `dashboard of ${label} jobs`,
      unit: 'ms',
      note: `${rows} documents`,
      ...(isLarge && { budget: 50 }),
    }),
  );
  return lines;
}

const middle = (values: readonly number[]): string => `median ${median(values).toFixed(0)} ms`;

async function saves(page: Page, name: string): Promise<Measurement[]> {
  const group = 'local';
  const budgeted = { group, unit: 'ms', budget: 50, judge: 'p95' } as const;
  await slowDown(page, SLOW);
  const idle = await call(page, 'saves', name, 40);
  const pulling = await call(page, 'savesDuring', name, { kind: 'load', name, jobs: 1000 });
  const rebuilding = await call(page, 'savesDuring', name, { kind: 'rebuild', name });
  await slowDown(page, 1);
  return [
    measurement(idle, {
      ...budgeted,
      name: 'Save to durable and listed, idle, 4× slowdown',
      note: middle(idle),
    }),
    measurement(pulling.values, {
      ...budgeted,
      name: 'Save during a first sync, 4× slowdown',
      note: `${middle(pulling.values)}; pull took ${Math.round(pulling.taskMs)} ms`,
    }),
    measurement(rebuilding.values, {
      ...budgeted,
      name: 'Save during a rebuild, 4× slowdown',
      note: middle(rebuilding.values),
    }),
  ];
}

/** About 50,000 documents of all types. */
const REBUILT_JOBS = 4560;
const zones = ['Europe/London', 'Asia/Kolkata'];

async function rebuilds(page: Page): Promise<Measurement[]> {
  const name = 'bench-rebuild';
  const load = (await call(page, 'inWorker', { kind: 'load', name, jobs: REBUILT_JOBS })) / 1000;
  const { rows } = await call(page, 'counts', name);
  const [again, zone, bare]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < 5; run += 1) {
    again.push((await call(page, 'inWorker', { kind: 'rebuild', name })) / 1000);
    if (run % 4 !== 0) continue;
    const timeZone = zones[(run / 4) % 2] ?? 'UTC';
    zone.push((await call(page, 'inWorker', { kind: 'rebuild', name, timeZone })) / 1000);
    bare.push((await call(page, 'inWorker', { kind: 'bare', name })) / 1000);
  }
  const note = `${rows} documents; bare puts of the same rows ${median(bare).toFixed(1)} s`;
  const described = { group: 'local', unit: 's', note } as const;
  return [
    measurement(again, { ...described, name: 'rebuild of the read model, another version', budget: 10 }),
    measurement(zone, { ...described, name: 'rebuild of the read model, another time zone', budget: 10 }),
    measurement([load], { ...described, name: 'fold of a whole replica into an empty phone' }),
  ];
}

/** The phone's own database in a real browser: saves, lists, search, totals, rebuild. */
export async function measureLocal(): Promise<readonly Measurement[]> {
  const server = await staticServer();
  const browser = await openBrowser();
  try {
    const page = await (await openContext(browser)).newPage();
    await page.goto(`${server.url}/__bench__/`);
    await page.waitForFunction('globalThis.bench !== undefined');
    const lines: Measurement[] = [];
    for (const jobs of [10_000, 50_000]) {
      const ms = await call(page, 'inWorker', { kind: 'fill', name: `bench-${jobs}`, jobs });
      process.stderr.write(`  ${jobs} jobs loaded in ${Math.round(ms / 1000)} s\n`);
      lines.push(...(await reads(page, `bench-${jobs}`, jobs)));
    }
    lines.push(...(await saves(page, 'bench-saves')));
    lines.push(...(await rebuilds(page)));
    return lines;
  } finally {
    await browser.close();
    server.close();
  }
}
