import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createApp,
  createContext,
  createSyncGateway,
  parseConfig,
  serve,
  wideLimits,
} from '@revops/sync-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPerson, type Person } from './support/browser.ts';
import { projectRoot } from './support/project-root.ts';

interface Served {
  readonly url: string;
  release(): Promise<void>;
  stop(): Promise<void>;
  dispose(): Promise<void>;
}

/** The built app in a folder of its own, so that a newer version can be put in its place. */
async function servedCopy(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'revops-update-'));
  const webRoot = join(folder, 'web');
  await cp(join(projectRoot, 'pwa/dist'), webRoot, { recursive: true });
  const base = parseConfig({ HOST: '127.0.0.1', LOG_LEVEL: 'silent' });
  const context = await createContext({
    ...base,
    port: 0,
    webRoot,
    dataDir: join(folder, 'data'),
    limits: wideLimits,
  });
  const gateway = createSyncGateway({ ...context, longpollMs: 1000 });
  const running = await serve(context, createApp(context, { syncRouter: gateway.router }), () =>
    gateway.close(),
  );
  return {
    url: running.address.replace('localhost', '127.0.0.1'),
    async release() {
      const worker = join(webRoot, 'service-worker.js');
      const page = join(webRoot, 'index.html');
      await writeFile(
        page,
        (await readFile(page, 'utf8')).replace('<title>', '<meta name="generation" content="2" /><title>'),
      );
      // The list of files in the worker names each by its content: a new page is a new revision.
      const list = await readFile(worker, 'utf8');
      const revised = list.replace(/[0-9a-f]{32}(?=","url":"index\.html")/, 'f'.repeat(32));
      expect(revised).not.toBe(list);
      await writeFile(worker, revised);
    },
    stop: running.stop,
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

describe('a new version', () => {
  let served: Served;
  let person: Person;

  beforeAll(async () => {
    served = await servedCopy();
    person = await openPerson('update');
  });

  afterAll(async () => {
    await person.close();
    await served.dispose();
  });

  it('is offered, waits for a tap and then takes over', async () => {
    const { page, context } = person;
    await page.goto(served.url);
    await page.getByRole('link', { name: /Create your workshop/ }).click();
    await page.evaluate('navigator.serviceWorker.ready');
    const second = await context.newPage();
    await second.goto(served.url);
    await second.getByRole('link', { name: /Create your workshop/ }).waitFor();
    await page.getByLabel('Name of the workshop').fill('Half typed');
    await served.release();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const update = page.getByRole('button', { name: 'Update now' });
    await update.waitFor();
    expect(await page.getByLabel('Name of the workshop').inputValue()).toBe('Half typed');
    expect(await page.locator('meta[name=generation]').count()).toBe(0);
    await update.click();
    await page.locator('meta[name=generation]').waitFor({ state: 'attached' });
    // The other tab is not reloaded behind somebody's back; its own tap does it, though nothing waits any more.
    expect(await second.locator('meta[name=generation]').count()).toBe(0);
    await second.getByRole('button', { name: 'Update now' }).click();
    await second.locator('meta[name=generation]').waitFor({ state: 'attached' });
    await second.close();
  });

  it('starts from its own files when the server is gone', async () => {
    const { page } = person;
    person.console.expectNetworkErrors(true);
    await served.stop();
    await page.goto(served.url);
    await page
      .getByRole('link', { name: /Create your workshop/ })
      .or(page.getByLabel('Name of the workshop'))
      .first()
      .waitFor();
    expect(person.console.problems()).toEqual([]);
  });
});
