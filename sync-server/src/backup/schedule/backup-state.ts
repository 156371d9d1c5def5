import type { SystemStore } from '#src/services/system-store.ts';

export interface BackupItem {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
  readonly workshops: number;
  readonly verified: boolean;
}

export interface BackupState {
  /** Written and verified. */
  readonly lastGood?: string;
  readonly lastVerified?: string;
  readonly lastAttempt?: string;
  readonly failing?: { readonly since: string; readonly words: string };
  /** Newest first. */
  readonly items: readonly BackupItem[];
}

const id = 'backup:state';
const nothing: BackupState = { items: [] };

/** What every gateway knows of the backups; in the system database, because any of them may have made the last one. */
export class BackupStates {
  readonly #system: SystemStore;

  constructor(system: SystemStore) {
    this.#system = system;
  }

  async read(): Promise<BackupState> {
    return (await this.#system.get<BackupState>(id)) ?? nothing;
  }

  async change(change: (state: BackupState) => BackupState): Promise<BackupState> {
    const changed = await this.#system.update<BackupState>(id, change);
    if (changed) return changed;
    // Another gateway may have been first; then the change is made to what it wrote.
    await this.#system.create(id, nothing);
    return (await this.#system.update<BackupState>(id, change)) ?? nothing;
  }
}
