import { beforeReload } from '#src/platform/reload.ts';
import type { DeviceDatabase } from '../database/open.ts';
import { draftKey, dropDraft, readDraft, writeDraft, type DraftPlace } from './drafts.ts';

/** What was left, and when. */
export interface LeftDraft {
  readonly values: unknown;
  readonly savedAt: string;
}

const spareKey = (db: DeviceDatabase, place: DraftPlace): string =>
  `revops-spare ${db.name} ${draftKey(place)}`;

/** Where the database is dead, the tab itself remembers until it was loaded anew. */
function takeSpare(db: DeviceDatabase, place: DraftPlace): LeftDraft | undefined {
  try {
    const text = sessionStorage.getItem(spareKey(db, place));
    sessionStorage.removeItem(spareKey(db, place));
    return text === null ? undefined : (JSON.parse(text) as LeftDraft);
  } catch {
    return undefined;
  }
}

function putSpare(db: DeviceDatabase, place: DraftPlace, values: unknown, savedAt: string): void {
  try {
    sessionStorage.setItem(spareKey(db, place), JSON.stringify({ values, savedAt }));
  } catch {
    // Then there is no place left to keep it.
  }
}

/**
 * Keeps what is typed in one form. Each word is on its way at once, so that an app that is killed loses nothing older
 * than some milliseconds; while one is being written only the newest waits.
 */
export class DraftKeeper {
  readonly #db: DeviceDatabase;
  readonly #place: DraftPlace;
  readonly #now: () => number;
  #next: { readonly values: unknown } | undefined;
  #writing: Promise<void> | undefined;
  #isOver = false;
  #stopFlushing: () => void = () => undefined;

  constructor(db: DeviceDatabase, place: DraftPlace, now: () => number = Date.now) {
    this.#db = db;
    this.#place = place;
    this.#now = now;
  }

  async read(): Promise<LeftDraft | undefined> {
    const spare = takeSpare(this.#db, this.#place);
    // A form that cannot read its draft is still a form.
    return spare ?? (await readDraft(this.#db, this.#place).catch(() => undefined));
  }

  /** Undefined: there is nothing worth keeping. */
  keep(values: unknown): void {
    if (this.#isOver) return;
    this.#next = { values };
    this.#writing ??= this.#writeAll();
  }

  /** It was saved, or thrown away: nothing that is still on its way may bring it back. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#next = undefined;
    await this.#writing;
    takeSpare(this.#db, this.#place);
    await dropDraft(this.#db, draftKey(this.#place)).catch(() => undefined);
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    this.#stopFlushing = beforeReload(() => this.settled());
    while (this.#next !== undefined) {
      const { values } = this.#next;
      this.#next = undefined;
      await this.#write(values);
    }
    this.#stopFlushing();
    this.#writing = undefined;
  }

  async #write(values: unknown): Promise<void> {
    try {
      if (values === undefined) await dropDraft(this.#db, draftKey(this.#place));
      else await writeDraft(this.#db, this.#place, values, this.#now);
    } catch {
      if (values !== undefined) putSpare(this.#db, this.#place, values, new Date(this.#now()).toISOString());
    }
  }
}
