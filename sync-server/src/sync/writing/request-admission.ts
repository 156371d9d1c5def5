import { admit, type Admitted } from './admission.ts';
import { auditOf, senderFrom, type AuditRow } from './audit.ts';
import { Batch } from './batch.ts';
import { inOrder } from './batch-order.ts';
import { Counters } from './counters.ts';
import { holdClaims } from './hold-claims.ts';
import type { Incoming } from './incoming.ts';
import { keepRefused } from './keep-refused.ts';
import { loadRelated } from './load-related.ts';
import { MovedRoots } from './moved-roots.ts';
import { Refusal, refuse } from './refusal.ts';
import { RefusedJobs } from './refused-jobs.ts';
import type { Leaf } from './revisions.ts';
import { sentBackDeletions } from './sent-back.ts';
import { settle } from './settle.ts';
import type { WriteRequest } from './write-request.ts';

/** The revision that the document is known by now, or why it was not stored. */
export type Outcome = { readonly rev: string } | Refusal;

/** One request on its way in: what it needs is read, each document is judged in its turn, and all is stored at once. */
export class RequestAdmission {
  readonly #request: WriteRequest;
  readonly #batch: Batch;
  readonly #counters: Counters;
  readonly #refusedJobs: RefusedJobs;
  readonly #moved: MovedRoots;
  readonly #audit: AuditRow[] = [];
  readonly #outcomes = new Map<number, Outcome>();
  /** What is stored with all that belongs to it. */
  written: readonly Leaf[] = [];

  constructor(request: WriteRequest) {
    this.#request = request;
    this.#batch = new Batch(request.store);
    this.#counters = new Counters(this.#batch);
    this.#refusedJobs = new RefusedJobs(this.#batch, request.writer.actor.deviceIds);
    this.#moved = new MovedRoots(this.#batch);
  }

  async run(parsed: readonly (Incoming | Refusal)[]): Promise<ReadonlyMap<number, Outcome>> {
    for (const [index, entry] of parsed.entries())
      if (entry instanceof Refusal) this.#outcomes.set(index, entry);
    const unread = this.#request.documents.filter((_document, index) => this.#outcomes.has(index));
    await this.#refusedJobs.noteUnread(unread);
    for (const [index, rev] of await sentBackDeletions(this.#request, this.#batch))
      this.#outcomes.set(index, { rev });
    const rows = inOrder(parsed);
    await loadRelated(this.#batch, rows);
    await this.#request.before;
    for (const row of rows) this.#outcomes.set(row.index, await this.#admit(row.incoming));
    await this.#store();
    return this.#outcomes;
  }

  async #admit(incoming: Incoming): Promise<Outcome> {
    const { id, revision } = incoming;
    if (revision && this.#batch.knows(id, revision.rev)) return { rev: revision.rev };
    const stored = this.#batch.document(id);
    const admitted = this.#refusedJobs.isPartOf(incoming)
      ? refuse('with_job')
      : admit(this.#request.writer, incoming, this.#batch);
    if (admitted instanceof Refusal) {
      this.#refusedJobs.note(incoming, stored);
      if (admitted.code === 'erased') this.#noteErased(incoming);
      return admitted;
    }
    const flags = admitted.before === undefined ? await this.#holdClaims(incoming, admitted) : [];
    if (flags instanceof Refusal) return flags;
    this.#batch.admit(id, admitted.writes, admitted.leaves);
    const head = incoming.type.headOf?.(admitted.after);
    if (head !== undefined) this.#batch.follow(head, admitted.after);
    await this.#moved.note(incoming, admitted);
    this.#note(id, admitted, flags);
    return { rev: this.#request.newEdits ? (admitted.leaves[0]?._rev ?? admitted.rev) : admitted.rev };
  }

  #holdClaims(incoming: Incoming, admitted: Admitted): Promise<readonly string[] | Refusal> {
    const { store, writer } = this.#request;
    const parts = { store, batch: this.#batch, counters: this.#counters, arrivedAt: writer.arrivedAt };
    return holdClaims(parts, incoming, admitted);
  }

  /** Nothing of it is kept anywhere, so its number alone tells that it came. Only its own phone can say that. */
  #noteErased({ body: { n, device, createdBy } }: Incoming): void {
    const { userId, deviceIds } = this.#request.writer.actor;
    if (n !== undefined && createdBy === userId && deviceIds.includes(device))
      this.#counters.noteErased(device, n);
  }

  #note(id: string, { rev, before, changed }: Admitted, raised: readonly string[]): void {
    const { readmittedBy, flag = 'readmitted' } = this.#request;
    const flags = [...(readmittedBy ? [flag] : []), ...raised];
    const what = before === undefined ? { created: true as const } : { changed };
    this.#audit.push({ id, rev, ...what, ...(flags.length === 0 ? {} : { flags }) });
  }

  /** A request that only repeats what is stored writes nothing. */
  async #store(): Promise<void> {
    const refused = await this.#keepRefused();
    const audit = this.#auditLeaves();
    const { store, writer } = this.#request;
    if (audit.length === 0 && refused.length === 0) return this.#counters.store(store);
    await store.bulkWrite([...this.#batch.writes, ...refused, ...audit]);
    await this.#counters.store(store);
    await settle(store, this.#batch.updated, Date.parse(writer.arrivedAt));
    await this.#moved.follow(store);
    this.written = [...this.#batch.ends, ...refused, ...audit];
  }

  #auditLeaves(): readonly Leaf[] {
    const { writer, readmittedBy, auditId } = this.#request;
    return this.#audit.length === 0
      ? []
      : [auditOf(readmittedBy ?? senderFrom(writer), auditId, this.#audit)];
  }

  /** Refused bodies, for the owner; and words for those that found no room. */
  async #keepRefused(): Promise<readonly Leaf[]> {
    const { store, writer, documents, newEdits, readmittedBy } = this.#request;
    if (readmittedBy) return [];
    const refused = [...this.#outcomes].flatMap(([index, refusal]) =>
      refusal instanceof Refusal ? [{ index, document: documents[index], refusal, newEdits }] : [],
    );
    const { leaves, notKept } = await keepRefused(store, this.#batch, writer, refused);
    for (const [index, refusal] of notKept) this.#outcomes.set(index, refusal);
    return leaves.length === 0 ? [] : [...leaves, ...this.#refusedJobs.leaves()];
  }
}
