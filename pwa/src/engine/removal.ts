import { z } from 'zod';
import {
  confirmHandOver,
  heldKeys,
  onlyHere,
  readMeta,
  sentLately,
  writeMeta,
  type JournalEntry,
  type SentCopy,
  type TrayRecord,
} from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import { HttpError } from './failures.ts';
import { parsed, type Gateway } from './gateway.ts';
import type { Link } from './link.ts';
import { deleteReplicaMemory, readReplicaMemory } from './replica-memory.ts';
import { wireDocument } from './send-batch.ts';
import type { Status } from './status.ts';

/** Between the two answers before anything is deleted: a removal by mistake can be taken back meanwhile. */
const restMs = 60_000;
/** Whether the person is back is asked this often; nothing else is left to do. */
const lookMs = 600_000;
/** Well below what the server takes in one request. */
const batchBytes = 500_000;
const batchDocuments = 100;
/** As long as backups are kept: a server that was put back further has nobody's recent work to compare with. */
const latelyMs = 31 * 24 * 60 * 60_000;

const answerSchema = z.object({ kept: z.array(z.object({ id: z.string(), rev: z.string() })) });

interface Handed {
  readonly body: Readonly<Record<string, unknown>>;
  readonly reason?: { readonly code: string; readonly words: string };
}

const ofEntry = (entry: JournalEntry): Handed => ({ body: wireDocument(entry) });
const ofTray = ({ body, rev, code, reason }: TrayRecord): Handed => ({
  body: { ...body, _rev: rev },
  reason: { code, words: reason },
});
const ofSent = ({ doc, rev }: SentCopy): Handed => ({ body: { ...doc, _rev: rev } });

function* batches(documents: readonly Handed[]): Generator<Handed[]> {
  let batch: Handed[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = JSON.stringify(document).length;
    if (batch.length > 0 && (bytes + size > batchBytes || batch.length === batchDocuments)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * What a phone does whose person was removed: it hands over what only it has, and deletes the workshop's documents
 * when the server has twice said that it keeps all of that. Without a connection nothing is deleted.
 */
export class Removal {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  readonly #link: Link;
  readonly #status: Status;

  constructor(parts: { env: EngineEnv; gateway: Gateway; link: Link; status: Status }) {
    this.#env = parts.env;
    this.#gateway = parts.gateway;
    this.#link = parts.link;
    this.#status = parts.status;
  }

  /** @returns how long to wait before the server is asked again. */
  async run(signal: AbortSignal): Promise<number> {
    const { db, fence } = this.#env;
    this.#status.set({ phase: 'removed' });
    if ((await readMeta(db, 'removal'))?.wiped === true) {
      await this.#clearRest();
      return lookMs;
    }
    const confirmed = await this.#handOver(signal);
    const now = this.#env.now();
    const since = await confirmHandOver(db, confirmed, { now, restMs, fence });
    await this.#env.step?.('removal:confirmed');
    if (since !== undefined) return Math.max(0, since + restMs - now);
    await this.#clearRest();
    await this.#env.step?.('removal:wiped');
    return lookMs;
  }

  /** The person is a member again: what was said before counts no more. */
  async over(): Promise<void> {
    const { db, fence } = this.#env;
    if ((await readMeta(db, 'removal')) !== undefined) await writeMeta(db, 'removal', undefined, { fence });
  }

  /**
   * What was accepted goes too: a server that was put back to when this person was out has lost it, and this phone may
   * not read enough to notice. The server keeps of it what it does not have.
   * @returns the keys of what the server keeps now, which is everything that only this phone had.
   */
  async #handOver(signal: AbortSignal): Promise<readonly string[]> {
    const { db, userId, now } = this.#env;
    const held = await onlyHere(db);
    const sent = await sentLately(db, userId, now() - latelyMs);
    const kept = new Set<string>();
    for (const documents of batches([
      ...held.entries.map(ofEntry),
      ...held.refused.map(ofTray),
      ...sent.map(ofSent),
    ])) {
      const body = JSON.stringify({ documents });
      const answer = await this.#gateway.ask({ kind: 'quarantine', path: '', body, signal });
      for (const { id, rev } of answerSchema.parse(parsed(answer)).kept) kept.add(`${id} ${rev}`);
    }
    const keys = heldKeys(held);
    const missing = keys.filter((key) => !kept.has(key));
    if (missing.length > 0) throw new HttpError(503, `${missing.length} documents were not taken over`);
    return keys;
  }

  /** What stands in other databases than the one that was cleared; a kill before is healed by the next look. */
  async #clearRest(): Promise<void> {
    await this.#env.onWiped?.();
    await this.#destroyReplicas();
  }

  async #destroyReplicas(): Promise<void> {
    const memory = await readReplicaMemory(this.#env);
    if (memory === undefined) return;
    await this.#link.close();
    let isAll = true;
    for (const name of [memory.name, ...memory.old]) isAll = (await this.#link.destroy(name)) && isAll;
    // What another tab still holds is tried again; nothing of it may stay.
    if (isAll) await deleteReplicaMemory(this.#env);
  }
}
