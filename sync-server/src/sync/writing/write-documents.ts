import type { AnyDocument, Claim } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { admit, type Admitted, type Writer } from './admission.ts';
import { auditOf, senderFrom, type AuditedBy, type AuditRow } from './audit.ts';
import { Batch } from './batch.ts';
import { inOrder, type Row } from './batch-order.ts';
import { claimWord, loadWordBefore, turnBefore } from './claim-word.ts';
import { counterId, Counters } from './counters.ts';
import type { FinishedWrites } from './finished-writes.ts';
import { flag, holdNumber } from './flags.ts';
import { followerPrefixes } from './followers.ts';
import { parseIncoming, type Incoming } from './incoming.ts';
import { keepRefused } from './keep-refused.ts';
import { MovedRoots } from './moved-roots.ts';
import { hasOrphans, leads, orphansId } from './orphans.ts';
import { reasonOf, Refusal, refuse } from './refusal.ts';
import { RefusedJobs, refusedStampIds } from './refused-jobs.ts';
import type { Leaf } from './revisions.ts';
import { sentBackDeletions } from './sent-back.ts';
import { settle } from './settle.ts';
import { holdEarlierUtrs, holdUtr, holdUtrAgain, type UtrParts } from './hold-utrs.ts';
import { claimId } from './verdict-claims.ts';

/** One row per document, as `_bulk_docs` words it. */
export type WriteRow =
  | { readonly id: string; readonly rev: string; readonly ok: true }
  | {
      readonly id: string;
      readonly rev?: string;
      /** `unavailable`: neither stored nor refused, to be sent again later. */
      readonly error: 'forbidden' | 'conflict' | 'unavailable';
      readonly reason: string;
    };

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

/**
 * The one way in for what people write: each document is allowed or refused by itself, and everything that was allowed
 * is stored in one bulk. Throws only when the store cannot write now; then nothing was acknowledged.
 */
export async function writeDocuments(request: WriteRequest): Promise<readonly WriteRow[]> {
  const parsed = request.documents.map((document) =>
    parseIncoming(document, request.newEdits, request.fromNewerApp),
  );
  const admission = new Admission(request);
  const end = request.finished?.begin();
  try {
    const outcomes = await admission.run(parsed);
    return request.documents.map((document, index) => toRow(document, outcomes.get(index)));
  } finally {
    end?.(admission.written);
  }
}

type Outcome = { readonly rev: string } | Refusal;

