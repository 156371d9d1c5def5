import { useSyncExternalStore } from 'react';

/** Chromium's event; no standard describes it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const listeners = new Set<() => void>();
let offer: InstallOffer | undefined;

function keep(next: InstallOffer | undefined): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** Call once at start: the browser makes its offer early and once. */
export function startInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keep(event as InstallOffer);
  });
  addEventListener('appinstalled', () => {
    keep(undefined);
    // What was refused to a tab is given to an installed app.
    void (navigator.storage as StorageManager | undefined)?.persist();
  });
}

/** The way to install, when this browser offers one at the moment. */
export function useInstall(): (() => Promise<void>) | undefined {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
  );
  if (current === undefined) return undefined;
  return async () => {
    await current.prompt();
    keep(undefined); // An offer can be taken once.
  };
}

/** Opened from the home screen rather than in a tab. */
export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  ('standalone' in navigator && navigator.standalone === true);

/** iPhones and iPads, also those that pretend to be a Mac. Only there the installed app has storage of its own. */
export const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);
