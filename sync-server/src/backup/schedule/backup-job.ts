import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveBucket } from '../bucket/archive-bucket.ts';
import type { BackupKey } from '../archive/archive-key.ts';
import { BackupError } from '../backup-error.ts';
import { workshopOf, type BackupSource } from '../reading/backup-source.ts';
import { verifyArchive, type VerifyOptions } from '../verifying/verify-archive.ts';
import { writeArchive, type WrittenArchive } from '../write-archive.ts';
import type { BackupItem, BackupState, BackupStates } from './backup-state.ts';
import { expired } from './expired.ts';
import { removeLeftovers } from './remove-leftovers.ts';

export interface BackupJobParts {
  readonly source: BackupSource;
  readonly states: BackupStates;
  readonly folder: string;
  /** For what is unsealed while it is verified: where the data itself may lie. */
  readonly scratchIn: string;
  readonly key: BackupKey;
  readonly keepDays: number;
  readonly bucket: ArchiveBucket | undefined;
  readonly secrets: () => Promise<string | undefined>;
  readonly now: () => number;
  readonly restoring?: VerifyOptions['restoring'];
}

const maxItems = 400;

/** One backup: written, verified, sent away, and what is too old let go. Throws what went wrong, in words where it can. */
export class BackupJob {
  readonly #parts: BackupJobParts;

  constructor(parts: BackupJobParts) {
    this.#parts = parts;
  }

  async run(): Promise<BackupItem> {
    const { states } = this.#parts;
    const written = await this.#write();
    const item = itemOf(written);
    await states.change((state) => withItem(state, item));
    await this.#verify(written);
    const verified = { ...item, verified: true };
    const at = this.#now();
    await states.change((state) => ({ ...withItem(state, verified), lastGood: item.at, lastVerified: at }));
    const { bucket } = this.#parts;
    if (bucket) await bucket.put(written.name, written.path);
    await this.#letGo();
    return verified;
  }

  async #write(): Promise<WrittenArchive> {
    const { source, folder, key, now, secrets } = this.#parts;
    return writeArchive(source, { folder, key, now, secrets: await secrets(), gently: true });
  }

  async #verify({ path, name }: WrittenArchive): Promise<void> {
    const { source, key, scratchIn, restoring } = this.#parts;
    const { differences } = await verifyArchive({ path, key, source, scratchIn, restoring });
    if (differences.length > 0)
      throw new BackupError(`The backup ${name} is not what it was taken from: ${differences[0]}.`);
  }

  async #letGo(): Promise<void> {
    const { states, folder, scratchIn, keepDays, bucket, now } = this.#parts;
    for (const one of [folder, scratchIn]) await removeLeftovers(one, now());
    const { items } = await states.read();
    const verified = new Set(items.filter((item) => item.verified).map((item) => item.name));
    const old = (names: readonly string[]) => expired(names, verified, keepDays, now());
    for (const name of old(await readdir(folder))) await rm(join(folder, name), { force: true });
    if (bucket) for (const name of old(await bucket.list())) await bucket.remove(name);
    const gone = new Set(old(items.map((item) => item.name)));
    await states.change((state) => ({ ...state, items: state.items.filter(({ name }) => !gone.has(name)) }));
  }

  #now(): string {
    return new Date(this.#parts.now()).toISOString();
  }
}

function itemOf({ name, bytes, manifest }: WrittenArchive): BackupItem {
  const workshops = manifest.databases.filter((entry) => workshopOf(entry.name) !== undefined).length;
  return { name, at: manifest.at, bytes, workshops, verified: false };
}

function withItem(state: BackupState, item: BackupItem): BackupState {
  const others = state.items.filter(({ name }) => name !== item.name);
  return { ...state, items: [item, ...others].slice(0, maxItems) };
}
