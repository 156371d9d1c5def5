// Owners want to know soon, but not at the second: this is one small request for a screen in sight.
const everyMs = 60_000;

/**
 * What never comes by sync, so whoever shows it asks the server: when the first screen begins to look, while one is
 * looked at, and when the connection or the window comes back. All screens share one answer.
 */
export abstract class AskedBook<State> {
  readonly #listeners = new Set<() => void>();
  #state: State;
  #asking: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  protected constructor(state: State) {
    this.#state = state;
  }

  /** One question to the server; sets what is known then. */
  protected abstract ask(): Promise<void>;

  readonly snapshot = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  };

  /** Asks anew; one question at a time. */
  readonly refresh = (): Promise<void> => {
    this.#asking ??= this.ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  };

  protected set(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** The first screen looks. */
  protected begin(): void {
    void this.refresh();
    this.#timer = setInterval(this.#lookAgain, everyMs);
    addEventListener('online', this.#lookAgain);
    document.addEventListener('visibilitychange', this.#lookAgain);
  }

  readonly #lookAgain = (): void => {
    if (navigator.onLine && document.visibilityState === 'visible') void this.refresh();
  };

  #end(): void {
    clearInterval(this.#timer);
    removeEventListener('online', this.#lookAgain);
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }
}
