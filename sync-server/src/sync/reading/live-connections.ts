/** A reader that keeps its connection open. */
export interface LiveConnection {
  readonly userId: string;
  readonly workshopId: string;
  /** Answers it now with where it stands. */
  end(): void;
}

/**
 * Who holds how many live connections. A person's surplus ends the oldest: on bad networks that is the dead one, and a
 * phone that comes back must never be the one that is refused.
 */
export class LiveConnections {
  readonly #perPerson: number;
  readonly #byPerson = new Map<string, Set<LiveConnection>>();
  readonly #perWorkshop = new Map<string, number>();
  #count = 0;

  constructor(perPerson: number) {
    this.#perPerson = perPerson;
  }

  get count(): number {
    return this.#count;
  }

  ofWorkshop(workshopId: string): number {
    return this.#perWorkshop.get(workshopId) ?? 0;
  }

  enter(connection: LiveConnection): void {
    const { userId, workshopId } = connection;
    const open = this.#byPerson.get(userId) ?? new Set();
    this.#byPerson.set(userId, open.add(connection));
    this.#perWorkshop.set(workshopId, this.ofWorkshop(workshopId) + 1);
    this.#count += 1;
    if (open.size <= this.#perPerson) return;
    const [oldest] = open;
    if (!oldest) return;
    this.leave(oldest);
    oldest.end();
  }

  leave(connection: LiveConnection): void {
    const { userId, workshopId } = connection;
    const open = this.#byPerson.get(userId);
    if (open?.delete(connection) !== true) return;
    if (open.size === 0) this.#byPerson.delete(userId);
    const others = this.ofWorkshop(workshopId) - 1;
    if (others > 0) this.#perWorkshop.set(workshopId, others);
    else this.#perWorkshop.delete(workshopId);
    this.#count -= 1;
  }
}
