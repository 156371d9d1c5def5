import type { Actor } from '@revops/domain';
import { canRead, keysOf } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

/** An entry that names a file, and how long it says the file is. */
export interface NamingEntry {
  readonly createdBy: string;
  readonly size: number;
}

/** A photo is named once, or a few times where it was taken twice; behind this many of one person nobody looks on. */
const perPerson = 200;

type Named = StoredDocument & { readonly access: readonly string[] };

/**
 * The live entries that name a file and that pass, person by person: whoever names one file thousands of times hides
 * only entries of their own behind them, and costs others nothing. What the server keeps for itself (no `access`) names
 * nothing.
 */
async function entriesNaming(
  store: DocumentStore,
  sha256: string,
  passes: (entry: Named) => boolean,
): Promise<readonly NamingEntry[]> {
  const found: NamingEntry[] = [];
  for (
    let by = await nextPerson(store, sha256, '');
    by !== undefined;
    by = await nextPerson(store, sha256, by)
  ) {
    const entries = await store.find({ selector: { sha256, createdBy: by }, sort, limit: perPerson });
    for (const entry of entries) {
      const { access, createdBy, size } = entry;
      if (!Array.isArray(access) || typeof createdBy !== 'string' || typeof size !== 'number') continue;
      if (passes({ ...entry, access: access as readonly string[] })) found.push({ createdBy, size });
    }
  }
  return found;
}

/** As the index has them. */
const sort = [{ sha256: 'asc' }, { createdBy: 'asc' }] as const;

/**
 * Who names it, in the order of their ids: one row of the index each. From the id and a blank, which no id has and which
 * sorts before all that ids have: `$gt` makes PouchDB read, and count, every row of that person first.
 */
async function nextPerson(store: DocumentStore, sha256: string, after: string): Promise<string | undefined> {
  const selector = { sha256, createdBy: { $gte: after === '' ? '' : `${after} ` } };
  const [entry] = await store.find({ selector, sort, limit: 1 });
  return typeof entry?.['createdBy'] === 'string' ? entry['createdBy'] : undefined;
}

/** Whose bytes a person may read under this name. */
export async function readableEntries(
  store: DocumentStore,
  sha256: string,
  actor: Actor,
): Promise<readonly NamingEntry[]> {
  const keys = keysOf(actor);
  return entriesNaming(store, sha256, (entry) => canRead(keys, entry));
}

/**
 * For which entries a person may send bytes: the own ones, also after the job moved to another desk, because nobody
 * else has the photo; else what the person may read. The own come first.
 */
export async function writableEntries(
  store: DocumentStore,
  sha256: string,
  actor: Actor,
): Promise<readonly NamingEntry[]> {
  const keys = keysOf(actor);
  const isOwn = (entry: Readonly<Record<string, unknown>> | NamingEntry): boolean =>
    entry.createdBy === actor.userId;
  const entries = await entriesNaming(store, sha256, (entry) => isOwn(entry) || canRead(keys, entry));
  return [...entries.filter(isOwn), ...entries.filter((entry) => !isOwn(entry))];
}
