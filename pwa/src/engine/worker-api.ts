/** Whose engine a worker runs. */
export interface EngineOwner {
  readonly workshopId: string;
  readonly userId: string;
}

/** What a tab asks of its worker. */
export interface EngineWorker {
  /** @param onClosed the database was closed for good: this worker has ended itself. */
  start(owner: EngineOwner, onClosed: () => void): Promise<void>;
  restart(): void;
  stop(): Promise<void>;
}
