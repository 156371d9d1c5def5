import {
  canonicalJson,
  canRead,
  keysOf,
  changedFields,
  deskKey,
  may,
  mayCreate,
  strayStamp,
  unstampedField,
  type Actor,
  type AnyDocument,
} from '@revops/domain';
import type { Ancestry } from '#src/store/document-store.ts';
import type { Batch } from './batch.ts';
import { closedDeviceRefusal } from './closed-device.ts';
import { lastWordRefusal } from './claim-word.ts';
import { accessRevision } from './corrections.ts';
import { joinArriving } from './forget-person.ts';
import { grafted } from './grafted.ts';
import type { Incoming } from './incoming.ts';
import { refuse, Refusal } from './refusal.ts';
import { loweredBody } from './stamps.ts';
import { bodyOf, childOf, generationOf, joinLeaves, leavesWith, type Leaf } from './revisions.ts';

/** Who writes, and when it arrived. */
export interface Writer {
  readonly actor: Actor;
  readonly deviceId: string | undefined;
  readonly arrivedAt: string;
  /** An owner once: what counted by the own word alone waits for somebody who is an owner now. */
  readonly isFormerOwner?: boolean;
}

/** What a document becomes: nothing is stored yet. */
export interface Admitted {
  /** The revision that its writer knows it by. */
  readonly rev: string;
  readonly before: AnyDocument | undefined;
  readonly after: AnyDocument;
  readonly changed: readonly string[];
  readonly writes: readonly Leaf[];
  readonly leaves: readonly Leaf[];
}

/**
 * Authorises the join, not the branch: what counts is how the stored document would change for its readers.
 * `before` is the join of the stored leaves, `after` that of the stored leaves and the incoming one.
 */
export function admit(writer: Writer, given: Incoming, batch: Batch): Admitted | Refusal {
  const live = batch.live(given.id);
  if (live.length === 0 && batch.leaves(given.id).length > 0) return refuse('erased');
  const named = comingLeaf(given, live, batch.leaves(given.id));
  if (named instanceof Refusal) return named;
  const before = batch.document(given.id);
  const lowered = loweredBody(given.body, named, { live, before }, writer.arrivedAt);
  const { coming, body, after, cleared } = joinArriving(batch, live, { coming: named, body: lowered });
  const incoming = { ...given, body };
  const asItCame = live.length === 0 && after === given.body;
  const refused = refusalOf(writer.actor, incoming, { before, after, asItCame }, batch);
  if (refused) return refused;
  const corrected =
    before === undefined ? (correctedOf(writer, incoming, after, batch) ?? cleared) : undefined;
  const changed = before === undefined ? [] : changedFields(before, after);
  const place = asItCame ? placedAlone(coming, after, corrected) : placed(live, coming, after, corrected);
  return { ...place, rev: coming._rev, before, changed };
}

function correctedOf(
  { arrivedAt, isFormerOwner = false }: Writer,
  { type }: Incoming,
  after: AnyDocument,
  batch: Batch,
): AnyDocument | undefined {
  const job = known(batch, type.jobOf?.(after));
  const head = known(batch, type.headOf?.(after));
  const placed = accessRevision(after, type, {
    job,
    head,
    workshop: batch.document('workshop:self'),
    arrivedAt,
  });
  const body = placed ?? after;
  return isFormerOwner && body['byOwner'] === true ? { ...body, byOwner: false } : placed;
}

const known = (batch: Batch, id: string | undefined): AnyDocument | undefined =>
  id === undefined ? undefined : batch.document(id);

/** More edits than a phone makes before it is heard; a device that jumped further would use up the generations. */
const maxLead = 10_000;

const highest = (live: readonly Leaf[]): number => Math.max(0, ...live.map(({ _rev }) => generationOf(_rev)));

const tooManyBranches =
  'It was edited from too many old versions. Fetch how it stands now and write the change anew.';

/** Where the gateway makes the revision, its parent must be the winning leaf, as CouchDB demands. */
function comingLeaf(
  { given: body, id, revision, parent }: Incoming,
  live: readonly Leaf[],
  stored: readonly Leaf[],
): Leaf | Refusal {
  if (revision && revision.ancestry.start > maxLead + highest(live)) return refuse('invalid_rev');
  if (revision) {
    const coming = grafted({ ...body, _id: id, _rev: revision.rev, _revisions: revision.ancestry }, stored);
    return coming ?? refuse('invalid_rev', tooManyBranches);
  }
  const [winner] = live;
  if (parent !== winner?._rev) return refuse('conflict');
  if (winner) return childOf(winner, body);
  const none: { _id: string; _rev: string; _revisions: Ancestry } = {
    _id: id,
    _rev: '0-',
    _revisions: { start: 0, ids: [] },
  };
  return childOf(none, body);
}

interface Change {
  readonly before: AnyDocument | undefined;
  readonly after: AnyDocument;
  /** New, and the very body that was checked when it was read. */
  readonly asItCame: boolean;
}

