import * as fc from 'fast-check';
import { canonicalJson, changedFields, createHlc, merge, type AnyDocument } from '@revops/domain';
import { arbitraryOf } from '@revops/domain/testing';
import { expect, test } from 'vitest';
import { lostWords } from './reconcile-words.ts';

const fields = ['carModel', 'customerName', 'internalNotes', 'estimatedAmount', 'desk'] as const;
type Field = (typeof fields)[number];

/** An edit as an act writes it: a value and a newer stamp. */
function edited(job: AnyDocument, device: string, changes: readonly Field[], at: number): AnyDocument {
  const clock = createHlc({ deviceId: device, now: () => at });
  const value = (field: Field): unknown => {
    if (field === 'desk') return `desk-of-${device}`;
    // One that goes back and forth between two values.
    return field === 'estimatedAmount' ? (at / 1000) % 2 : `${field} by ${device} at ${at}`;
  };
  const said = Object.fromEntries(changes.map((field) => [field, value(field)]));
  const stamps = Object.fromEntries(changes.map((field) => [field, clock.next()]));
  const after = { ...job, ...said, stamps: { ...job.stamps, ...stamps } } as AnyDocument;
  return after['desk'] === job['desk'] ? after : { ...after, access: [`desk:${String(after['desk'])}`] };
}

const history = fc.record({
  // The same library, seen by another way of importing it.
  job: arbitraryOf('job') as unknown as fc.Arbitrary<AnyDocument>,
  edits: fc.array(fc.tuple(fc.constantFrom('mine', 'theirs'), fc.subarray([...fields], { minLength: 1 })), {
    minLength: 1,
    maxLength: 6,
  }),
  kept: fc.nat(6),
});

/** The server has the first `kept` edits, the phone all of them; base times lie behind what generators make. */
function sides({
  job,
  edits,
  kept,
}: {
  job: AnyDocument;
  edits: readonly [string, Field[]][];
  kept: number;
}) {
  const start = Date.UTC(2090, 0, 1);
  const states = [job];
  for (const [index, [device, changes]] of edits.entries())
    states.push(edited(states.at(-1) as AnyDocument, device, changes, start + index * 1000));
  const server = states[Math.min(kept, states.length - 1)] as AnyDocument;
  return { server, held: states.at(-1) as AnyDocument };
}

test('a phone says again every word of its own and none of anybody else', () => {
  fc.assert(
    fc.property(history, (given) => {
      const { server, held } = sides(given);
      const { own, hasOthers } = lostWords(server, held, 'mine');
      const after = own ?? server;
      for (const field of fields) {
        const stamp = held.stamps?.[field];
        const isNews = canonicalJson(held[field]) !== canonicalJson(server[field]);
        const isMine = typeof stamp === 'string' && stamp.endsWith('-mine');
        const wanted = isNews && isMine ? held[field] : server[field];
        expect([field, after[field]]).toEqual([field, wanted]);
        expect(hasOthers || !isNews || isMine).toBe(true);
      }
    }),
  );
});

test('own and others’ words together bring back all that was there', () => {
  fc.assert(
    fc.property(history, (given) => {
      const { server, held } = sides(given);
      const { own, hasOthers } = lostWords(server, held, 'mine');
      const back = merge([server, ...(own === undefined ? [] : [own]), ...(hasOthers ? [held] : [])]);
      expect(changedFields(back, merge([server, held]))).toEqual([]);
      // Also the same value under a later clock, which outranks what is older.
      expect(back.stamps).toEqual(merge([server, held]).stamps);
      // What is back is not missing any more.
      expect(lostWords(merge([server, held]), held, 'mine')).toEqual({ own: undefined, hasOthers: false });
    }),
  );
});
