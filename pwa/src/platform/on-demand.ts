/** Where the service worker looks for what the precache does not have; it has the same name there. */
const cacheName = 'revops-on-demand';

/** Somebody pays by the megabyte and has asked the browser to be careful. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Fetches the parts of the app that are loaded on demand (papers), so that they are there without signal too, and drops
 * those of older versions. One after the other, and nothing that is here already.
 */
export async function fetchOnDemand(): Promise<void> {
  if (savesData() || !navigator.onLine || typeof caches === 'undefined') return;
  const answer = await fetch('/on-demand.json', { cache: 'no-cache' });
  if (!answer.ok) return;
  const files = (await answer.json()) as readonly string[];
  const cache = await caches.open(cacheName);
  for (const file of files) if ((await cache.match(file)) === undefined) await cache.add(file);
  for (const request of await cache.keys())
    if (!files.includes(new URL(request.url).pathname)) await cache.delete(request);
}
