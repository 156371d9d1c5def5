import type { DocumentStore } from '#src/store/document-store.ts';
import type { Admitted } from './admission.ts';
import type { Batch } from './batch.ts';
import { followJob } from './follow-job.ts';
import { noteSharing } from './follow-sharing.ts';
import type { Incoming } from './incoming.ts';
import { hasOrphans, leads, noteOrphan } from './orphans.ts';

/** The jobs (and heads) of one request that others have to follow, because they moved or came after them. */
export class MovedRoots {
  readonly #batch: Batch;
  readonly #roots = new Set<string>();

  constructor(batch: Batch) {
    this.#batch = batch;
  }

  async note(incoming: Incoming, { before, after, changed }: Admitted): Promise<void> {
    if (before === undefined) await noteOrphan(this.#batch, incoming);
    if (changed.includes('shareCustomers')) await noteSharing(this.#batch, after['shareCustomers']);
    const moved = before !== undefined && (changed.includes('desk') || changed.includes('assigned'));
    const late = before === undefined && leads(incoming) && hasOrphans(this.#batch, incoming.id);
    if (moved || late) this.#roots.add(incoming.id);
  }

  /** In the same operation, but after the job itself is stored: a crash in between leaves a job that can be followed. */
  async follow(store: DocumentStore): Promise<void> {
    for (const root of this.#roots) await followJob(store, root);
  }
}
