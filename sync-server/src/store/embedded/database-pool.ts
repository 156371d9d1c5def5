import { AppError } from '#src/errors/app-error.ts';
import { join } from 'node:path';
import {
  closeDatabase,
  destroyDatabase,
  openDatabase,
  WriteSignal,
  type OpenDatabase,
} from './open-database.ts';
import { ReadWriteTurns } from './read-write-turns.ts';

interface Slot {
  readonly database: Promise<OpenDatabase>;
  /** Counted before the first await, so that a database is never put to sleep under somebody who waits for it. */
  inUse: number;
}

/** Keeps at most `maxOpen` databases open (4 file handles each) and lets the least recently used sleep. */
export class DatabasePool {
  readonly #folder: string;
  readonly #maxOpen: number;
  // Insertion order is the order of last use.
  readonly #slots = new Map<string, Slot>();
  readonly #signals = new Map<string, WriteSignal>();
  readonly #turns = new Map<string, ReadWriteTurns>();
  readonly #closing = new Map<string, Promise<void>>();
  #running = 0;
  #ended = false;
  #killed = false;
  #whenIdle: (() => void) | undefined;

  constructor(folder: string, maxOpen: number) {
    this.#folder = folder;
    this.#maxOpen = maxOpen;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get openCount(): number {
    return this.#slots.size;
  }

  signal(name: string): WriteSignal {
    let signal = this.#signals.get(name);
    if (!signal) this.#signals.set(name, (signal = new WriteSignal()));
    return signal;
  }

  #turnsOf(name: string): ReadWriteTurns {
    let turns = this.#turns.get(name);
    if (!turns) this.#turns.set(name, (turns = new ReadWriteTurns()));
    return turns;
  }

  /** Runs with the database open, beside other reads or alone; after a kill no result is acknowledged any more. */
  async use<T>(
    name: string,
    run: (open: OpenDatabase) => Promise<T>,
    how: 'read' | 'write' = 'read',
  ): Promise<T> {
    this.#assertAlive();
    const slot = this.#take(name);
    try {
      const open = await this.#opened(name, slot);
      const result = await this.#turnsOf(name)[how](() => run(open));
      if (this.#killed) this.#assertAlive();
      return result;
    } finally {
      this.#release(slot);
    }
  }

  async destroy(name: string): Promise<void> {
    await this.use(name, destroyDatabase, 'write');
    this.#slots.delete(name);
  }

  /** Refuses new work at once, waits until running work has settled, then closes. */
  async end(how: 'close' | 'kill'): Promise<void> {
    this.#ended = true;
    this.#killed = how === 'kill';
    for (const signal of this.#signals.values()) signal.notify();
    if (this.#running > 0) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    await Promise.all(this.#closing.values());
    const slots = [...this.#slots.values()];
    this.#slots.clear();
    for (const slot of slots) {
      const open = await slot.database.catch(() => undefined);
      if (open) await closeDatabase(open, how);
    }
  }

  #assertAlive(): void {
    if (this.#ended) throw new AppError('unavailable', 'The store is closed.');
  }

  #take(name: string): Slot {
    const known = this.#slots.get(name);
    const slot = known ?? { database: this.#start(name), inUse: 0 };
    if (known) this.#slots.delete(name);
    this.#slots.set(name, slot);
    slot.inUse += 1;
    this.#running += 1;
    return slot;
  }

  async #opened(name: string, slot: Slot): Promise<OpenDatabase> {
    try {
      return await slot.database;
    } catch (error) {
      if (this.#slots.get(name) === slot) this.#slots.delete(name);
      throw new AppError('unavailable', 'The database cannot be opened.', { cause: error });
    }
  }

  async #start(name: string): Promise<OpenDatabase> {
    await this.#closing.get(name);
    return openDatabase(join(this.#folder, name));
  }

  #release(slot: Slot): void {
    slot.inUse -= 1;
    this.#running -= 1;
    if (this.#running === 0) this.#whenIdle?.();
    if (this.#slots.size > this.#maxOpen && !this.#ended) this.#sleepOldest();
  }

  #sleepOldest(): void {
    for (const [name, slot] of this.#slots) {
      if (this.#slots.size <= this.#maxOpen) return;
      if (slot.inUse > 0) continue;
      this.#slots.delete(name);
      // A database that does not close cleanly is reported by its next opening.
      const closing = slot.database
        .then((open) => closeDatabase(open, 'close'))
        .catch(() => undefined)
        .finally(() => this.#closing.delete(name));
      this.#closing.set(name, closing);
    }
  }
}
