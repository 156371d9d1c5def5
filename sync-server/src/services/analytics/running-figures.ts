import {
  difference,
  groupContributions,
  groupOf,
  jobContributions,
  nothingReceived,
  type AnyDocument,
  type Contribution,
  type Job,
  type JobReceived,
  type Total,
} from '@revops/domain';

/**
 * The totals of one workshop, kept up while its documents come, in any order and as often as they like: what a head and
 * all that follows it add is replaced when one of them changes. What a payment is worth is decided by documents that carry
 * neither its amount nor its day nor its job, so that no index of a single document's fields can add it up.
 */
export class RunningFigures {
  readonly timeZone: string;
  readonly #documents = new Map<string, AnyDocument>();
  readonly #followers = new Map<string, Set<string>>();
  readonly #shares = new Map<string, readonly Contribution[]>();
  readonly #totals = new Map<string, Total>();
  readonly #received = new Map<string, JobReceived>();
  /** One text for each name of a total, however many share in it. */
  readonly #names = new Map<string, string>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  get totals(): ReadonlyMap<string, Total> {
    return this.#totals;
  }

  get documents(): Iterable<AnyDocument> {
    return this.#documents.values();
  }

  /** How many documents are kept: what the memory that this takes grows with. */
  get size(): number {
    return this.#documents.size;
  }

  receivedFor(jobId: string): JobReceived {
    return this.#received.get(jobId) ?? nothingReceived;
  }

  /** What follows a payment, a hand-over or a waiver. */
  followersOf(headId: string): readonly AnyDocument[] {
    return [...(this.#followers.get(headId) ?? [])].flatMap((id) => this.#documents.get(id) ?? []);
  }

  take(documents: Iterable<AnyDocument>): void {
    const heads = new Set<string>();
    for (const document of documents) {
      const head = groupOf(document);
      this.#documents.set(document._id, document);
      heads.add(head);
      if (head === document._id) continue;
      const followers = this.#followers.get(head);
      if (followers) followers.add(document._id);
      else this.#followers.set(head, new Set([document._id]));
    }
    this.#settle(heads);
  }

  drop(ids: Iterable<string>): void {
    const heads = new Set<string>();
    for (const id of ids) {
      const document = this.#documents.get(id);
      if (!document) continue;
      this.#documents.delete(id);
      const head = groupOf(document);
      this.#followers.get(head)?.delete(id);
      heads.add(head);
      // Its payments are for a job that is not here any more.
      if (typeof document['jobId'] === 'string') heads.add(document['jobId']);
    }
    this.#settle(heads);
  }

  #settle(heads: ReadonlySet<string>): void {
    const jobs = new Set<string>();
    for (const id of heads) {
      const head = this.#documents.get(id);
      if (head?.type === 'job') jobs.add(id);
      else this.#replace(id, head ? groupContributions(head, this.followersOf(id), this.timeZone) : []);
      if (typeof head?.['jobId'] === 'string') jobs.add(head['jobId']);
    }
    // When all money is counted: what a job adds depends on what came in for it.
    for (const id of jobs) {
      const job = this.#documents.get(id);
      const isJob = job?.type === 'job';
      this.#replace(
        id,
        isJob ? jobContributions(job as unknown as Job, this.receivedFor(id), this.timeZone) : [],
      );
    }
  }

  #replace(id: string, shares: readonly Contribution[]): void {
    const before = this.#shares.get(id) ?? [];
    for (const change of difference(before, shares)) this.#add(change);
    if (shares.length === 0) this.#shares.delete(id);
    else
      this.#shares.set(
        id,
        shares.map((share) => ({ ...share, key: this.#nameOf(share.key) })),
      );
  }

  #add({ key, amount, count }: Contribution): void {
    const [name, jobId = '', state] = key.startsWith('job|') ? key.split('|') : [];
    if (name !== undefined) {
      const held = this.receivedFor(jobId);
      const part = state === 'waiting' || state === 'waived' ? state : 'confirmed';
      this.#received.set(jobId, { ...held, [part]: held[part] + amount });
      return;
    }
    const held = this.#totals.get(key) ?? { amount: 0, count: 0 };
    const total = { amount: held.amount + amount, count: held.count + count };
    if (total.amount === 0 && total.count === 0) this.#totals.delete(key);
    else this.#totals.set(key, total);
  }

  #nameOf(key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    this.#names.set(key, key);
    return key;
  }
}
