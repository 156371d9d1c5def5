import type { DocumentStore } from '#src/store/document-store.ts';
import type { Writer } from './admission.ts';
import type { AuditedBy } from './audit.ts';
import type { FinishedWrites } from './finished-writes.ts';

/** The documents of one request, and who sends them. */
export interface WriteRequest {
  readonly store: DocumentStore;
  readonly writer: Writer;
  readonly documents: readonly unknown[];
  /** True: the gateway makes the revisions, and a parent that is no winner is a conflict. */
  readonly newEdits: boolean;
  readonly auditId: string;
  /** Waited for before anything is written; reading goes on meanwhile. */
  readonly before?: Promise<unknown>;
  /** Told of what was stored once all that belongs to it is. */
  readonly finished?: FinishedWrites;
  /** The owner who re-admits refused documents as they are; the writer is then the person whose documents they are. */
  readonly readmittedBy?: AuditedBy;
  /** The app says that it is of a later contract than this server. */
  readonly fromNewerApp?: boolean;
  /** How the audit tells what an owner let in; `readmitted` where nothing is said. */
  readonly flag?: 'recovered';
}
