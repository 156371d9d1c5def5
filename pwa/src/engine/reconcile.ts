import { stampDevice, typeNamed, type AnyDocument } from '@revops/domain';
import {
  keepForOwner,
  ownStamps,
  readMeta,
  sendAgain,
  type LostByOthers,
  type LostOnServer,
} from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import { chunksOf } from './chunks-of.ts';
import type { EngineEnv, Replica } from './env.ts';
import { fetchBodies, type Fetched } from './fetch-bodies.ts';
import { readHeld, readBranched, type Held } from './former-documents.ts';
import type { Gateway } from './gateway.ts';
import { isGateways } from './is-gateways.ts';
import { Listing } from './listing.ts';
import { tellErased } from './reconcile-erased.ts';
import { presentRights, type PresentRights } from './present-rights.ts';
import { lostWords } from './reconcile-words.ts';
import { readReplicaMemory, writeReplicaMemory } from './replica-memory.ts';
import { hashOf } from './remove-leaves.ts';
import { writeRevisions } from './write-revisions.ts';

/** As many as `_bulk_get` is asked for at once. */
const perStep = 200;

interface ReconcileParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
}

/** Two phones may give one id to what they say about the same payment; who said it, and as what number, tells them apart. */
const isSameEntry = (a: AnyDocument, b: AnyDocument): boolean =>
  a.createdBy === b.createdBy && a.device === b.device && a.n === b.n;

/**
 * What a phone does when the server is older than what it was once told: it begins a new replica, which holds only what
 * the server has now, and compares the former one with it. What its own person wrote goes through the journal again;
 * what others wrote is kept for an owner. A kill anywhere is healed by doing it once more.
 */
export class Reconcile {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  #rights: PresentRights | undefined;

  constructor({ env, gateway }: ReconcileParts) {
    this.#env = env;
    this.#gateway = gateway;
  }

