import { emissionsOf } from '@revops/couchdb';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredDocument, ViewQuery, ViewRow } from '../document-store.ts';
import { collate } from './collate.ts';
import { ViewIndex } from './view-index.ts';

const document = fc.record({
  _id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  _rev: fc.constantFrom('1-a', '2-b'),
  createdAt: fc.constantFrom('1', '2', '3'),
  access: fc.subarray(['everyone', 'desk:x', 'desk:y']),
});
const step = fc.oneof(document, fc.constantFrom('a', 'b', 'c'));
const edge = fc.oneof(
  fc.constant(undefined),
  fc.tuple(fc.constantFrom('*', 'desk:x')),
  fc.tuple(fc.constantFrom('*', 'desk:x'), fc.constantFrom('1', '2', '3', {})),
);
const query = fc.record({
  startKey: edge,
  endKey: edge,
  descending: fc.boolean(),
  limit: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
});

/** What a view is, without any index: everything, filtered and sorted. */
function plainly(documents: Iterable<StoredDocument>, asked: ViewQuery): readonly ViewRow[] {
  const { startKey, endKey, descending, limit } = asked;
  const [low, high] = descending ? [endKey, startKey] : [startKey, endKey];
  const rows = [...documents]
    .flatMap((doc) => emissionsOf('by-access', doc).map((emission) => ({ id: doc._id, ...emission })))
    .filter(({ key }) => low === undefined || collate(key, low) >= 0)
    .filter(({ key }) => high === undefined || collate(key, high) <= 0)
    .sort((a, b) => collate(a.key, b.key) || (a.id < b.id ? -1 : 1));
  if (descending) rows.reverse();
  return rows.slice(0, limit);
}

it('answers as if it read every document, whatever was put, replaced and removed before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, query), { maxLength: 25 }), (steps) => {
      const index = new ViewIndex();
      const documents = new Map<string, StoredDocument>();
      for (const [change, asked] of steps) {
        if (typeof change === 'string') {
          index.remove(change);
          documents.delete(change);
        } else {
          index.put(change);
          documents.set(change._id, change);
        }
        const plain = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
        expect(index.query('by-access', plain)).toEqual(plainly(documents.values(), plain));
        const kept = new ViewIndex();
        for (const [id, emitted] of index.entries()) kept.load(id, emitted);
        expect(kept.query('by-access', plain)).toEqual(index.query('by-access', plain));
      }
    }),
  );
});
