import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, type Actor } from '@revops/domain';
import type { DocumentStore, RevisionBody, StoreServer } from '#src/store/document-store.ts';
import { uniquePrefix } from '#src/store/contract/contract-kit.ts';
import { openCouchStore } from '#src/store/couchdb/couch-store-server.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import type { Workshop } from '../sync-parts.ts';
import { Timelines } from '../timelines.ts';
import { FinishedWrites } from '../writing/finished-writes.ts';
import { writeDocuments, type WriteRow } from '../writing/write-documents.ts';
import { Sweeper } from './sweeper.ts';

/** A request of CouchDB is many of the embedded store's. */
export const isSlow = (process.env['COUCHDB_URL'] ?? '') !== '';
const couch = process.env['COUCHDB_URL'] ?? '';

/** On CouchDB where one is named, else on the embedded store. */
export async function openTestServer(): Promise<StoreServer> {
  if (couch !== '') return openCouchStore({ url: couch, prefix: uniquePrefix() });
  return openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-sweeper-')) });
}

/**
 * A process that dies while it writes: of its n-th bulk only some documents reach the disk, and nothing after it. The
 * revisions of one document in one bulk reach it together, on both stores.
 */
export function dying(real: DocumentStore, bulk: number, reaches: (place: number) => boolean): DocumentStore {
  let left = bulk;
  const died = (): never => {
    throw new Error('the process was killed');
  };
  const bulkWrite = async (documents: readonly RevisionBody[]): Promise<void> => {
    if (left < 0) died();
    left -= 1;
    if (left >= 0) return real.bulkWrite(documents);
    const ids = [...new Set(documents.map(({ _id }) => _id))].filter((_id, place) => reaches(place));
    await real.bulkWrite(documents.filter(({ _id }) => ids.includes(_id)));
    died();
  };
  const writes: Partial<DocumentStore> = { bulkWrite };
  return new Proxy(real, {
    get(target, name: keyof DocumentStore) {
      if (name === 'bulkWrite') return writes.bulkWrite;
      if (name === 'put' && left < 0) return died;
      const member: unknown = target[name];
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

let audits = 0;

/** One request of one person, as `_bulk_docs` sends it. */
export function send(
  store: DocumentStore,
  actor: Actor,
  documents: readonly unknown[],
  at: number,
  finished?: FinishedWrites,
): Promise<readonly WriteRow[]> {
  audits += 1;
  return writeDocuments({
    store,
    writer: { actor, deviceId: actor.deviceIds[0], arrivedAt: new Date(at).toISOString() },
    documents,
    newEdits: false,
    auditId: `a${audits}`,
    ...(finished ? { finished } : {}),
  });
}

export function sweeperOf(
  store: DocumentStore,
  now: () => number,
  failed?: (error: unknown) => void,
  finished = new FinishedWrites(),
): Sweeper {
  const timelines = new Timelines(store, now);
  const workshop = { id: 'w', store, timelines, finished } as unknown as Workshop;
  return new Sweeper(workshop, { now, ...(failed ? { failed } : {}) });
}

export async function sweepAll(sweeper: Sweeper): Promise<void> {
  while (await sweeper.step());
}

/** Every document that travels, as it reads, and how many live leaves each has. */
export async function contentsOf(
  store: DocumentStore,
): Promise<{ readonly bodies: Readonly<Record<string, string>>; readonly branched: readonly string[] }> {
  const documents = (await store.allDocs({ startId: 'a', endId: 'z' })).filter((document) =>
    Array.isArray(document['access']),
  );
  const leaves = await store.leavesOf(documents.map(({ _id }) => _id));
  const branched = [...leaves]
    .filter(([, all]) => all.filter((leaf) => leaf._deleted !== true).length > 1)
    .map(([id]) => id);
  const bodies = documents.map(({ _id, _rev, ...body }) => [_id, canonicalJson(body)] as const);
  return { bodies: Object.fromEntries(bodies), branched };
}
