import type { Page } from 'playwright-core';

/** The id of every document in every IndexedDB of this browser: rows, replicas, journal, tray. */
export function everythingStored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const request = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(asked.error ?? new Error('IndexedDB')));
      });
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await request(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const values = await request(db.transaction(store).objectStore(store).getAll());
        const text = JSON.stringify(values);
        found.push(
          ...Array.from(text.matchAll(/"(?:id|_id|_doc_id_rev)":"([^"]+)"/g), (match) => match[1] ?? ''),
        );
      }
      db.close();
    }
    return found;
  });
}

/** What raw HTTP with this person's own session gives: the feed of the own workshop, or of one that is named. */
export async function rawSync(
  page: Page,
  workshopId?: string,
): Promise<{ workshopId: string; status: number; changes: string }> {
  return page.evaluate(
    async ([named, device]) => {
      const refreshed = await fetch('/api/auth/refresh', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-token-transport': 'device',
          'x-device-id': device,
        },
        body: '{}',
      });
      const session = (await refreshed.json()) as { accessToken: string; workshop: { id: string } };
      const id = named ?? session.workshop.id;
      const answer = await fetch(`/sync/${id}/_changes?include_docs=true&limit=1000`, {
        headers: { authorization: `Bearer ${session.accessToken}` },
      });
      return { workshopId: id, status: answer.status, changes: await answer.text() };
    },
    [workshopId, await deviceOf(page)] as const,
  );
}

const cookieName = 'revops_refresh_';

/** Each device has a refresh cookie of its own, named after it. */
async function deviceOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const own = cookies.find(({ name }) => name.startsWith(cookieName));
  if (own === undefined) throw new Error('nobody is signed in in this browser');
  return own.name.slice(cookieName.length);
}
