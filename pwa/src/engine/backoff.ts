const firstMs = 1000;
/** An owner who looks at the screen sees a returning server within ten seconds. */
const longestAtFirstMs = 5000;
/** After some minutes of silence the battery counts more; a phone out of a cellar is heard of within this. */
const longestMs = 60_000;
const patientFailures = 60;

/** Growing pauses with jitter, so that the phones of a workshop do not return together after an outage. */
export class Backoff {
  readonly #random: (count: number) => Uint8Array;
  #failures = 0;

  constructor(random: (count: number) => Uint8Array) {
    this.#random = random;
  }

  /** In a row, so far. */
  get failures(): number {
    return this.#failures;
  }

  next(atLeastMs = 0): number {
    const longest = this.#failures < patientFailures ? longestAtFirstMs : longestMs;
    const pause = Math.min(longest, firstMs * 2 ** Math.min(this.#failures, 16));
    this.#failures += 1;
    const jitter = 0.5 + (this.#random(1)[0] ?? 0) / 256;
    return Math.max(atLeastMs, Math.round(pause * jitter));
  }

  reset(): void {
    this.#failures = 0;
  }
}
