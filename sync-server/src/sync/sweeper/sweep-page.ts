import { accessRevision } from '../writing/corrections.ts';
import { followJob } from '../writing/follow-job.ts';
import { followSharing, sharingId } from '../writing/follow-sharing.ts';
import { orphansId } from '../writing/orphans.ts';
import { revisePlaces } from '../writing/revise-places.ts';
import { bodyOf, generationOf } from '../writing/revisions.ts';
import { settle } from '../writing/settle.ts';
import { sweepEarlierUtrs } from '../writing/hold-utrs.ts';
import { typeNamed, type AnyDocument } from '@revops/domain';
import type { ChangesRow, DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import type { SeenPlaces } from './seen-places.ts';
import { lowerLeftovers } from './lower-leftovers.ts';

interface PageParts {
  readonly store: DocumentStore;
  readonly nowMs: number;
  readonly seen: SeenPlaces;
}

/**
 * Repeats what a crash may have cut short in the documents of these rows: joins, lowered clocks, the places of what
 * moves with a job, the sharing of the book. All of it is a pure function of what is stored, so any number of gateways
 * may do it at once and where nothing was cut short nothing is written.
 */
export async function sweepPage(parts: PageParts, rows: readonly ChangesRow[]): Promise<void> {
  const { store, nowMs } = parts;
  const documents = rows.flatMap(({ doc }) => (doc && travels(doc) ? [doc] : []));
  const branched = rows.filter(({ leaves, doc }) => leaves.length > 1 && doc && travels(doc));
  if (branched.length > 0)
    await settle(
      store,
      branched.map(({ id }) => id),
      nowMs,
    );
  await lowerLeftovers(store, documents, nowMs);
  await revisePlaces(store, await misplaced(store, documents));
  for (const root of await rootsToFollow(parts, rows)) {
    await followJob(store, root);
    await sweepEarlierUtrs(store, root, nowMs);
  }
  if (rows.some(({ id }) => id === sharingId || id === 'workshop:self')) await followSharing(store);
}

/** Documents of the server have no readers and are joined by whoever reads them. */
const travels = (document: StoredDocument): boolean =>
  document._deleted !== true && Array.isArray(document['access']);

/** What does not stand as its job or head says; the setting of the book counts for what has just come. */
async function misplaced(
  store: DocumentStore,
  documents: readonly StoredDocument[],
): Promise<readonly string[]> {
  const placed = documents.flatMap((stored) => {
    const document = bodyOf(stored);
    const type = typeNamed(document.type);
    const [job, head] = [type?.jobOf?.(document), type?.headOf?.(document)];
    const isNew = generationOf(stored._rev) === 1 && typeof document['shared'] === 'boolean';
    return type && (job !== undefined || head !== undefined || isNew)
      ? [{ document, type, job, head, isNew }]
      : [];
  });
  if (placed.length === 0) return [];
  const ids = new Set(placed.flatMap(({ job, head }) => [job, head].filter((id) => id !== undefined)));
  const roots = new Map(
    (await store.allDocs({ keys: ['workshop:self', ...ids] })).map((root) => [root._id, bodyOf(root)]),
  );
  const known = (id: string | undefined): AnyDocument | undefined =>
    id === undefined ? undefined : roots.get(id);
  return placed.flatMap(({ document, type, job, head, isNew }) => {
    const workshop = isNew ? roots.get('workshop:self') : undefined;
    const around = { job: known(job), head: known(head), workshop };
    return accessRevision(document, type, around) ? [document._id] : [];
  });
}

/** Jobs that moved, as far as not looked at since, and whatever others came before. */
async function rootsToFollow(
  { store, seen }: PageParts,
  rows: readonly ChangesRow[],
): Promise<ReadonlySet<string>> {
  const documents = rows.flatMap(({ doc }) => (doc && travels(doc) ? [doc] : []));
  const moved = documents.filter((document) => seen.hasMoved(document)).map(({ _id }) => _id);
  const noted = rows.flatMap(({ doc }) =>
    doc && typeof doc['of'] === 'string' && isOrphans(doc) ? [doc['of']] : [],
  );
  const asked = documents.filter(leads).map(({ _id }) => orphansId(_id));
  const orphans = asked.length === 0 ? [] : await store.allDocs({ keys: asked });
  return new Set([...moved, ...noted, ...orphans.map((document) => String(document['of']))]);
}

const isOrphans = (document: StoredDocument): boolean => document['type'] === 'orphans';

/** Whether it is new and others may belong to it: only then may they have come first. */
function leads(document: StoredDocument): boolean {
  const type = typeNamed(String(document['type']));
  const isRoot = type?.type === 'job' || (type?.kind === 'entry' && type.headOf === undefined);
  return isRoot && generationOf(document._rev) <= 2;
}
