import { erasureDatabase } from '#src/erasure/erasure-log.ts';
import { userPointerId } from '#src/services/account.ts';
import { systemDatabase } from '#src/services/system-store.ts';
import { workshopRecordId } from '#src/services/workshop-record.ts';
import type { StoredDocument } from '#src/store/document-store.ts';
import type { ArchiveRecord, FileRecord } from '../archive/archive-record.ts';
import { workshopDatabaseOf } from '../reading/backup-source.ts';

/** What one workshop needs of an archive: its documents, its files, and the accounts of its people. */
export class WorkshopPart {
  readonly #workshop: string;
  readonly #ids: Set<string>;

  constructor(workshop: string) {
    this.#workshop = workshop;
    this.#ids = new Set([workshopRecordId(workshop)]);
  }

  /** A first look through the archive, which says who its people are. */
  saw(record: ArchiveRecord): void {
    if (record.kind !== 'doc' || record.db !== systemDatabase) return;
    const [winner] = record.leaves;
    if (winner?._id.startsWith('account:') && winner['workshopId'] === this.#workshop)
      this.#ids.add(userPointerId(String(winner['userId'])));
  }

  document(db: string, leaves: readonly StoredDocument[]): boolean {
    if (db === erasureDatabase || db === workshopDatabaseOf(this.#workshop)) return true;
    if (db !== systemDatabase) return false;
    const [winner] = leaves;
    return winner !== undefined && (winner['workshopId'] === this.#workshop || this.#ids.has(winner._id));
  }

  file({ workshop }: FileRecord): boolean {
    return workshop === this.#workshop;
  }
}
