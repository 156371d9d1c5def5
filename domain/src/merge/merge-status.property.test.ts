import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { isFinal, type JobStatus } from '#src/status/status.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { arbitraryStatus } from '#src/testing/arbitrary-records.ts';
import { merge } from './merge.ts';

const joined = (job: AnyDocument, statuses: readonly JobStatus[]): JobStatus =>
  merge(statuses.map((status) => ({ ...job, status })))['status'] as JobStatus;

/** Without what was lowered for it, which stays whichever status wins. */
const moveOf = ({ of: _of, ...move }: JobStatus): string => canonicalJson(move);

test('the status is one of those that were written, whole', () => {
  fc.assert(
    fc.property(
      arbitraryOf('job'),
      fc.array(arbitraryStatus, { minLength: 1, maxLength: 4 }),
      (job, statuses) => {
        expect(statuses.map(moveOf)).toContain(moveOf(joined(job, statuses)));
      },
    ),
  );
});

test('a higher round wins over any clock, then a final status over an open one, then the later clock', () => {
  fc.assert(
    fc.property(arbitraryOf('job'), arbitraryStatus, arbitraryStatus, (job, a, b) => {
      const won = joined(job, [a, b]);
      const rank = ({ round, value, hlc }: JobStatus): string => `${round} ${isFinal(value) ? 1 : 0} ${hlc}`;
      expect(rank(won)).toBe([rank(a), rank(b)].toSorted().at(-1));
    }),
  );
});