class Admission {
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
    await this.#load(rows);
    await this.#request.before;
    for (const row of rows) this.#outcomes.set(row.index, await this.#admit(row.incoming));
    await this.#store();
    return this.#outcomes;
  }

  /** All that the rules need in one read, counters too: nearly every batch is new, and each read is a way there and back. */
  async #load(rows: readonly Row[]): Promise<void> {
    const batch = this.#batch;
    const needed = ({ incoming }: Row): string[] => [...relatedIds(incoming), ...countedIds(incoming)];
    await batch.load(['workshop:self', ...rows.flatMap(needed)]);
    const fresh = rows.filter(
      ({ incoming }) => !this.#isKnown(incoming) && batch.live(incoming.id).length === 0,
    );
    const heads = new Set(fresh.flatMap(({ incoming }) => decidedHead(incoming)));
    await Promise.all([...heads].map((head) => batch.loadFollowers(head, followerPrefixes(head))));
    await loadWordBefore(
      batch,
      fresh.map(({ incoming }) => incoming),
    );
  }

  async #admit(incoming: Incoming): Promise<Outcome> {
    if (incoming.revision && this.#isKnown(incoming)) return { rev: incoming.revision.rev };
    const stored = this.#batch.document(incoming.id);
    const admitted = this.#refusedJobs.isPartOf(incoming)
      ? refuse('with_job')
      : admit(this.#request.writer, incoming, this.#batch);
    if (admitted instanceof Refusal) {
      this.#refusedJobs.note(incoming, stored);
      return admitted;
    }
    const flags: string[] = this.#request.readmittedBy ? [this.#request.flag ?? 'readmitted'] : [];
    const refused = admitted.before === undefined ? await this.#claim(incoming, admitted, flags) : undefined;
    if (refused) return refused;
    this.#batch.admit(incoming.id, admitted.writes, admitted.leaves);
    const head = incoming.type.headOf?.(admitted.after);
    if (head !== undefined) this.#batch.follow(head, admitted.after);
    await this.#moved.note(incoming, admitted);
    this.#note(incoming.id, admitted, flags);
    return { rev: this.#request.newEdits ? (admitted.leaves[0]?._rev ?? admitted.rev) : admitted.rev };
  }

  async #claim(incoming: Incoming, admitted: Admitted, flags: string[]): Promise<Refusal | undefined> {
    const { after } = admitted;
    for (const claim of incoming.type.claims?.(after) ?? []) {
      const refused = await this.#take(claim, after, admitted.rev, flags);
      if (refused) return refused;
    }
    if (after.n !== undefined && !this.#counters.note(after.device, after.n))
      this.#flag('counter_held', after, `${after.device}:${after.n}`, flags);
    await holdUtrAgain(this.#utrParts(), after);
    if (leads(incoming) && hasOrphans(this.#batch, incoming.id))
      await holdEarlierUtrs(this.#utrParts(), after);
    return undefined;
  }

  async #take(claim: Claim, after: AnyDocument, rev: string, flags: string[]): Promise<Refusal | undefined> {
    switch (claim.kind) {
      case 'verdict': {
        const { store, writer } = this.#request;
        const decider = { rev, by: after.createdBy, at: writer.arrivedAt };
        return claimWord(store, this.#batch, claim, after, decider);
      }
      case 'utr':
        await holdUtr(this.#utrParts(), claim, after);
        return undefined;
      case 'number':
        if (!holdNumber(this.#batch, claim)) this.#flag('number_held', after, claim.key, flags);
        return undefined;
    }
  }

  #utrParts(): UtrParts {
    const { store, writer } = this.#request;
    return { store, batch: this.#batch, arrivedAt: writer.arrivedAt };
  }

  #flag(kind: 'number_held' | 'counter_held', document: AnyDocument, key: string, flags: string[]): void {
    const leaf = flag(kind, document, key, this.#request.writer.arrivedAt);
    this.#batch.admit(leaf._id, [leaf], [leaf]);
    flags.push(kind);
  }

  #note(id: string, { rev, before, changed }: Admitted, flags: readonly string[]): void {
    const what = before === undefined ? { created: true as const } : { changed };
    this.#audit.push({ id, rev, ...what, ...(flags.length === 0 ? {} : { flags }) });
  }

  /** A request that only repeats what is stored writes nothing. */
  async #store(): Promise<void> {
    const refused = await this.#keepRefused();
    const audit = this.#auditLeaves();
    if (audit.length === 0 && refused.length === 0) return;
    const { store, writer } = this.#request;
    await store.bulkWrite([...this.#batch.writes, ...refused, ...audit]);
    // After them: not every store writes a bulk whole, and a number must not count as here while its entry is not.
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

  #isKnown({ id, revision }: Incoming): boolean {
    return revision !== undefined && this.#batch.knows(id, revision.rev);
  }
}

function relatedIds({ id, body, type }: Incoming): string[] {
  const related = [id, type.headOf?.(body), type.jobOf?.(body), type.personal?.of(body)];
  return related.filter((one) => one !== undefined);
}

function countedIds(incoming: Incoming): string[] {
  const { body, type } = incoming;
  const numbers = (type.claims?.(body) ?? []).filter((claim) => claim.kind === 'number').map(claimId);
  const orphans = leads(incoming) ? [orphansId(incoming.id)] : [];
  return [
    ...numbers,
    ...orphans,
    ...refusedStampIds(incoming),
    ...turnBefore(incoming),
    ...(body.n === undefined ? [] : [counterId(body.device)]),
  ];
}

/** Only a word on a head needs what was said before. */
function decidedHead({ body, type }: Incoming): string[] {
  const head = type.headOf?.(body);
  return head !== undefined && body['turn'] !== undefined ? [head] : [];
}

function toRow(document: unknown, outcome: Outcome | undefined): WriteRow {
  if (!outcome) throw new Error('every document of a request has an outcome');
  const given = (document ?? {}) as { readonly _id?: unknown; readonly _rev?: unknown };
  const id = typeof given._id === 'string' ? given._id : '';
  if (!(outcome instanceof Refusal)) return { id, rev: outcome.rev, ok: true };
  const rev = typeof given._rev === 'string' ? { rev: given._rev } : {};
  return { id, ...rev, error: errorOf(outcome), reason: reasonOf(outcome) };
}

function errorOf({ code }: Refusal): 'forbidden' | 'conflict' | 'unavailable' {
  if (code === 'conflict') return 'conflict';
  return code === 'server_outdated' ? 'unavailable' : 'forbidden';
}
