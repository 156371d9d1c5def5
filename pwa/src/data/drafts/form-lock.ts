/** Lets go of a form. */
export type LetGo = () => void;

/**
 * One tab at a time has a form open. The browser lets go for a tab that was killed.
 * @returns undefined where another tab has it still after that patience, or this one gave up.
 */
export function holdForm(name: string, patienceMs: number, leaving: AbortSignal): Promise<LetGo | undefined> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  const nothing: LetGo = () => undefined;
  if (locks === undefined) return Promise.resolve(nothing);
  const waiting = new AbortController();
  const giveUp = (): void => waiting.abort();
  const timer = setTimeout(giveUp, patienceMs);
  leaving.addEventListener('abort', giveUp);
  return new Promise((resolve) => {
    const held = (): Promise<void> => {
      clearTimeout(timer);
      return new Promise((letGo) => resolve(letGo));
    };
    locks.request(name, { signal: waiting.signal }, held).catch(() => {
      clearTimeout(timer);
      // Locks that fail are no reason to forget what is typed.
      resolve(waiting.signal.aborted ? undefined : nothing);
    });
  });
}