/** Rights come first: a refusal must not tell a stranger anything of what is stored. */
function refusalOf(
  actor: Actor,
  incoming: Incoming,
  { before, after, asItCame }: Change,
  batch: Batch,
): Refusal | undefined {
  const { body, type } = incoming;
  if (before !== undefined && !canRead(keysOf(actor), before)) return unreadable(actor, type, before);
  const code = asItCame ? mayCreate(actor, after) : may(actor, before, after);
  // Only of a body that is whole otherwise.
  const isWhole = code === undefined || code === 'foreign_device';
  const closed = isWhole ? closedDeviceRefusal(actor, before, body) : undefined;
  if (closed) return closed;
  if (code !== undefined) return refuse(rightCode(code, incoming, before));
  const forged = forgery(before, body) ?? strayRefusal(before, after);
  if (forged) return forged;
  const field = unstampedField(before, body);
  if (field !== undefined)
    return refuse('stamp_missing', `The field "${field}" was changed without a newer stamp.`);
  if (before !== undefined) return undefined;
  return deskRefusal(actor, incoming, batch) ?? groupRefusal(actor, after, incoming, batch);
}

function unreadable(actor: Actor, type: Incoming['type'], before: AnyDocument): Refusal {
  const hadIt = before.was?.includes(deskKey(actor.userId)) === true;
  return refuse(hadIt && type.type === 'job' ? 'job_moved' : 'not_permitted');
}

/** Stamps are never taken away again, so they must name something. */
function strayRefusal(before: AnyDocument | undefined, after: AnyDocument): Refusal | undefined {
  const stray = strayStamp(after);
  const count = (document: AnyDocument | undefined): number => Object.keys(document?.stamps ?? {}).length;
  // What is there already is nobody's fault who comes now.
  if (stray === undefined || count(after) <= count(before)) return undefined;
  return refuse('invalid_document', `There is a stamp of "${stray.slice(0, 100)}" or too many like it.`);
}

const originFields = ['createdAt', 'createdBy', 'device', 'offset'] as const;

/** Origin never changes; `was` and `at` are the gateway's alone: a phone may only send back what it was given. */
function forgery(before: AnyDocument | undefined, body: AnyDocument): Refusal | undefined {
  const given = new Set([...(before?.was ?? []), ...(before?.access ?? [])]);
  if ((body.was ?? []).some((key) => !given.has(key))) return refuse('was_forged');
  if (body.at !== undefined && body.at !== before?.at) return refuse('at_forged');
  if (before !== undefined && originFields.some((field) => before[field] !== body[field]))
    return refuse('protected_field');
  return undefined;
}

/** Whoever speaks second on a turn learns that it was decided, not that entries never change. */
function rightCode(
  code: Refusal['code'],
  { body, type }: Incoming,
  before: AnyDocument | undefined,
): Refusal['code'] {
  const decides = type.claims?.(body).some((claim) => claim.kind === 'verdict') === true;
  return before !== undefined && code === 'immutable' && decides ? 'already_decided' : code;
}

/** An entry for another desk's job is late work of somebody who had the job, or money; nothing else comes in that way. */
function deskRefusal(actor: Actor, { body, type }: Incoming, batch: Batch): Refusal | undefined {
  const jobId = type.jobOf?.(body);
  if (jobId === undefined || actor.role === 'owner') return undefined;
  const job = batch.document(jobId);
  if (!job) return body['desk'] === actor.userId ? undefined : refuse('not_permitted');
  const collects = body['collectedBy'] === actor.userId;
  const own = deskKey(actor.userId);
  if (collects || job['desk'] === actor.userId || job.was?.includes(own) === true) return undefined;
  return refuse('not_permitted');
}

function groupRefusal(
  actor: Actor,
  after: AnyDocument,
  incoming: Incoming,
  batch: Batch,
): Refusal | undefined {
  const { type } = incoming;
  const headId = type.headOf?.(after);
  if (headId === undefined || !type.mayJoin) return undefined;
  const followers = batch.followers(headId).filter((follower) => follower._id !== after._id);
  const code = type.mayJoin(actor, after, { head: batch.document(headId), followers });
  return code === undefined ? lastWordRefusal(incoming, followers) : refuse(code);
}

type Placed = Pick<Admitted, 'writes' | 'leaves' | 'after'>;

/** The join of one body is that body. */
function placedAlone(coming: Leaf, after: AnyDocument, corrected: AnyDocument | undefined): Placed {
  if (!corrected) return { writes: [coming], leaves: [coming], after };
  const child = childOf(coming, corrected);
  return { writes: [coming, child], leaves: [child], after: corrected };
}

/** One bulk ends in one live leaf, whatever was there before. */
function placed(
  live: readonly Leaf[],
  coming: Leaf,
  after: AnyDocument,
  corrected: AnyDocument | undefined,
): Placed {
  if (corrected) return placedAlone(coming, after, corrected);
  const leaves = leavesWith(live, coming);
  if (leaves.length === 1 && canonicalJson(after) === canonicalJson(bodyOf(coming)))
    return { writes: [coming], leaves, after };
  const [join, ...tombstones] = joinLeaves(leaves, after);
  if (!join) throw new Error('a join has at least one leaf');
  return { writes: [coming, join, ...tombstones], leaves: [join], after };
}
