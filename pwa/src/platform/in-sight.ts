/** Absent in a few browsers, and where the app was opened without https. */
const locks = (): LockManager | undefined =>
  (navigator as { readonly locks?: LockManager | null }).locks ?? undefined;

/** Held together by all tabs that somebody can see. */
const lockName = 'revops-in-sight';

/** Lets other tabs know while this one is looked at. @returns the way to stop. */
export function tellInSight(): () => void {
  let look = new AbortController();
  const follow = (): void => {
    look.abort();
    if (document.visibilityState === 'hidden') return;
    look = new AbortController();
    const { signal } = look;
    const untilOver = (): Promise<void> =>
      new Promise((resolve) => {
        // It may be over before the lock is given.
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve());
      });
    void locks()?.request(lockName, { mode: 'shared' }, untilOver);
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    look.abort();
  };
}

/** Whether somebody looks at the app, here or in another tab. */
export async function isInSight(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  const held = (await locks()?.query())?.held ?? [];
  return held.some(({ name }) => name === lockName);
}
