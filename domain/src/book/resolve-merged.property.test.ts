import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveMerged, type MergedRecord } from './resolve-merged.ts';

const ids = Array.from({ length: 8 }, (_, index) => `customer:${index}`);
/** Any merges at all, circles and absent records among them. */
const merges = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      into: fc.option(fc.constantFrom(...ids, 'customer:elsewhere'), { nil: undefined }),
    }),
    { selector: ({ id }) => id },
  )
  .map((pairs) => new Map<string, MergedRecord>(pairs.map(({ id, into }) => [id, { mergedInto: into }])));

test('is total: it ends for any merges, at a record that is known or at the one that was asked for', () => {
  fc.assert(
    fc.property(merges, fc.constantFrom(...ids), (records, id) => {
      const kept = resolveMerged(id, (one) => records.get(one));
      expect(records.has(kept) || kept === id).toBe(true);
    }),
  );
});

test('what it leads to stands for itself, and so does the record after each step', () => {
  fc.assert(
    fc.property(merges, fc.constantFrom(...ids), (records, id) => {
      const of = (one: string): MergedRecord | undefined => records.get(one);
      const kept = resolveMerged(id, of);
      expect(resolveMerged(kept, of)).toBe(kept);
      const into = of(id)?.mergedInto;
      const next = into !== undefined && of(into) !== undefined ? into : id;
      expect(resolveMerged(next, of)).toBe(kept);
    }),
  );
});

test('a chain leads to its end, however long, and one that is broken off to its last known record', () => {
  const far = 50_000;
  const chain = (id: string): MergedRecord => ({
    mergedInto: Number(id) < far ? String(Number(id) + 1) : undefined,
  });
  expect(resolveMerged('0', chain)).toBe(String(far));
  expect(resolveMerged('0', (id) => (Number(id) > 7 ? undefined : chain(id)))).toBe('7');
  expect(resolveMerged('customer:1', () => undefined)).toBe('customer:1');
});

test('every member of a circle is the same record, and so is whatever leads into it', () => {
  const circle: Record<string, string> = { d: 'c', c: 'a', a: 'b', b: 'c', self: 'self' };
  const of = (id: string): MergedRecord => ({ mergedInto: circle[id] });
  expect(['a', 'b', 'c', 'd'].map((id) => resolveMerged(id, of))).toEqual(['a', 'a', 'a', 'a']);
  expect(resolveMerged('self', of)).toBe('self');
});
