interface FakeRequest {
  readonly signal?: AbortSignal;
  readonly steal?: boolean;
}

/** Locks as browsers keep them: one holder per name, a queue, and stealing, which the one who is robbed hears of. */
export class FakeLocks {
  readonly #holders = new Map<string, { readonly fail: (error: Error) => void }>();
  readonly #queues = new Map<string, (() => void)[]>();

  request<T>(name: string, { signal, steal = false }: FakeRequest, held: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const abort = (): void => reject(new DOMException('aborted', 'AbortError'));
      const take = (): void => {
        if (signal?.aborted === true) return this.#next(name);
        const holder = { fail: abort };
        this.#holders.set(name, holder);
        signal?.removeEventListener('abort', abort);
        void held().then((value) => {
          if (this.#holders.get(name) === holder) this.#next(name);
          resolve(value);
        });
        return undefined;
      };
      if (signal?.aborted === true) return abort();
      signal?.addEventListener('abort', abort);
      if (steal) this.#holders.get(name)?.fail(new DOMException('stolen', 'AbortError'));
      if (steal || !this.#holders.has(name)) return take();
      this.#queues.set(name, [...(this.#queues.get(name) ?? []), take]);
      return undefined;
    });
  }

  /** A tab was killed: the browser lets its lock go without a word to anybody. */
  kill(name: string): void {
    this.#next(name);
  }

  names(): string[] {
    return [...this.#holders.keys()];
  }

  #next(name: string): void {
    this.#holders.delete(name);
    this.#queues.get(name)?.shift()?.();
  }
}
