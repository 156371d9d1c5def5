import type { StoredDocument } from '#src/store/document-store.ts';

export const recordFormat = 1;

/** One line of an archive; a `file` is followed by its bytes. In docs/backups.md. */
export type ArchiveRecord =
  | { readonly kind: 'start'; readonly format: number; readonly at: string }
  /** Generated signing keys, where the server made its own: with them nobody has to sign in anew. */
  | { readonly kind: 'secrets'; readonly text: string }
  /** Every leaf with body and ancestry, winner first. A document that changed during the backup may come twice. */
  | { readonly kind: 'doc'; readonly db: string; readonly leaves: readonly StoredDocument[] }
  | ({ readonly kind: 'database' } & DatabaseEntry)
  | FileRecord
  | ({ readonly kind: 'manifest' } & Manifest);

export interface FileRecord {
  readonly kind: 'file';
  readonly workshop: string;
  readonly sha256: string;
  readonly by: string;
  readonly size: number;
}

/** What an archive holds of one database. */
export interface DatabaseEntry {
  readonly name: string;
  /** Where its feed stood: the archive holds it as it was there. */
  readonly seq: string;
  readonly at: string;
  readonly documents: number;
  readonly leaves: number;
}

/** The last line. */
export interface Manifest {
  /** Everything acknowledged before it is in the archive. */
  readonly at: string;
  readonly endedAt: string;
  readonly databases: readonly DatabaseEntry[];
  readonly files: { readonly count: number; readonly bytes: number };
}
