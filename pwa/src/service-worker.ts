import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// Only files live here. Databases belong to the pages and the engine: a worker that the browser wakes for a
// navigation must never hold one open during an upgrade.
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/sync\//] }),
);

// Parts that are loaded on demand (on-demand.config.ts): their names change with their bytes, so what came once is right.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/assets\/(?:later-[^/]+\.js|[^/]+\.ttf)$/.test(url.pathname),
  async ({ request }) => {
    const cache = await caches.open('revops-on-demand');
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept !== undefined) return kept;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  },
);

// The page of the very first visit is served from here too, so that a signal lost a second later loses no screen.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A tapped notification: the app that is open comes to the front and goes there itself, so that no open form is lost.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const data: unknown = event.notification.data;
  const to = typeof data === 'object' && data !== null && 'to' in data ? String(data.to) : '/';
  event.waitUntil(openAt(to));
});

async function openAt(to: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const [open] = windows.toSorted((a, b) => Number(b.focused) - Number(a.focused));
  if (open === undefined) {
    await self.clients.openWindow(to);
    return;
  }
  await open.focus();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of the worker has no target
  open.postMessage({ type: 'OPEN', to });
}

// A new version waits until somebody asks for it; open forms are never lost to a reload of its own accord.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
