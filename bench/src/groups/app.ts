import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openContext, slowDown } from '../support/browser.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { appDist } from '../support/paths.ts';
import { staticServer } from '../support/static-server.ts';
import { firstVisit } from '../support/web-vitals.ts';

const group = 'app';
const RUNS = 5;
const SLOW = 4;
const JOBS = 10_000;

/** What the first visit downloads as script until the first screen stands, each file compressed as a server would. */
async function firstScreenScripts(browser: Browser, url: string): Promise<Measurement> {
  const context = await openContext(browser);
  const page = await context.newPage();
  const names = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && request.serviceWorker() === null)
      names.add(new URL(request.url()).pathname);
  });
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sizes = await Promise.all(
    [...names].map(async (name) => gzipSync(Uint8Array.from(await readFile(join(appDist, name)))).byteLength),
  );
  await context.close();
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  return measurement([kilobytes], {
    group,
    name: 'JavaScript for the first screen, gzipped',
    unit: 'KB',
    budget: 170,
    note: `${sizes.length} files`,
  });
}

async function precache(): Promise<Measurement[]> {
  const worker = await readFile(join(appDist, 'service-worker.js'), 'utf8');
  const files = await readdir(appDist, { recursive: true });
  const listed = files.filter((file) => worker.includes(`"url":"${file.replaceAll('\\', '/')}"`));
  const sizes = await Promise.all(listed.map(async (file) => (await stat(join(appDist, file))).size / 1024));
  return [
    measurement([sizes.reduce((sum, size) => sum + size, 0)], {
      group,
      name: 'precache, all, raw',
      unit: 'KB',
      budget: 1536,
      note: `${sizes.length} files`,
    }),
    measurement([Math.max(...sizes)], { group, name: 'precache, largest file', unit: 'KB', budget: 2048 }),
  ];
}

/** The demo with as many jobs as a workshop of some years, written by the measuring page on the same origin. */
async function fillDemo(page: Page, url: string): Promise<void> {
  // Small, so that nothing of its own comes in while it is filled.
  await page.goto(`${url}/welcome?demo=300`);
  await page.getByRole('button', { name: /demo workshop/ }).click();
  await page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor();
  await page.evaluate('navigator.serviceWorker.ready');
  const name = await page.evaluate(
    async () =>
      (await indexedDB.databases())
        .map((database) => database.name ?? '')
        .find((found) => found.includes('demo')) ?? '',
  );
  // The app's own worker would answer with the app: it steps aside while the measuring page is open.
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto(`${url}/__bench__/`);
  await page.waitForFunction('globalThis.bench !== undefined');
  await page.evaluate(`bench.inWorker(${JSON.stringify({ kind: 'load', name, jobs: JOBS })})`);
  await session.send('Network.setBypassServiceWorker', { bypass: false });
  await session.detach();
}

async function coldStarts(page: Page, url: string): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank');
    await page.goto(`${url}/jobs`, { waitUntil: 'commit' });
    await page.getByRole('main').getByRole('link', { name: /.+/ }).first().waitFor();
    values.push(await page.evaluate('performance.now()'));
  }
  return values;
}

/** From the tap to the next screen's heading on the screen, measured by the page itself, frame by frame. */
const changeTo = (page: Page, place: string, heading: string): Promise<number> =>
  page.evaluate(
    async ([label, title]) => {
      const link = [...document.querySelectorAll('nav a')].find((found) =>
        found.textContent?.trim().startsWith(label),
      );
      const started = performance.now();
      (link as HTMLElement).click();
      while (document.querySelector('main h1')?.textContent?.trim() !== title)
        await new Promise(requestAnimationFrame);
      return performance.now() - started;
    },
    [place, heading] as const,
  );

async function screenChanges(page: Page): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < RUNS + 1; run += 1) {
    const around = [
      await changeTo(page, 'Today', 'Today'),
      await changeTo(page, 'Jobs', 'Jobs'),
      await changeTo(page, 'More', 'More'),
    ];
    // The first round loads the screens' own files; a person does that once a day.
    if (run > 0) values.push(...around);
  }
  return values;
}

async function warmApp(browser: Browser, url: string): Promise<Measurement[]> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await fillDemo(page, url);
  await context.setOffline(true);
  await slowDown(page, SLOW);
  const starts = await coldStarts(page, url);
  const changes = await screenChanges(page);
  await context.close();
  return [
    measurement(starts, {
      group,
      name: 'offline cold start to the job list, 10,000 jobs, 4× slowdown',
      unit: 'ms',
      budget: 1500,
    }),
    measurement(changes, { group, name: 'screen change, 10,000 jobs, 4× slowdown', unit: 'ms', budget: 100 }),
  ];
}

/** The app as it is shipped: what it weighs, how fast it is there the first time, offline, and between screens. */
export async function measureApp(): Promise<readonly Measurement[]> {
  const server = await staticServer();
  const browser = await openBrowser();
  try {
    return [
      await firstScreenScripts(browser, server.url),
      ...(await precache()),
      ...(await warmApp(browser, server.url)),
      ...(await firstVisit(browser, server.url, RUNS)),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}
