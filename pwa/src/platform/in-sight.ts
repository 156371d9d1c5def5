/** Absent in a few browsers, and where the app was opened without https. */
const locks = (): LockManager | undefined =>
  (navigator as { readonly locks?: LockManager | null }).locks ?? undefined;

/** Held together by all tabs that somebody can see. */
const lockName = 'revops-in-sight';

/** Lets other tabs know while this one is looked at. @returns the way to stop. */
export function tellInSight(): () => void {
  let release: (() => void) | undefined;
  const follow = (): void => {
    release?.();
    release = undefined;
    if (document.visibilityState === 'hidden') return;
    void locks()?.request(
      lockName,
      { mode: 'shared' },
      () => new Promise<void>((resolve) => (release = resolve)),
    );
  };
  follow();
  document.addEventListener('visibilitychange', follow);
  return () => {
    document.removeEventListener('visibilitychange', follow);
    release?.();
  };
}

/** Whether somebody looks at the app, here or in another tab. */
export async function isInSight(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  const held = (await locks()?.query())?.held ?? [];
  return held.some(({ name }) => name === lockName);
}
