/** Whose engine a worker runs. */
export interface EngineOwner {
  readonly workshopId: string;
  readonly userId: string;
}

/**
 * Why a worker ended by itself. `closed`: the database is gone, the person signed out. `fenced`: another tab has taken
 * over. `broken`: the browser gives no working database any more.
 */
export type WorkerEnd = 'closed' | 'fenced' | 'broken';

/** What a tab asks of its worker. */
export interface EngineWorker {
  /** @param onEnded the engine does nothing any more. */
  start(owner: EngineOwner, onEnded: (end: WorkerEnd) => void): Promise<void>;
  restart(): void;
  stop(): Promise<void>;
}
