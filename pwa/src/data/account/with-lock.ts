/** Runs work while no other tab or worker holds the same name; alone where the platform has no locks. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  return locks === undefined ? work() : locks.request(name, work);
}
