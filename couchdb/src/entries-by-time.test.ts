import { ledgerOf, seededWorkshop, type AnyDocument } from '@revops/domain';
import { expect, it } from 'vitest';
import { emissionsOf } from './emissions.ts';

const timeZone = 'Asia/Kolkata';

const documents = (): readonly AnyDocument[] => [
  ...seededWorkshop({ seed: 3, jobs: 120, now: '2026-03-01T10:00:00.000Z', timeZone }).documents,
];

/** The documents as a dashboard sees them: rows only, no bodies. */
function fromRows(all: readonly AnyDocument[]): readonly AnyDocument[] {
  return all.flatMap((doc) =>
    emissionsOf('entries-by-time', doc).flatMap(({ key, value }) => {
      const [type] = key as readonly [string];
      return type === 'completed' ? [] : [Object.assign({ _id: doc._id, type }, value) as AnyDocument];
    }),
  );
}

it('carries all that the ledger adds up, to the paisa', () => {
  const all = documents();
  // That a bill fell is only a phone's hint to look for alarms; no figure has it.
  const figures = new Map([...ledgerOf(all, timeZone)].filter(([key]) => !key.endsWith('|lowered')));
  expect(figures.size).toBeGreaterThan(50);
  expect(ledgerOf(fromRows(all), timeZone)).toEqual(figures);
});

it('lists a completed job by the instant of its completion too', () => {
  const all = documents();
  const completed = all.filter(
    (doc) => (doc['status'] as { completedAt?: string } | undefined)?.completedAt !== undefined,
  );
  const rows = all.flatMap((doc) => emissionsOf('entries-by-time', doc));
  const keys = rows.map((row) => row.key as readonly [string, string]);
  expect(completed.length).toBeGreaterThan(0);
  expect(keys.filter(([type]) => type === 'completed').map(([, at]) => at)).toEqual(
    completed.map((doc) => (doc['status'] as { completedAt: string }).completedAt),
  );
});

it('shows no names, telephone numbers or notes', () => {
  const text = JSON.stringify(documents().flatMap((doc) => emissionsOf('entries-by-time', doc)));
  for (const field of ['customerName', 'phone', 'note', 'reason']) expect(text).not.toContain(field);
});
