import * as fc from 'fast-check';
import { parseJobNumber } from '@revops/domain';
import { arbitraryDocument } from '@revops/domain/testing';
import { describe, expect, it } from 'vitest';
import { emissionsOf } from './emissions.ts';
import { viewNames } from './views.ts';

const numbers = fc.oneof(
  fc.stringMatching(/^([A-Z]{1,2}[1-9]|R0)-[0-9]{1,12}$/),
  fc.stringMatching(/^[A-Z0-9-]{0,16}$/),
  fc.string(),
);

describe('views', () => {
  it('read a job number exactly as the domain does', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const keys = emissionsOf('by-counter', { _id: 'job:1', type: 'job', number, device: 'd' });
        const parsed = parseJobNumber(number);
        expect(keys.map((row) => row.key)).toEqual(parsed ? [['job', 'd', parsed.n]] : []);
      }),
    );
  });

  it('list every document that travels under each of its readers and under the owner', () => {
    fc.assert(
      fc.property(arbitraryDocument, (doc) => {
        const rows = emissionsOf('by-access', { ...doc, _rev: '1-a' });
        expect(rows.map((row) => row.key)).toEqual(['*', ...doc.access].map((key) => [key, doc.createdAt]));
      }),
    );
  });

  it('never throw, whatever stands in a document', () => {
    const bodies = fc.dictionary(
      fc.constantFrom('type', 'access', 'status', 'number', 'n', 'jobId', 'at', 'createdAt'),
      fc.oneof(fc.jsonValue(), fc.constantFrom('job', 'payment', 'constructor', '__proto__')),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        for (const view of viewNames) expect(emissionsOf(view, { ...body, _id: 'x' })).toBeInstanceOf(Array);
      }),
    );
  });
});
