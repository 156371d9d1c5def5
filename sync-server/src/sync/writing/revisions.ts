import { canonicalJson, merge, upgraded, type AnyDocument } from '@revops/domain';
import type { Ancestry, RevisionBody, StoredDocument } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { md5 } from '../md5.ts';

/** A stored or coming leaf with its ancestry. */
export type Leaf = RevisionBody & { readonly _revisions: Ancestry };

export const generationOf = (rev: string): number => Number.parseInt(rev, 10);

export function toLeaf(stored: StoredDocument): Leaf {
  const hash = stored._rev.slice(stored._rev.indexOf('-') + 1);
  return { ...stored, _revisions: stored._revisions ?? { start: generationOf(stored._rev), ids: [hash] } };
}

/** The content of a leaf in the shape of this version, as merge and rules see it. */
export function bodyOf(leaf: RevisionBody): AnyDocument {
  const { _rev, _revisions, _deleted, ...body } = leaf;
  return upgraded(body as unknown as AnyDocument);
}

export const isLive = (leaf: RevisionBody): boolean => leaf._deleted !== true;

/** CouchDB's order among live leaves: the higher generation, then the higher hash. */
const winning = (a: Leaf, b: Leaf): number =>
  generationOf(b._rev) - generationOf(a._rev) || (a._rev < b._rev ? 1 : -1);

/** A revision that the gateway makes: the same content over the same parent is the same revision, whoever makes it. */
export function childOf(parent: Leaf, body: object): Leaf {
  return descendant(parent, generationOf(parent._rev) + 1, md5(canonicalJson(body) + parent._rev), body);
}

/** The first revision of a document that the gateway writes of its own. */
export function firstRevision(body: Readonly<Record<string, unknown>> & { readonly _id: string }): Leaf {
  const hash = md5(canonicalJson(body));
  return { ...body, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
}

function descendant(parent: Leaf, generation: number, hash: string, body: object): Leaf {
  const ids = [hash, ...parent._revisions.ids];
  return { ...body, _id: parent._id, _rev: `${generation}-${hash}`, _revisions: { start: generation, ids } };
}

/** Leaves that remain when a revision comes: those it grew out of are no leaves any more. */
export function leavesWith(live: readonly Leaf[], coming: Leaf): Leaf[] {
  return [...live.filter((leaf) => !descendsFrom(coming, leaf._rev)), coming];
}

/**
 * What makes one leaf of several: the join over the winner, and a tombstone with its access keys on every other. A pure
 * function of the leaves, so that any number of gateways racing write the same revisions.
 */
export function joinLeaves(leaves: readonly Leaf[], join: AnyDocument = merge(leaves.map(bodyOf))): Leaf[] {
  const [winner, ...others] = [...leaves].sort(winning);
  if (!winner) return [];
  const revs = leaves.map((leaf) => leaf._rev).sort();
  const hash = md5(canonicalJson(join) + revs.join(','));
  const joined = descendant(winner, generationOf(winner._rev) + 1, hash, join);
  return [joined, ...others.map(tombstoneOf)];
}

function tombstoneOf(leaf: Leaf): Leaf {
  const body = { _deleted: true, access: leaf['access'] };
  return descendant(leaf, generationOf(leaf._rev) + 1, md5(`tombstone ${leaf._id} ${leaf._rev}`), body);
}
