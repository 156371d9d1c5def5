import { parseJobNumber } from '@revops/domain';
import type { StoredDocument } from './document-store.ts';

/** A key sorts as CouchDB sorts it: null, booleans, numbers, strings, arrays, objects. */
export interface Emission {
  readonly key: unknown;
  readonly value: unknown;
}

type View = (doc: StoredDocument) => readonly Emission[];

const heads = ['paymentId', 'settlementId', 'waiverId'] as const;

const emit = (key: unknown, value: unknown = null): Emission => ({ key, value });

function byAccess(doc: StoredDocument): readonly Emission[] {
  const { access, createdAt } = doc;
  if (!Array.isArray(access)) return [];
  // '*' is the owner's key: everything that may ever be replicated.
  return ['*', ...(access as readonly unknown[])].map((key) => emit([key, createdAt], doc._rev));
}

/** The highest counters per device: what a cleared phone must not count again. */
function byCounter(doc: StoredDocument): readonly Emission[] {
  const emissions: Emission[] = [];
  if (typeof doc['n'] === 'number') emissions.push(emit(['n', doc['device'], doc['n']]));
  const number = doc['type'] === 'job' ? parseJobNumber(String(doc['number'])) : undefined;
  // By who numbered, not by the code in the number: nobody counts another's device on.
  if (number) emissions.push(emit(['job', doc['device'], number.n]));
  return emissions;
}

const views = {
  'by-job': (doc) => (doc['jobId'] === undefined ? [] : [emit(doc['jobId'], doc['type'])]),
  'by-head': (doc) =>
    heads.flatMap((head) => (doc[head] === undefined ? [] : [emit(doc[head], doc['type'])])),
  'by-access': byAccess,
  'by-counter': byCounter,
} as const satisfies Record<string, View>;

/** Lookups that every store answers by an index of its own. Keys: job id; head id; [access key, createdAt]; ['n', device, n] and ['job', device, number]. */
export type ViewName = keyof typeof views;

export const viewNames = Object.keys(views) as readonly ViewName[];

/** Raise it with every change above: indexes that were kept under another version are built anew. */
export const viewsVersion = 2;

export function emissionsOf(name: ViewName, doc: StoredDocument): readonly Emission[] {
  return views[name](doc);
}
