import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Group } from '#src/registry/document-type.ts';
import { merge } from '#src/merge/merge.ts';
import { may } from '#src/permissions/may.ts';
import { accessOf, groupOf, typeNamed } from '#src/registry/registry.ts';
import { actKinds } from '#src/testing/random-act.ts';
import { randomHistory, type HistoryStep } from '#src/testing/random-history.ts';

const history = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomHistory(seed, 150));
const runs = { numRuns: 6 };

/** What is stored of a document's head, together with what the same act wrote before it. */
function groupAround(document: AnyDocument, { before, act }: HistoryStep): Group {
  const all = new Map([...before, ...act.documents.map((one) => [one._id, one] as const)]);
  const head = groupOf(document);
  const followers = [...all.values()].filter(
    (one) => one._id !== head && one._id !== document._id && groupOf(one) === head,
  );
  return { head: all.get(head), followers };
}

test('random histories contain every kind of act', () => {
  const done = new Set(
    [1, 2, 3, 4].flatMap((seed) => randomHistory(seed, 400).steps.map((step) => step.act.kind)),
  );
  expect([...done].toSorted()).toEqual(actKinds.toSorted());
});

test('whoever can act may: every document of every act is one that its writer may write', () => {
  fc.assert(
    fc.property(history, ({ steps }) => {
      for (const step of steps) {
        for (const document of step.act.documents) {
          const before = step.before.get(document._id);
          const after = before === undefined ? document : merge([before, document]);
          expect([document.type, may(step.actor, before, after)]).toEqual([document.type, undefined]);
          const join = typeNamed(document.type)?.mayJoin?.(step.actor, document, groupAround(document, step));
          expect([document.type, join]).toEqual([document.type, undefined]);
        }
      }
    }),
    runs,
  );
});

test('every document of an act has the access of its type, fits its schema and brings no lost access', () => {
  fc.assert(
    fc.property(history, ({ steps }) => {
      for (const document of steps.flatMap((step) => step.act.documents)) {
        expect(document.access).toEqual(accessOf(document));
        expect(typeNamed(document.type)?.schema.safeParse(document).error).toBeUndefined();
        expect(document.was).toBeUndefined();
      }
    }),
    runs,
  );
});

test('the entries of every device are numbered from 1 without a gap, jobs likewise', () => {
  fc.assert(
    fc.property(history, ({ steps }) => {
      const documents = steps.flatMap((step) => step.act.documents);
      for (const device of new Set(documents.map((document) => document.device))) {
        const own = documents.filter((document) => document.device === device);
        const numbers = own.flatMap((document) => document.n ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        const entries = own.filter((document) => typeNamed(document.type)?.kind === 'entry');
        expect(numbers).toHaveLength(entries.length);
      }
    }),
    runs,
  );
});

test('an entry is written once: no act uses an id of an entry again', () => {
  fc.assert(
    fc.property(history, ({ steps }) => {
      const ids = steps
        .flatMap((step) => step.act.documents)
        .filter((document) => typeNamed(document.type)?.kind === 'entry')
        .map((document) => document._id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    runs,
  );
});

test('the event of an edit or a move names the clock of the change, so that both are refused together', () => {
  fc.assert(
    fc.property(history, ({ steps }) => {
      for (const { act } of steps) {
        const job = act.documents.find((document) => document.type === 'job');
        const clocks = [
          ...Object.values(job?.stamps ?? {}),
          (job?.['status'] as { hlc: string } | undefined)?.hlc,
        ];
        const events = act.documents.filter(
          (document) => document.type === 'jobEvent' && document['kind'] !== 'note',
        );
        for (const event of events) expect(clocks).toContain(event['hlc']);
      }
    }),
    runs,
  );
});
