/** A broken promise, in words. */
class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function check(holds: boolean, words: () => string): void {
  if (!holds) throw new BrokenPromise(words());
}
