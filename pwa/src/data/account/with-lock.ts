/** As long as whoever holds it may be at work; a tab that was frozen in the middle would hold it for ever. */
const patienceMs = 30_000;

/** Runs work while no other tab or worker holds the same name; alone where the platform has no locks. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (locks === undefined) return work();
  let running: Promise<T> | undefined;
  const begin = (): Promise<T> => (running = work());
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, begin);
  } catch {
    // Its own failure; or it was robbed by somebody more impatient, and goes on all the same.
    return running ?? locks.request(name, { steal: true }, work);
  }
}
