import {
  canonicalJson,
  hlcOf,
  nextStamp,
  sortedKeys,
  stampTimeMs,
  type AnyDocument,
  type DocumentType,
} from '@revops/domain';

/** A clock further ahead than this is wrong, not early. */
const maxAheadMs = 5 * 60_000;

/** What the gateway knows beside a document. */
export interface Surroundings {
  readonly job: AnyDocument | undefined;
  readonly head: AnyDocument | undefined;
  readonly workshop: AnyDocument | undefined;
  /** Of a document that arrives; what is stored keeps its times. */
  readonly arrivedAt?: string;
}

/**
 * The access revision of a document, or undefined where it stands right: it follows its job's desk and people (late work
 * is re-routed, money is never refused because a job moved), the workshop's setting for shared books, and on arrival the
 * server's clock and what its type sets right. Only `access, was, desk, assigned, shared, at` ever change, and on arrival
 * a copied setting. A pure function of what is stored.
 */
export function accessRevision(
  document: AnyDocument,
  type: DocumentType,
  around: Surroundings,
): AnyDocument | undefined {
  const changes = {
    ...deskOf(document, around),
    ...sharedOf(document, around),
    ...timeOf(document, type, around),
    ...(around.arrivedAt === undefined ? {} : type.onArrival?.(document, around)),
  };
  if (Object.keys(changes).length === 0) return undefined;
  const changed: AnyDocument = { ...document, ...changes };
  const access = type.accessOf(changed);
  const had = [...(document.was ?? []), ...document.access, ...(type.potentialKeys?.(document) ?? [])];
  const was = sortedKeys(had).filter((key) => !access.includes(key));
  const { was: _was, ...rest } = changed;
  return { ...rest, access, ...(was.length === 0 ? {} : { was }) };
}

function deskOf(document: AnyDocument, { job, head }: Surroundings): Partial<AnyDocument> {
  const desk = job?.['desk'] ?? head?.['desk'];
  if (typeof document['desk'] !== 'string' || typeof desk !== 'string') return {};
  const { assigned } = document;
  const people = job && Array.isArray(assigned) ? job['assigned'] : undefined;
  return {
    ...(document['desk'] === desk ? {} : { desk }),
    ...(people === undefined || canonicalJson(people) === canonicalJson(assigned)
      ? {}
      : { assigned: people }),
  };
}

function sharedOf(document: AnyDocument, { workshop }: Surroundings): Partial<AnyDocument> {
  const setting = workshop?.['shareCustomers'];
  if (typeof document['shared'] !== 'boolean' || typeof setting !== 'boolean') return {};
  if (document['shared'] === setting) return {};
  if (document.stamps === undefined) return { shared: setting };
  // A newer stamp, or the phone's next edit would bring the old value back under an equal one.
  const before = hlcOf(document.stamps['shared']);
  const stamp = nextStamp(
    before === '' ? undefined : before,
    before === '' ? 0 : stampTimeMs(before),
    'server',
  );
  return { shared: setting, stamps: { ...document.stamps, shared: stamp } };
}

function timeOf(
  document: AnyDocument,
  type: DocumentType,
  { arrivedAt }: Surroundings,
): Partial<AnyDocument> {
  if (type.kind !== 'entry' || arrivedAt === undefined) return {};
  const arrival = Date.parse(arrivedAt);
  const ahead = [document.createdAt, document['receivedAt']].some(
    (instant) => typeof instant === 'string' && Date.parse(instant) - arrival > maxAheadMs,
  );
  return ahead ? { at: arrivedAt } : {};
}
