import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViewQuery, ViewRow } from '../document-store.ts';
import { viewsVersion, type ViewName } from '@revops/couchdb';
import type { Pouch } from './pouch.ts';
import { readChanges } from './read-changes.ts';
import { ViewIndex, type Emitted } from './view-index.ts';

interface Snapshot {
  readonly version: string;
  readonly databaseId: string;
  readonly seq: number;
  readonly entries: readonly (readonly [string, Emitted])[];
}

const rowsPerRead = 1000;
/** After a kill at most this many documents are read again; saving costs about a millisecond per thousand rows. */
const saveAfterRows = 2000;

/**
 * The views of an open database: caught up from the feed at each lookup, so that they are right after anything, and
 * kept in a file beside the data, so that opening a large workshop does not read it all.
 */
export class KeptIndex {
  readonly #pouch: Pouch;
  readonly #path: string;
  readonly #databaseId: string;
  #index = new ViewIndex();
  #seq = 0;
  #savedSeq = 0;
  #unsaved = 0;
  #turn: Promise<void> = Promise.resolve();

  private constructor(pouch: Pouch, folder: string, databaseId: string) {
    this.#pouch = pouch;
    this.#path = join(folder, 'revops-index.json');
    this.#databaseId = databaseId;
  }

  /** Read now and not at the first lookup: a file from after a restored backup shows only while the database is older. */
  static async open(pouch: Pouch, folder: string): Promise<KeptIndex> {
    const kept = new KeptIndex(pouch, folder, await databaseIdOf(pouch));
    await kept.#load();
    return kept;
  }

  async query(name: ViewName, query: ViewQuery): Promise<readonly ViewRow[]> {
    const turn = this.#turn.then(() => this.#catchUp());
    this.#turn = turn.catch(() => undefined);
    await turn;
    return this.#index.query(name, query);
  }

  async save(): Promise<void> {
    if (this.#seq === this.#savedSeq) return;
    const snapshot: Snapshot = {
      version: viewsVersion,
      databaseId: this.#databaseId,
      seq: this.#seq,
      entries: [...this.#index.entries()],
    };
    await writeFile(`${this.#path}.new`, JSON.stringify(snapshot));
    await rename(`${this.#path}.new`, this.#path);
    this.#savedSeq = snapshot.seq;
    this.#unsaved = 0;
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const { update_seq: end } = await this.#pouch.info();
      if (Number(end) === this.#seq) break;
      const page = await readChanges(this.#pouch, {
        since: String(this.#seq),
        limit: rowsPerRead,
        includeDocs: true,
      });
      for (const row of page.rows) {
        if (row.deleted || !row.doc) this.#index.remove(row.id);
        else this.#index.put(row.doc);
      }
      this.#seq = Number(page.lastSeq);
      this.#unsaved += page.rows.length;
      if (page.pending === 0) break;
    }
    if (this.#unsaved >= saveAfterRows) await this.save();
  }

  async #load(): Promise<void> {
    const snapshot = await readSnapshot(this.#path);
    const info = await this.#pouch.info();
    const fits =
      snapshot?.version === viewsVersion &&
      snapshot.databaseId === this.#databaseId &&
      snapshot.seq <= Number(info.update_seq);
    if (!fits) return;
    for (const [id, emitted] of snapshot.entries) this.#index.load(id, emitted);
    this.#seq = snapshot.seq;
    this.#savedSeq = snapshot.seq;
  }
}

/** PouchDB's own id of a database, kept inside it; the typings do not know it. */
async function databaseIdOf(pouch: Pouch): Promise<string> {
  return (pouch as unknown as { id(): Promise<string> }).id();
}

/** A file that cannot be read is only slower: everything in it can be read from the database. */
async function readSnapshot(path: string): Promise<Snapshot | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Snapshot;
  } catch {
    return undefined;
  }
}
