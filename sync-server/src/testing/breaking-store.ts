import type { DocumentStore, Watcher } from '../store/document-store.ts';

/** A real store whose feeds can be broken and whose answers can be withheld, as a database server's are. */
export class BreakingStore {
  readonly store: DocumentStore;
  /** Feeds that run now. */
  readonly watchers = new Set<Watcher>();
  /** While true nothing is answered. */
  isDown = false;
  /** Stands for the physical opening where it is set. */
  opening: string | undefined;
  readonly calls: string[] = [];

  constructor(real: DocumentStore) {
    this.store = new Proxy(real, {
      get: (target, name: keyof DocumentStore) => {
        if (name === 'watch') return this.#watch.bind(this, target);
        const member: unknown = target[name];
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => this.#call(target, name, given);
      },
    });
  }

  breakFeeds(): void {
    for (const watcher of this.watchers) watcher.broken(new Error('the connection was closed'));
  }

  async #call(target: DocumentStore, name: keyof DocumentStore, given: unknown[]): Promise<unknown> {
    this.calls.push(name);
    if (this.isDown) throw new Error('the store does not answer');
    const member = target[name] as (...args: unknown[]) => Promise<unknown>;
    const answer = await member.apply(target, given);
    const { opening } = this;
    return name === 'info' && opening !== undefined ? { ...(answer as object), opening } : answer;
  }

  #watch(target: DocumentStore, since: string, given: Watcher): ReturnType<DocumentStore['watch']> {
    let isOver = false;
    const end = (): void => {
      isOver = true;
      this.watchers.delete(watcher);
      watch.stop();
    };
    const watcher: Watcher = {
      rows: (rows) => (isOver ? undefined : given.rows(rows)),
      broken: (error) => {
        if (isOver) return;
        end();
        given.broken(error);
      },
    };
    this.watchers.add(watcher);
    const watch = target.watch(since, watcher);
    return { stop: end };
  }
}
