import type { Actor } from '@revops/domain';
import { canRead, keysOf } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

/** An entry that names a file, and how long it says the file is. */
export interface NamingEntry {
  readonly createdBy: string;
  readonly size: number;
}

const pageSize = 100;

/**
 * The live entries that name a file and that pass; looked up by the index `sha256`. What the server keeps for itself
 * (no `access`) names nothing.
 */
async function entriesNaming(
  store: DocumentStore,
  sha256: string,
  passes: (entry: StoredDocument & { readonly access: readonly string[] }) => boolean,
): Promise<readonly NamingEntry[]> {
  const found: NamingEntry[] = [];
  for (let skip = 0; ; skip += pageSize) {
    const page = await store.find({ selector: { sha256 }, limit: pageSize, skip });
    for (const entry of page) {
      const { access, createdBy, size } = entry;
      if (!Array.isArray(access) || typeof createdBy !== 'string' || typeof size !== 'number') continue;
      if (passes({ ...entry, access: access as readonly string[] })) found.push({ createdBy, size });
    }
    if (page.length < pageSize) return found;
  }
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
