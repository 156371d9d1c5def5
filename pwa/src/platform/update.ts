import { useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';
import { reloadPage } from './reload.ts';

// Phones stay open for days; a browser alone looks for a new version only on navigation.
const checkEveryMs = 30 * 60_000;
const listeners = new Set<() => void>();
let isReady = false;
let workbox: Workbox | undefined;

function announce(): void {
  isReady = true;
  for (const listener of listeners) listener();
}

/** Registers the service worker and looks for a new version when the page becomes visible and each half hour. */
export function startUpdates(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV || workbox !== undefined) return;
  const started = new Workbox('/service-worker.js');
  workbox = started;
  started.addEventListener('waiting', announce);
  // Another tab let the new version take over: this one still runs the old one and must be opened again. On the first
  // visit there is no old one, however late the first worker takes over.
  const isControlled = navigator.serviceWorker.controller !== null;
  started.addEventListener('controlling', (event) => {
    if (isControlled && (event.isUpdate === true || event.isExternal === true)) announce();
  });
  void started.register().catch(() => undefined); // Without a worker the app still runs, only not offline.
  const check = () => void started.update().catch(() => undefined); // Offline: the next check will do.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
  setInterval(check, checkEveryMs);
}

/**
 * Lets the waiting version take over, then reloads once. What is being typed is kept as drafts. Where none waits any
 * more, another tab was faster and all that is left to do is the reload.
 */
export async function applyUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) {
    await reloadPage();
    return;
  }
  workbox?.addEventListener('controlling', () => void reloadPage());
  workbox?.messageSkipWaiting();
}

/** Looks for a newer version first: an app that is told that it is too old may not have heard of one yet. */
export async function updateNow(): Promise<void> {
  await workbox?.update().catch(() => undefined);
  await applyUpdate();
}

export function useUpdateReady(): boolean {
  return useSyncExternalStore(subscribe, () => isReady);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