  /** Before the new replica is filled; nothing to do in ordinary life. */
  async run(replica: Replica, signal: AbortSignal): Promise<void> {
    const memory = await readReplicaMemory(this.#env);
    if (memory?.from === undefined || memory.from.length === 0) return;
    await tellErased(this.#env, this.#gateway, signal);
    const listed = await this.#list(signal);
    this.#rights = await presentRights(this.#env, replica);
    for (const name of memory.from) {
      if (name === memory.name) continue;
      const former = await this.#env.openReplica(name);
      await this.#compare(former, replica, listed, signal);
      await (this.#env.closeReplica?.(former) ?? former.close());
    }
    await this.#env.step?.('reconcile:compared');
    // What came meanwhile stays noted.
    const now = await readReplicaMemory(this.#env);
    if (now?.name !== memory.name) return;
    const { from: _from, ...rest } = now;
    await writeReplicaMemory(this.#env, rest);
    await this.#env.step?.('reconcile:done');
  }

  async #list(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const listing = new Listing(this.#env, this.#gateway, signal);
    const listed = new Map<string, string>();
    while (!listing.isEnd)
      for (const { id, rev } of await listing.next()) listed.set(id, listed.get(id) ?? rev);
    return listed;
  }

  async #compare(
    former: Replica,
    replica: Replica,
    listed: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    const { rows } = await former.allDocs();
    const held = rows.filter(({ id }) => !id.startsWith('_design/'));
    for (const part of chunksOf(held, perStep)) {
      signal.throwIfAborted();
      const branched = await readBranched(
        former,
        part.map(({ id }) => id),
      );
      const isSame = ({ id, value }: (typeof part)[number]): boolean =>
        listed.get(id) === value.rev && !branched.has(id);
      const same = part.filter((row) => isSame(row)).map(({ id }) => id);
      await this.#carryOver(former, replica, same);
      const others = part.filter((row) => !isSame(row)).map(({ id }) => id);
      const documents = (await readHeld(former, others)).flatMap((held) => branched.get(held._id) ?? [held]);
      // Of what this person may not read any more the server says nothing.
      const asked = documents.filter((one) => listed.has(one._id) || this.#mayRead(bareBody(one)));
      const ids = asked.map(({ _id }) => ({ id: _id }));
      const bodies = ids.length === 0 ? [] : await fetchBodies(this.#env, this.#gateway, ids, signal);
      // Kept, so that a server which is put back once more before all is here is compared with these too.
      await writeRevisions(this.#env, replica, bodies);
      if (documents.length > 0) await this.#settle(replica, documents, bodies);
    }
  }

  /** What both have need not travel again. */
  async #carryOver(former: Replica, replica: Replica, ids: readonly string[]): Promise<void> {
    const there = await replica.allDocs({ keys: [...ids] });
    const missing = ids.filter((_id, index) => {
      const row = there.rows[index];
      return row === undefined || 'error' in row;
    });
    await writeRevisions(this.#env, replica, await readHeld(former, missing));
    if (missing.length > 0) await this.#env.step?.('reconcile:carried');
  }

  /** What the server has in another state, or not at all, or does not let this person read any more. */
  async #settle(replica: Replica, documents: readonly Held[], bodies: readonly Fetched[]): Promise<void> {
    const env = this.#env;
    const known = new Map(bodies.map((body) => [body._id, body]));
    const last = await readMeta(env.db, 'hlc');
    const device = last === undefined ? undefined : stampDevice(last);
    const own: LostOnServer[] = [];
    const others: LostByOthers[] = [];
    for (const held of documents) {
      const { lost, kept } = this.#judge(held, known.get(held._id), device);
      if (lost !== undefined) own.push(lost);
      if (kept !== undefined && !(await this.#came(replica, held))) others.push(kept);
    }
    await env.step?.('reconcile:before-journal');
    await sendAgain(env.db, own, { now: env.now, random: env.random, fence: env.fence });
    await keepForOwner(env.db, others, { fence: env.fence });
    await env.step?.('reconcile:kept');
  }

  /** It has been sent, and accepted, since the list was read. */
  async #came(replica: Replica, { _id }: Held): Promise<boolean> {
    const { rows } = await replica.allDocs({ keys: [_id] });
    const [row] = rows;
    return row !== undefined && !('error' in row) && typeNamed(_id.split(':')[0] ?? '')?.kind === 'entry';
  }

  #mayRead(body: AnyDocument): boolean {
    return this.#rights?.mayRead(body) !== false;
  }

  /** Of what went to others after the restore: whether it went without what this phone's person had said of it. */
  #isSaidAbove(held: Held, removal: Fetched, device: string | undefined): boolean {
    if (removal['erased'] === true || ownStamps(bareBody(held), device).length === 0) return false;
    // A removal carries the ancestry of what the person lost (decision 005).
    const { ids = [] } = (removal['_revisions'] ?? {}) as { readonly ids?: readonly string[] };
    return !ids.includes(hashOf(held._rev));
  }

  #judge(
    held: Held,
    server: Fetched | undefined,
    device: string | undefined,
  ): { readonly lost?: LostOnServer; readonly kept?: LostByOthers } {
    const body = bareBody(held);
    const { start = 1, ids = [] } = held._revisions ?? {};
    const fixed = { id: held._id, rev: held._rev, revisions: { start, ids } };
    // The right to read it is lost, or an owner has erased it.
    if (server?.['_deleted'] === true)
      return this.#isSaidAbove(held, server, device) ? { kept: { ...fixed, body, isKnown: true } } : {};
    if (server === undefined) {
      // The gateway writes its own words again by itself.
      if (isGateways(body)) return {};
      const isOwn = body.createdBy === this.#env.userId;
      // Other rights than before: of others' work the server says nothing, and what is here may well be there.
      const mayRead = this.#mayRead(body);
      if (!mayRead && !(isOwn && this.#rights?.isRecent(body) === true)) return {};
      if (isOwn && mayRead) return { lost: { ...fixed, body, server: undefined } };
      return { kept: { ...fixed, body, isKnown: false } };
    }
    if (isGateways(body)) return {};
    const copy = { rev: server._rev, doc: bareBody(server) };
    if (typeNamed(body.type)?.kind !== 'record') {
      if (isSameEntry(body, copy.doc)) return {};
      // Somebody decided the same meanwhile: this one has to be refused in words, not forgotten with its number.
      if (body.createdBy !== this.#env.userId) return { kept: { ...fixed, body, isKnown: true } };
      return { lost: { ...fixed, body, server: copy } };
    }
    const { own, hasOthers } = lostWords(copy.doc, body, device);
    return {
      ...(own === undefined ? {} : { lost: { ...fixed, body: own, server: copy } }),
      ...(hasOthers ? { kept: { ...fixed, body, isKnown: true } } : {}),
    };
  }
}
