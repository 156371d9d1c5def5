import { listenToDevice } from '#src/data/account/current-device.ts';

/** The events of one return come together; the second of them would only break off what the first began. */
const togetherMs = 1000;

/** What the app hears when the device or its network come back; sockets that died in between do not tell. */
export function listenToPlatform(restart: () => void): () => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  const back = (): void => {
    const now = performance.now();
    if (now - lastAt < togetherMs) return;
    lastAt = now;
    restart();
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') back();
  };
  const shown = (event: PageTransitionEvent): void => {
    // A page that is only now being loaded has nothing to begin anew.
    if (event.persisted) back();
  };
  addEventListener('online', back);
  addEventListener('pageshow', shown);
  document.addEventListener('visibilitychange', seen);
  // A frozen tab that thaws without becoming visible.
  document.addEventListener('resume', back);
  // Somebody signed in again: what waits can go.
  const stopListening = listenToDevice(restart);
  return () => {
    removeEventListener('online', back);
    removeEventListener('pageshow', shown);
    document.removeEventListener('visibilitychange', seen);
    document.removeEventListener('resume', back);
    stopListening();
  };
}
