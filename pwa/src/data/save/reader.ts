import { hlcOf, type AnyDocument, type Hlc } from '@revops/domain';
import type { Row, WriteTx } from '../database/schema.ts';

/** Documents as this phone knows them, read inside the transaction of a save. */
export interface DocumentReader {
  get<D>(id: string): Promise<D | undefined>;
  /** A head with what follows it. */
  group(headId: string): Promise<{ head: AnyDocument | undefined; followers: AnyDocument[] }>;
  /** The newest documents of a list. */
  list<D>(prefix: string, count?: number): Promise<D[]>;
  /** A running total as it stands in this transaction, in minor units. */
  total(key: string): Promise<number>;
}

function stampsOf(document: AnyDocument): string[] {
  const status = document['status'];
  const moved = typeof status === 'object' && status !== null && 'hlc' in status ? [String(status.hlc)] : [];
  return [...Object.values(document.stamps ?? {}).map(hlcOf), ...moved];
}

/**
 * What is read is observed by the clock, so that an edit always counts as later than what its writer saw.
 * @param known takes the rows that were read, so that the save need not ask for them again.
 */
export function documentReader(
  tx: WriteTx,
  hlc: Hlc,
  known: Map<string, Row | undefined> = new Map(),
): DocumentReader {
  const rows = tx.objectStore('rows');
  const seen = (row: Row | undefined): AnyDocument | undefined => {
    if (row !== undefined) known.set(row.id, row);
    if (row?.doc !== undefined) for (const stamp of stampsOf(row.doc)) hlc.observe(stamp);
    return row?.doc;
  };
  return {
    async get<D>(id: string) {
      const row = known.has(id) ? known.get(id) : await rows.get(id);
      known.set(id, row);
      return seen(row) as D | undefined;
    },
    async group(headId: string) {
      const members = await rows.index('head').getAll(headId);
      const documents = members.map(seen).filter((document) => document !== undefined);
      const head = documents.find((document) => document._id === headId);
      return { head, followers: documents.filter((one) => one !== head) };
    },
    async list<D>(prefix: string, count = 50) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const found = await rows.index('lists').getAll(range, count);
      return found.map(seen).filter((document) => document !== undefined) as D[];
    },
    total: async (key) => (await tx.objectStore('rollups').get(key))?.amount ?? 0,
  };
}
