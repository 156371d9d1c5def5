/** A broken promise, in words. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function check(holds: boolean, words: () => string): void {
  if (!holds) throw new BrokenPromise(words());
}
