import type { CDPSession, Page } from 'playwright-core';

/** Whether this tab holds the lock of the engine. */
export const hasEngine = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    // What a query answers names the client; only the own tab can ask whether it is its own: by its worker.
    const engines = held.filter(({ name }) => name?.startsWith('engine ') === true);
    const own = await new Promise<string | undefined>((resolve) => {
      void navigator.locks.request('whose', async () => {
        const now = await navigator.locks.query();
        resolve(now.held?.find(({ name }) => name === 'whose')?.clientId);
      });
    });
    return engines.some(({ clientId }) => clientId === own);
  });

/** Chrome stops a tab in the background for good: timers, network and workers. */
export async function freeze(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  return session;
}

export const thaw = (session: CDPSession): Promise<unknown> =>
  session.send('Page.setWebLifecycleState', { state: 'active' });

/** What the browser's disk still gives this origin, until it is given back. */
export async function giveRoom(page: Page, quotaSize: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize });
  return () => session.detach();
}

/** What a browser does that needs room, or somebody who "clears site data" of databases only. */
export async function clearDatabases(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  });
  await session.detach();
}
