import { documentTypes } from '@revops/domain';
import { arbitraryOf } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mangoIndexes } from './mango-indexes.ts';

/** Every field of every type, nested ones with dots, found by generating many of each. */
function knownFields(): ReadonlySet<string> {
  const known = new Set<string>(['type']);
  for (const { type } of documentTypes) {
    for (const doc of fc.sample(arbitraryOf(type), { numRuns: 60, seed: 1 })) {
      for (const [name, value] of Object.entries(doc)) {
        known.add(name);
        if (name === 'status' && typeof value === 'object' && value !== null)
          for (const inner of Object.keys(value)) known.add(`${name}.${inner}`);
      }
    }
  }
  return known;
}

it('indexes only fields that documents have', () => {
  const known = knownFields();
  const unknown = mangoIndexes.flatMap(({ name, fields }) =>
    fields.filter((field) => !known.has(field)).map((field) => `${name}: ${field}`),
  );
  expect(unknown).toEqual([]);
});

it('has an index for each look-up of a rule and each list', () => {
  expect(mangoIndexes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['job-payments', 'job-status', 'plate', 'type-created', 'utr']),
  );
});
