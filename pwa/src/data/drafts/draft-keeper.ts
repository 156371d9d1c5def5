import { beforeReload } from '#src/platform/reload.ts';
import type { DeviceDatabase } from '../database/open.ts';
import { draftKey, dropDraft, readDraft, writeDraft, type DraftPlace } from './drafts.ts';
import { holdForm, type LetGo } from './form-lock.ts';

/** What was left, and when. */
export interface LeftDraft {
  readonly values: unknown;
  readonly savedAt: string;
}

/** `elsewhere`: another tab has the form open, and nothing that is typed here is kept before it is saved. */
export type OpenedForm =
  | { readonly status: 'open'; readonly left: LeftDraft | undefined }
  | { readonly status: 'elsewhere' };

interface KeeperOptions {
  readonly now?: () => number;
  readonly patienceMs?: number;
}

/** A form that is being left, or a page that is loaded anew, lets go within moments. */
const defaultPatienceMs = 300;

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
 * Keeps what is typed in one form, for the one tab that has it open: two that kept one draft would mix their digits. Each word is on its way at once, so that an app that is killed loses nothing older
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
  readonly #patienceMs: number;
  readonly #leaving = new AbortController();
  #letGo: LetGo | undefined;

  constructor(db: DeviceDatabase, place: DraftPlace, options: KeeperOptions = {}) {
    this.#db = db;
    this.#place = place;
    this.#now = options.now ?? Date.now;
    this.#patienceMs = options.patienceMs ?? defaultPatienceMs;
  }

  /** The form opens, with what was left of it. */
  async open(): Promise<OpenedForm> {
    const name = `draft ${this.#db.name} ${draftKey(this.#place)}`;
    this.#letGo = await holdForm(name, this.#patienceMs, this.#leaving.signal);
    if (this.#leaving.signal.aborted) this.#letGo?.();
    if (this.#letGo === undefined) return { status: 'elsewhere' };
    const spare = takeSpare(this.#db, this.#place);
    // A form that cannot read its draft is still a form.
    const left = spare ?? (await readDraft(this.#db, this.#place).catch(() => undefined));
    return { status: 'open', left };
  }

  /** Undefined: there is nothing worth keeping. */
  keep(values: unknown): void {
    if (this.#isOver || this.#letGo === undefined) return;
    this.#next = { values };
    if (values !== undefined) this.#db.topics.save('soon');
    this.#writing ??= this.#writeAll();
  }

  /** Thrown away: the form begins anew. */
  discard(): void {
    takeSpare(this.#db, this.#place);
    this.keep(undefined);
  }

  /** It was saved: nothing that is still on its way may bring it back. */
  async end(): Promise<void> {
    if (this.#letGo === undefined) return;
    this.#isOver = true;
    this.#next = undefined;
    await this.#writing;
    takeSpare(this.#db, this.#place);
    await dropDraft(this.#db, draftKey(this.#place)).catch(() => undefined);
    this.#letGo();
  }

  /** The form is left: what was typed last reaches the disk before another tab may read it. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#leaving.abort();
    await this.#writing;
    this.#letGo?.();
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
