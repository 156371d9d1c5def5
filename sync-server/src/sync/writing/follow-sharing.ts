import type { DocumentStore, PutOutcome, StoredDocument } from '#src/store/document-store.ts';
import type { Batch } from './batch.ts';
import { revisePlaces } from './revise-places.ts';
import { childOf, firstRevision } from './revisions.ts';

/** What the setting "share customers" decides about, in the order in which it is gone through. */
export const sharedTypes = ['customer', 'vehicle', 'visit'] as const;

/** How far the whole book was brought to the workshop's setting; a document of the server. */
export const sharingId = 'sharing:self';

const perPage = 500;

interface Progress {
  readonly setting: boolean;
  /** The last document that was looked at; null when all were. */
  readonly after: string | null;
}

const bodyFor = ({ setting, after }: Progress) => ({ type: 'sharing', setting, after });

/** Stored with the changed setting itself, so that no crash can come between the two. */
export async function noteSharing(batch: Batch, setting: unknown): Promise<void> {
  if (typeof setting !== 'boolean') return;
  await batch.load([sharingId]);
  const body = bodyFor({ setting, after: '' });
  const [held] = batch.live(sharingId);
  const leaf = held ? childOf(held, body) : firstRevision({ _id: sharingId, ...body });
  batch.admit(sharingId, [leaf], [leaf]);
}

/** The same for whoever writes the setting otherwise: before it, because a note too many only costs a look. */
export async function noteSharingIn(store: DocumentStore, setting: boolean): Promise<void> {
  let outcome: PutOutcome['outcome'];
  do {
    const held = await store.get(sharingId);
    outcome = await put(store, held, { setting, after: '' });
  } while (outcome === 'conflict');
}

const put = async (store: DocumentStore, held: StoredDocument | undefined, progress: Progress) =>
  (await store.put({ _id: sharingId, ...(held ? { _rev: held._rev } : {}), ...bodyFor(progress) })).outcome;

/**
 * Brings all customers, vehicles and visits to the workshop's setting, 500 at a time, going on where a crash or another
 * gateway left off. Nothing to do where the setting never changed or all is done: that costs one read.
 * @returns how many documents were revised.
 */
export async function followSharing(store: DocumentStore): Promise<number> {
  let revised = 0;
  for (;;) {
    const held = await store.get(sharingId);
    const progress = held && (await startOf(store, held));
    if (!progress || progress.after === null) return revised;
    const page = await nextPage(store, progress.after);
    const differing = page.filter((document) => document['shared'] !== progress.setting);
    revised += (
      await revisePlaces(
        store,
        differing.map(({ _id }) => _id),
      )
    ).length;
    // Whoever was faster has also gone further, or begun anew: it is read again from there.
    await put(store, held, { ...progress, after: page.at(-1)?._id ?? null });
  }
}

/** Where to go on: from the beginning where the setting changed once more since. */
async function startOf(store: DocumentStore, held: StoredDocument): Promise<Progress | undefined> {
  const setting = (await store.get('workshop:self'))?.['shareCustomers'];
  if (typeof setting !== 'boolean') return undefined;
  const after = typeof held['after'] === 'string' ? held['after'] : null;
  return { setting, after: held['setting'] === setting ? after : '' };
}

/** What comes next, of the first type that has any left. */
async function nextPage(store: DocumentStore, after: string): Promise<readonly StoredDocument[]> {
  for (const type of sharedTypes) {
    const [low, high] = [`${type}:`, `${type}:\uffff`];
    if (after >= high) continue;
    const startId = after > low ? after : low;
    const found = await store.allDocs({ startId, endId: high, limit: perPage + 1 });
    const page = found.filter(({ _id }) => _id !== after).slice(0, perPage);
    if (page.length > 0) return page;
  }
  return [];
}
