import type { Browser } from 'playwright-core';
import { openContext } from './browser.ts';
import { measurement, type Measurement } from './measure.ts';

interface Vitals {
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
}

/** Collects paints and long tasks from the very beginning; blocking time is what of a task lies over 50 ms, after first paint. */
const observer = `
  globalThis.vitals = { fcp: 0, lcp: 0, tasks: [] };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') vitals.fcp = entry.startTime; }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) vitals.lcp = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) vitals.tasks.push([entry.startTime, entry.duration]); }).observe({ type: 'longtask', buffered: true });
`;

/** Slow 4G as Lighthouse emulates it for mobiles: 1.6 Mbps down, 750 Kbps up, 150 ms; the CPU four times slower. */
async function visit(browser: Browser, url: string): Promise<Vitals> {
  const context = await openContext(browser);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 0.75e6 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(observer);
  await page.goto(url);
  await page.getByRole('link', { name: /Create your workshop/ }).waitFor();
  await page.waitForTimeout(2000);
  const seen = await page.evaluate<{ fcp: number; lcp: number; tasks: [number, number][] }>('vitals');
  await context.close();
  const tbt = seen.tasks
    .filter(([start]) => start >= seen.fcp)
    .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  return { fcp: seen.fcp, lcp: seen.lcp, tbt };
}

/** The first visit over a slow network on a slow phone. */
export async function firstVisit(browser: Browser, url: string, runs: number): Promise<Measurement[]> {
  const visits: Vitals[] = [];
  for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, url));
  const group = 'app';
  const name = 'first visit, slow 4G, 4× slowdown';
  return [
    measurement(
      visits.map(({ fcp }) => fcp),
      { group, name: `${name}: first contentful paint`, unit: 'ms', budget: 1500 },
    ),
    measurement(
      visits.map(({ lcp }) => lcp),
      { group, name: `${name}: largest contentful paint`, unit: 'ms', budget: 2500 },
    ),
    measurement(
      visits.map(({ tbt }) => tbt),
      { group, name: `${name}: total blocking time`, unit: 'ms', budget: 150 },
    ),
  ];
}
