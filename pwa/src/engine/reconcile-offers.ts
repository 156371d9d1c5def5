import { typeNamed } from '@revops/domain';
import { z } from 'zod';
import { dropRecovered, markOffered, recoveryItems, type RecoveryRecord } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import type { EngineEnv, Replica } from './env.ts';
import { parsed, type Gateway } from './gateway.ts';
import { lostWords } from './reconcile-words.ts';

/** Well below what the server takes in one request. */
const batchBytes = 500_000;
const batchDocuments = 100;
/** What was offered is asked for again, with whatever else is sent then. */
const askAgainMs = 10 * 60_000;

const answerSchema = z.object({
  rows: z.array(
    z.object({ id: z.string(), rev: z.string(), result: z.string(), reason: z.string().optional() }),
  ),
});

const wireOf = ({ body, rev, revisions }: RecoveryRecord): Record<string, unknown> => ({
  ...body,
  _rev: rev,
  _revisions: revisions,
});

function* batchesOf(items: readonly RecoveryRecord[]): Generator<RecoveryRecord[]> {
  let batch: RecoveryRecord[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (batch.length > 0 && (bytes + size > batchBytes || batch.length === batchDocuments)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Shows the owners what this phone keeps for them, and lets go of it once the server has it again. */
export class ReconcileOffers {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  /** When each was asked for last: an owner may have brought it back meanwhile, also for another desk than this one. */
  readonly #asked = new Map<string, number>();

  constructor({ env, gateway }: { readonly env: EngineEnv; readonly gateway: Gateway }) {
    this.#env = env;
    this.#gateway = gateway;
  }

  /** Nothing of it may hold up what people write now: whatever stands in the way, it is tried again later. */
  async offer(signal: AbortSignal): Promise<void> {
    const items = await recoveryItems(this.#env.db);
    const now = this.#env.now();
    const isDue = ({ key }: RecoveryRecord): boolean =>
      Math.abs(now - (this.#asked.get(key) ?? Number.NEGATIVE_INFINITY)) >= askAgainMs;
    const open = items.filter((item) => item.state === 'held' || isDue(item));
    for (const batch of batchesOf(open)) {
      const body = JSON.stringify({ documents: batch.map(wireOf) });
      const answer = await this.#gateway.ask({ kind: 'recovery', path: '/offers', body, signal });
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return;
      await this.#take(batch, answerSchema.parse(parsed(answer)).rows);
    }
  }

  /** After a pull: what has come back, with whomever, is kept no longer. */
  async settle(replica: Replica): Promise<void> {
    const items = await recoveryItems(this.#env.db);
    if (items.length === 0) return;
    const revs = Object.fromEntries(items.map(({ id }) => [id, [] as string[]]));
    for (const { id, rev } of items) revs[id]?.push(rev);
    const missing = await replica.revsDiff(revs);
    const came: string[] = [];
    for (const item of items) {
      const isMissing = missing[item.id]?.missing?.includes(item.rev) === true;
      if (!isMissing || (await saysNothingNew(replica, item))) came.push(item.key);
    }
    if (came.length > 0) await dropRecovered(this.#env.db, came, { fence: this.#env.fence });
  }

  async #take(batch: readonly RecoveryRecord[], rows: z.infer<typeof answerSchema>['rows']): Promise<void> {
    const { db, fence } = this.#env;
    const outcomes = new Map<string, 'offered' | 'refused'>();
    const gone: string[] = [];
    for (const { id, rev, result, reason = '' } of rows) {
      const key = `${id} ${rev}`;
      if (!batch.some((item) => item.key === key)) continue;
      if (result === 'known' || reason.startsWith('erased:')) gone.push(key);
      else if (result === 'kept') outcomes.set(key, 'offered');
      else if (result === 'refused') outcomes.set(key, 'refused');
      this.#asked.set(key, this.#env.now());
    }
    if (gone.length > 0) await dropRecovered(db, gone, { fence });
    if (outcomes.size > 0) await markOffered(db, outcomes, { fence });
    await this.#env.step?.('reconcile:offered');
  }
}

/** Every word of a record may have come back in other revisions, with those who wrote them. */
async function saysNothingNew(replica: Replica, { id, body }: RecoveryRecord): Promise<boolean> {
  if (typeNamed(body.type)?.kind !== 'record') return false;
  const { rows } = await replica.allDocs({ keys: [id], include_docs: true });
  const [row] = rows;
  if (row === undefined || 'error' in row || row.doc === undefined || row.doc === null) return false;
  const { own, hasOthers } = lostWords(bareBody(row.doc), body, undefined);
  return own === undefined && !hasOthers;
}
