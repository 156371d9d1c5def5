import type { DocumentStore, StoreServer } from '../store/document-store.ts';

/** What becomes of one write: it never arrives, or it does and its answer is lost. */
export type Fate = 'done' | 'lost' | 'unanswered';

type Step = () => Promise<unknown>;

/** Real stores whose writes, the opening of a workshop's database among them, can be cut short by their number. */
export class CutShortStores {
  readonly stores: StoreServer;
  /** Of the n-th write since `begin`. */
  #fateOf: (write: number) => Fate = () => 'done';
  #writes = 0;

  constructor(real: StoreServer) {
    this.stores = withMethods(real, {
      open: (name: string) => (name.startsWith('ws-') ? this.#opened(real, name) : this.#watched(real, name)),
    });
  }

  begin(fateOf: (write: number) => Fate): void {
    this.#fateOf = fateOf;
    this.#writes = 0;
  }

  /** @returns how many writes there were. */
  end(): number {
    this.#fateOf = () => 'done';
    return this.#writes;
  }

  #opened(real: StoreServer, name: string): Promise<unknown> {
    return this.#write(() => this.#watched(real, name));
  }

  async #watched(real: StoreServer, name: string): Promise<DocumentStore> {
    const store = await real.open(name);
    return withMethods(store, {
      put: (...given: Parameters<DocumentStore['put']>) => this.#write(() => store.put(...given)),
      bulkWrite: (...given: Parameters<DocumentStore['bulkWrite']>) =>
        this.#write(() => store.bulkWrite(...given)),
    });
  }

  async #write(step: Step): Promise<unknown> {
    this.#writes += 1;
    const fate = this.#fateOf(this.#writes);
    const answer = fate === 'lost' ? undefined : await step();
    if (fate !== 'done') throw new Error('the connection was cut');
    return answer;
  }
}

function withMethods<T extends object>(
  target: T,
  methods: Readonly<Record<string, (...given: never[]) => unknown>>,
): T {
  return new Proxy(target, {
    get(inner, name) {
      const own = typeof name === 'string' ? methods[name] : undefined;
      if (own) return own;
      const member: unknown = Reflect.get(inner, name);
      return typeof member === 'function' ? (member.bind(inner) as unknown) : member;
    },
  });
}
