import {
  canRead,
  deskKey,
  keysOf,
  may,
  mayCreate,
  strayStamp,
  unstampedField,
  type Actor,
  type AnyDocument,
} from '@revops/domain';
import type { Batch } from './batch.ts';
import { lastWordRefusal } from './claim-word.ts';
import { closedDeviceRefusal } from './closed-device.ts';
import type { Incoming } from './incoming.ts';
import { refuse, type Refusal } from './refusal.ts';

/** How a stored document would change for its readers. */
interface Change {
  readonly before: AnyDocument | undefined;
  readonly after: AnyDocument;
  /** New, and the very body that was checked when it was read. */
  readonly asItCame: boolean;
}

/** Rights come first: a refusal must not tell a stranger anything of what is stored. */
export function changeRefusal(
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
