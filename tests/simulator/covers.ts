import {
  canonicalJson,
  compareStatus,
  hlcOf,
  isAhead,
  loweredFrom,
  loweredStamp,
  stampDevice,
  type AnyDocument,
  type FieldStamp,
  type JobStatus,
} from '@revops/domain';

const arrivals = new WeakMap<AnyDocument, number>();

/** When the server took it: a clock that runs ahead counts from then, and a later word of somebody else outranks it. */
export const noteArrival = (said: AnyDocument, atMs: number): void => void arrivals.set(said, atMs);

const hasWordsOf = (sent: AnyDocument, said: AnyDocument): boolean =>
  Object.entries(said.stamps ?? {}).every(([field, stamp]) => hlcOf(sent.stamps?.[field]) >= hlcOf(stamp)) &&
  ((sent['status'] as JobStatus | undefined)?.hlc ?? '') >=
    ((said['status'] as JobStatus | undefined)?.hlc ?? '');

/** What a phone showed as saved arrived with the first that the server took of its words, or of later ones in their place. */
export function noteArrivalWith(said: AnyDocument, acknowledged: readonly AnyDocument[] | undefined): void {
  const taken = (acknowledged ?? []).filter((sent) => hasWordsOf(sent, said));
  const times = taken.flatMap((sent) => arrivals.get(sent) ?? []);
  if (times.length > 0) noteArrival(said, Math.min(...times));
}

/** The place of a clock among others: its own, or where the gateway put it when it arrived. */
function placeOf(hlc: string, said: AnyDocument): string {
  const atMs = arrivals.get(said);
  return atMs === undefined || !isAhead(hlc, atMs) ? hlc : loweredStamp(hlc, atMs, '');
}

/** A clock that ran ahead is lowered by the gateway, which keeps what was said under it; a restore may forget that. */
const hasHeard = (now: FieldStamp | undefined, then: FieldStamp, said: AnyDocument): boolean =>
  hlcOf(now) >= placeOf(hlcOf(then), said) || (now !== undefined && loweredFrom(now) >= hlcOf(then));

function hasMoved(now: JobStatus | undefined, then: JobStatus | undefined, said: AnyDocument): boolean {
  if (now === undefined || then === undefined) return true;
  if (now.value === then.value && now.round === then.round) return true;
  return compareStatus(now, { ...then, hlc: placeOf(then.hlc, said) }) >= 0 || (now.of ?? '') >= then.hlc;
}

/** Whether a body still has what another one said: an entry is there, a record's clocks are not behind. */
function covers(body: AnyDocument, said: AnyDocument): boolean {
  if (body._id !== said._id) return false;
  // Two phones may decide the same under one id: each word has to be somewhere by itself.
  if (said.stamps === undefined && (body.device !== said.device || body.n !== said.n)) return false;
  const [now, then] = [body['status'], said['status']] as (JobStatus | undefined)[];
  if (!hasMoved(now, then, said)) return false;
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
    ([field, stamp]) => hasHeard(body.stamps?.[field], stamp, said) || stillSays(field, stamp),
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
