import {
  canonicalJson,
  compareStatus,
  hlcOf,
  loweredFrom,
  stampDevice,
  type AnyDocument,
  type FieldStamp,
  type JobStatus,
} from '@revops/domain';

/** A clock that ran ahead is lowered by the gateway, which keeps what was said under it. */
const hasHeard = (now: FieldStamp | undefined, then: FieldStamp): boolean =>
  hlcOf(now) >= hlcOf(then) || (now !== undefined && loweredFrom(now) >= hlcOf(then));

function hasMoved(now: JobStatus | undefined, then: JobStatus | undefined): boolean {
  if (now === undefined || then === undefined) return true;
  if (now.value === then.value && now.round === then.round) return true;
  return compareStatus(now, then) >= 0 || (now.of ?? '') >= then.hlc;
}

/** Whether a body still has what another one said: an entry is there, a record's clocks are not behind. */
function covers(body: AnyDocument, said: AnyDocument): boolean {
  if (body._id !== said._id) return false;
  // Two phones may decide the same under one id: each word has to be somewhere by itself.
  if (said.stamps === undefined && (body.device !== said.device || body.n !== said.n)) return false;
  const [now, then] = [body['status'], said['status']] as (JobStatus | undefined)[];
  if (!hasMoved(now, then)) return false;
  // After a restore a lowered clock may come back without what it was lowered from: the word itself is what counts.
  const stillSays = (stamped: string, stamp: FieldStamp): boolean => {
    const [field = '', element] = stamped.split('/');
    const present = hlcOf(body.stamps?.[stamped]);
    if (present === '' || stampDevice(present) !== stampDevice(hlcOf(stamp))) return false;
    const [now, then] = [body[field], said[field]];
    if (element !== undefined && Array.isArray(now) && Array.isArray(then))
      return now.includes(element) === then.includes(element);
    return then !== undefined && canonicalJson(now ?? null) === canonicalJson(then);
  };
  return Object.entries(said.stamps ?? {}).every(
    ([field, stamp]) => hasHeard(body.stamps?.[field], stamp) || stillSays(field, stamp),
  );
}

export const coveredBy = (said: AnyDocument, bodies: readonly AnyDocument[] | undefined): boolean =>
  bodies?.some((body) => covers(body, said)) === true;

export function byId(bodies: readonly AnyDocument[]): Map<string, AnyDocument[]> {
  const found = new Map<string, AnyDocument[]>();
  for (const body of bodies) {
    const known = found.get(body._id);
    if (known === undefined) found.set(body._id, [body]);
    else known.push(body);
  }
  return found;
}
