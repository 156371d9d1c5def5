import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptRecord } from './kept-record.ts';
import { resolveMerged } from './resolve-merged.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const merges = fc.dictionary(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids), { nil: undefined }));

test('reading step by step leads where knowing all of them does', async () => {
  await fc.assert(
    fc.asyncProperty(merges, async (into) => {
      const records = new Map(Object.entries(into).map(([_id, mergedInto]) => [_id, { _id, mergedInto }]));
      for (const record of records.values()) {
        const kept = await keptRecord(record, (id) => Promise.resolve(records.get(id)));
        expect(kept._id).toBe(resolveMerged(record._id, (id) => records.get(id)));
      }
    }),
  );
});
