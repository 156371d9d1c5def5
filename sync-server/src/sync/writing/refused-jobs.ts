import { idSchema, stampDevice, type AnyDocument } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { md5 } from '../md5.ts';
import { isObject } from '../reading/changes-query.ts';
import type { Batch } from './batch.ts';
import type { Incoming } from './incoming.ts';
import { firstRevision, type Leaf } from './revisions.ts';
import { oversize } from './shape-limits.ts';
import { stampsAsWritten } from './stamps.ts';

/** An act stamps all that it changes alike; more stamps are several acts, and behind these nobody remembers single ones. */
const maxStamps = 20;

/** What remembers that a change of a job was refused: found by id, because every event of a job asks for it. */
export const refusedStampId = (jobId: string, stamp: string): string => `refused:${md5(`${jobId} ${stamp}`)}`;

/**
 * The stamps of refused job revisions, of this request and of earlier ones: an event that names one of them tells of
 * something that did not happen.
 */
export class RefusedJobs {
  readonly #batch: Batch;
  readonly #devices: readonly string[];
  readonly #stamps = new Map<string, ReadonlySet<string>>();

  /** Only stamps of the writer's own devices are noted: nobody can have another person's event refused. */
  constructor(batch: Batch, devices: readonly string[]) {
    this.#batch = batch;
    this.#devices = devices;
  }

  note({ id, type, body }: Pick<Incoming, 'id' | 'type' | 'body'>, stored: AnyDocument | undefined): void {
    if (type.type === 'job') this.#add(id, stampsAsWritten(body), stored);
  }

  /** Revisions that could not be read as jobs may still name their stamps. */
  async noteUnread(given: readonly unknown[]): Promise<void> {
    const unread = given.flatMap((document) => unreadJob(document) ?? []);
    if (unread.length === 0) return;
    await this.#batch.load(unread.map(({ id }) => id));
    for (const { id, stamps } of unread) this.#add(id, stamps, this.#batch.document(id));
  }

  isPartOf({ body, type }: Pick<Incoming, 'type' | 'body'>): boolean {
    const named = changeNamedBy(type.jobOf?.(body), body);
    if (named === undefined) return false;
    if (this.#stamps.get(named.jobId)?.has(named.stamp) === true) return true;
    if (this.#batch.live(refusedStampId(named.jobId, named.stamp)).length === 0) return false;
    // The same change may have come again and been allowed.
    const job = this.#batch.document(named.jobId);
    return job === undefined || !stampsAsWritten(job).includes(named.stamp);
  }

  /** To be stored with what is kept of the refused revisions themselves. */
  leaves(): readonly Leaf[] {
    return [...this.#stamps].flatMap(([jobId, stamps]) =>
      [...stamps]
        .slice(0, maxStamps)
        .map((stamp) =>
          firstRevision({ _id: refusedStampId(jobId, stamp), type: 'refused', docId: jobId, stamp }),
        ),
    );
  }

  #add(id: string, stamps: readonly string[], stored: AnyDocument | undefined): void {
    const before = new Set(stored ? stampsAsWritten(stored) : []);
    const own = stamps.filter((stamp) => !before.has(stamp) && this.#devices.includes(stampDevice(stamp)));
    this.#stamps.set(id, new Set([...(this.#stamps.get(id) ?? []), ...own]));
  }
}

function unreadJob(given: unknown): { readonly id: string; readonly stamps: readonly string[] } | undefined {
  if (!isObject(given) || given['type'] !== 'job' || oversize(given) !== undefined) return undefined;
  const { _id: id, stamps, status } = given;
  if (typeof id !== 'string' || !id.startsWith('job:') || !idSchema.safeParse(id).success) return undefined;
  const named = [...(isObject(stamps) ? Object.values(stamps) : []), isObject(status) ? status['hlc'] : ''];
  return { id, stamps: named.filter((stamp): stamp is string => typeof stamp === 'string' && stamp !== '') };
}

/** What `isPartOf` has to have loaded. */
export function refusedStampIds({ body, type }: Pick<Incoming, 'type' | 'body'>): readonly string[] {
  const named = changeNamedBy(type.jobOf?.(body), body);
  return named === undefined ? [] : [refusedStampId(named.jobId, named.stamp)];
}

function changeNamedBy(
  jobId: string | undefined,
  { hlc }: AnyDocument,
): { readonly jobId: string; readonly stamp: string } | undefined {
  return jobId === undefined || typeof hlc !== 'string' ? undefined : { jobId, stamp: hlc };
}

/** Once an owner let the change in, its events may come too. */
export async function forgetRefusedStamps(
  store: DocumentStore,
  docId: string,
  body: AnyDocument,
): Promise<void> {
  if (body.type !== 'job') return;
  const ids = [...new Set(stampsAsWritten(body).map((stamp) => refusedStampId(docId, stamp)))];
  for (const { _id, _rev } of await store.allDocs({ keys: ids }))
    await store.put({ _id, _rev, _deleted: true });
}
